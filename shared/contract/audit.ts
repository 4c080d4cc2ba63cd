import { oc } from '@orpc/contract';
import * as z from 'zod';
import { auditKinds } from '../domain/audit/entry-kind.ts';
import { callFailures, failures, onceFailures } from './failures.ts';
import { day, moment, requestId, signedAmount } from './schema.ts';

/** One line of the log. */
export const logEntry = z.object({
  key: z.string(),
  at: moment,
  day,
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
    .enum(['refused', 'ownCard', 'byHand', 'manyAdjustments', 'burst', 'lateUndo', 'merge', 'forgotten'])
    .nullable(),
});

/** From when on something is worth a look. */
export const auditThresholds = z.object({
  /** Corrections of points by the same person on one day that are usual. */
  adjustments: z.int().min(0).max(100),
  /** Check-ins of the same customer within `burstMinutes` from which they are several. */
  burst: z.int().min(2).max(20),
  burstMinutes: z.int().min(1).max(240),
  /** Minutes after the check-in from which an undo is late. */
  undoMinutes: z.int().min(1).max(1440),
});

/** What is worth a look of the last days; not who, but what. */
export const unusualLog = z.object({
  days: z.int(),
  total: z.int(),
  /** The newest of them. */
  entries: z.array(logEntry),
  thresholds: auditThresholds,
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
  unusual: oc.errors(callFailures).output(unusualLog),
  setThresholds: oc.errors(onceFailures).input(auditThresholds.extend({ requestId })).output(auditThresholds),
  /** Follows the chain of all entries from the first one. */
  verify: oc.errors(callFailures).output(logChain),
};

export type LogChain = z.infer<typeof logChain>;

export type LogOfDay = z.infer<typeof logOfDay>;
export type UnusualLog = z.infer<typeof unusualLog>;
export type LogEntry = z.infer<typeof logEntry>;
