import * as z from 'zod';
import { careKinds, careNoteKinds, inactiveLimits } from '../domain/privacy/privacy-rules.ts';
import { roles } from '../domain/staff/roles.ts';
import { day, id, moment, signedAmount } from './schema.ts';

export const careKind = z.enum(careKinds);
export const careNoteKind = z.enum(careNoteKinds);

export const careRule = z.object({
  /** The lowest role that reads the words. */
  readers: z.enum(roles),
  atTill: z.boolean(),
  months: z.int().min(1).max(120).nullable(),
});

const { least, most } = inactiveLimits;

/** How long people and what is known for their safety are kept, and who reads it. */
export const privacyRules = z.object({
  inactiveMonths: z.int().min(least).max(most).nullable(),
  care: z.object({ allergy: careRule, patchTest: careRule, health: careRule }),
});

/** A note that only some roles read. */
export const careNote = z.object({
  noteId: id,
  kind: careNoteKind,
  /** Null: not for whoever asks. */
  text: z.string().nullable(),
  /** The day it is about. */
  day,
  at: moment,
  staffName: z.string(),
  isOld: z.boolean(),
});

/** Somebody who has not been here for longer than the shop keeps anybody. */
export const inactivePerson = z.object({
  customerId: id,
  name: z.string(),
  /** When they were last here, or answered a question, or became a customer. */
  lastDay: day,
  visits: z.int(),
  /** What they hold and nobody will ask for; of a wallet that others use too, nothing is lost. */
  balances: z.array(z.object({ kind: z.enum(['points', 'stamps']), balance: signedAmount })),
  sharesWallet: z.boolean(),
  /** Vouchers that could still be used. */
  vouchers: z.int(),
});

export type PrivacyRulesView = z.infer<typeof privacyRules>;
export type CareNote = z.infer<typeof careNote>;
export type InactivePerson = z.infer<typeof inactivePerson>;
