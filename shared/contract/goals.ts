import { oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, onceFailures } from './failures.ts';
import { month } from './month-close.ts';
import { day, moment, requestId } from './schema.ts';

/** Figures that can have a target. Money in minor units, shares 0..1. */
export const goalMetric = z.enum([
  'retention',
  'averageSpend',
  'frequency',
  'memberSales',
  'rewardCostShare',
  'newCustomers',
]);

const measured = z.object({
  /** Null: no data. */
  value: z.number().nullable(),
  /** What a ratio is made of; null for sums. */
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});

export const realism = z.object({
  kind: z.enum(['reached', 'tooLittleHistory', 'usual', 'demanding', 'rare', 'neverSeen']),
  /** Changes from one month to the next at least as large as the one needed, out of all. */
  asLarge: z.int(),
  changes: z.int(),
  /** Months in which the target was reached, out of all with a figure. */
  periodsReached: z.int(),
  periods: z.int(),
  /** Past changes, better counted as positive. */
  typical: z
    .object({ median: z.number(), threeQuarters: z.number(), nineTenths: z.number(), best: z.number() })
    .nullable(),
  suggestion: z.number().nullable(),
});

export const goalState = z.object({
  metric: goalMetric,
  direction: z.enum(['atLeast', 'atMost']),
  goal: z.object({ target: z.number(), at: moment, by: z.string() }).nullable(),
  /**
   * Now. Sums and averages count this month up to and with today; retention and frequency, which mean nothing in a part
   * of a month, count the last as many days as the month before had.
   */
  current: measured.extend({ basis: z.enum(['monthToDate', 'rollingMonth']), from: day, to: day }),
  /** Null without a goal or without a figure. */
  progress: z
    .object({ reached: z.boolean(), filled: z.number().min(0).max(1), missing: z.number().nullable() })
    .nullable(),
  /** The finished months, oldest first, at most 13. */
  history: z.array(measured.extend({ month })),
  /** How the target compares with those months; null without a goal. */
  realism: realism.nullable(),
});

/** Targets make sense only as numbers above 0; a share also at most 1. */
const target = z.number().positive().max(1e15);

export const goals = {
  /** Every metric with its goal, where it stands and what the shop has done before; computed in the worker. */
  list: oc.errors(callFailures).output(z.object({ goals: z.array(goalState) })),
  /** How a target that is being typed compares with the shop's own months. Nothing is saved. */
  hint: oc
    .errors(callFailures)
    .input(z.object({ metric: goalMetric, target }))
    .output(realism),
  /** Sets a target; null takes it away. Earlier ones stay in the file. */
  set: oc
    .errors(onceFailures)
    .input(
      z
        .object({ requestId, metric: goalMetric, target: target.nullable() })
        .refine(
          ({ metric, target: wanted }) =>
            wanted === null || wanted <= 1 || (metric !== 'retention' && metric !== 'rewardCostShare'),
          { path: ['target'] },
        ),
    )
    .output(z.object({ metric: goalMetric, target: z.number().nullable() })),
};

export type GoalMetric = z.infer<typeof goalMetric>;
export type GoalState = z.infer<typeof goalState>;
export type GoalRealism = z.infer<typeof realism>;
