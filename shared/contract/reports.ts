import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures } from './failures.ts';
import { day, id, page, signedAmount } from './schema.ts';

const interval = z.object({ low: z.number(), high: z.number() }).nullable();

/** A period `[from, to)` of days and the activity window W in days (metrics.md §0). */
const period = z.object({ from: day, to: day, window: z.int().min(1).max(3650) });

export const retentionFigures = z.object({
  from: day,
  to: day,
  window: z.int(),
  /** Active at the period's start / end. */
  S: z.int(),
  E: z.int(),
  /** New in the period and active at its end. */
  N: z.int(),
  /** Reactivated: in E, not in S, not new. */
  R: z.int(),
  kept: z.int(),
  lapsed: z.int(),
  /** First visit ever in the period, active at the end or not. */
  newInPeriod: z.int(),
  /** Those of S with a visit inside the period. */
  seenOfS: z.int(),
  /** Headline: kept / S; null = no data. */
  retention: z.number().nullable(),
  retentionInterval: interval,
  /** (E - N) / S; null = no data. */
  textbook: z.number().nullable(),
  /** Customer-days with a visit in the period. */
  visits: z.int(),
  /** Different customers seen in the period. */
  customers: z.int(),
  /** visits / customers; null = no data. */
  frequencyMean: z.number().nullable(),
  frequencyMedian: z.number().nullable(),
  /** Customers seen on two or more days of the period. */
  repeaters: z.int(),
  /** Check-ins, walk-ins included, and those with a customer. */
  checkIns: z.int(),
  identifiedCheckIns: z.int(),
  /** Money of all check-ins / of those with a customer, minor units. */
  amount: signedAmount,
  identifiedAmount: signedAmount,
  /** Check-ins whose amount is known: the base of the average spend. */
  amountCheckIns: z.int(),
  /** Minor units per check-in with a known amount; null = no data. */
  averageSpend: z.number().nullable(),
  /** True while the period has not ended on the shop's calendar. */
  unfinished: z.boolean(),
});

export const retentionGroup = z.enum([
  'S',
  'E',
  'N',
  'R',
  'kept',
  'lapsed',
  'newInPeriod',
  'seenOfS',
  'customers',
  'repeaters',
]);

export const reports = {
  /** Retention of a period and the figures it rests on; computed in the worker. `to` is exclusive. */
  retention: oc
    .errors({ ...callFailures, InvalidValue: failures.InvalidValue })
    .input(period)
    .output(retentionFigures),
  /** The people behind one figure of `retention`. */
  retentionNames: oc
    .errors({ ...callFailures, InvalidValue: failures.InvalidValue })
    .input(period.extend({ group: retentionGroup, ...page }))
    .output(
      z.object({
        total: z.int(),
        people: z.array(
          z.object({ customerId: id, name: z.string(), lastDay: day.nullable(), visits: z.int() }),
        ),
      }),
    ),
  /** First and last day with a visit, so that the screen offers only months that exist. */
  span: oc
    .errors(callFailures)
    .output(z.object({ firstDay: day.nullable(), lastDay: day.nullable(), today: day })),
};

export type RetentionFigures = z.infer<typeof retentionFigures>;
export type RetentionGroup = z.infer<typeof retentionGroup>;
