import type { Draft } from '#shared/contract/loyalty.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';

/** Rules as a call takes them: a copy of one's own, because calls do not promise to leave their input alone. */
export const rulesToSend = (rules: ProgrammeRules): Draft['rules'] =>
  structuredClone(rules) as Draft['rules'];
