import type { ProgrammeIssueData } from '#shared/contract/loyalty.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';

/** What every card of the editor works on. */
export interface EditorProps {
  readonly rules: ProgrammeRules;
  readonly issues: readonly ProgrammeIssueData[];
  readonly onChange: (rules: ProgrammeRules) => void;
}
