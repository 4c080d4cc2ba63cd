import { oc } from '@orpc/contract';
import * as z from 'zod';
import { auditKinds } from '../domain/audit/entry-kind.ts';
import { callFailures, failures } from './failures.ts';
import { day, moment, signedAmount } from './schema.ts';

/** One line of the log. */
export const logEntry = z.object({
  key: z.string(),
  at: moment,
  /** null: nobody was signed in. */
  staffName: z.string().nullable(),
  /** Whose PIN allowed it. */
  approvedBy: z.string().nullable(),
  kind: z.enum(auditKinds),
  isRefused: z.boolean(),
  customerName: z.string().nullable(),
  amount: signedAmount.nullable(),
  /** Whom of the staff it is about, where that is not whoever did it. */
  aboutName: z.string().nullable(),
  /** Values before and after, one for each field that was changed; no value before where something was made. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string() })),
  reason: z.string().nullable(),
  /** Why it may be worth a look. */
  unusual: z
    .enum(['refused', 'byHand', 'manyAdjustments', 'burst', 'lateUndo', 'merge', 'forgotten'])
    .nullable(),
});

/** How whole the log is. */
export const logChain = z.object({
  entries: z.int(),
  /** The first entry that is not as it was written. */
  broken: z
    .object({ number: z.int(), why: z.enum(['missing', 'changed', 'factsChanged', 'factsGone']) })
    .nullable(),
});

export const logOfDay = z.object({ day, today: day, entries: z.array(logEntry) });

/** The log of everything that was written or refused. */
export const audit = {
  /** One business day, newest first; today unless a day is named. */
  day: oc
    .errors({ ...callFailures, InvalidValue: failures.InvalidValue })
    .input(z.object({ day: day.optional() }))
    .output(logOfDay),
  /** Follows the chain of all entries from the first one. */
  verify: oc.errors(callFailures).output(logChain),
};

export type LogChain = z.infer<typeof logChain>;

export type LogOfDay = z.infer<typeof logOfDay>;
export type LogEntry = z.infer<typeof logEntry>;
