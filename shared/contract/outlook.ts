import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures, onceFailures } from './failures.ts';
import { day, id, moment, page, requestId, signedAmount } from './schema.ts';

/**
 * How it stands with somebody. `late`: late for their own rhythm, where the shop's data carry no chances; the other states
 * rest on the model.
 */
export const outlookState = z.enum(['new', 'onTrack', 'slipping', 'atRisk', 'late']);

const share = z.number().min(0).max(1);

/** What is said of one customer. Chances and values are null where the data do not carry them. */
export const outlook = z.object({
  state: outlookState,
  because: z.enum(['inTime', 'slowing', 'late', 'probablyLeft']),
  lastDay: day,
  /** Came on one day so far: there is no rhythm of their own yet, and what is usual in the shop stands for it. */
  cameOnce: z.boolean(),
  /** Usual days between two visits. */
  usualGapDays: z.number(),
  /** Days since the last visit; `waitedDays` without closed days and announced absences. */
  sinceDays: z.int(),
  waitedDays: z.int(),
  expectedDay: day,
  /** From this day on having left is likelier than not. */
  worryDay: day.nullable(),
  /** Chance that they have not left for good. */
  active: share.nullable(),
  /** Chance of a visit within the weeks looked ahead. */
  returns: share.nullable(),
  /** Visits expected in those weeks. */
  visitsAhead: z.number().nullable(),
  /** Expected value of the next 12 months, minor units. */
  yearValue: signedAmount.nullable(),
  /** Median gap of late and before, days, where it has grown. */
  slowing: z.object({ recentGapDays: z.number(), earlierGapDays: z.number() }).nullable(),
});

const score = z.object({ brier: z.number(), meanAbsoluteError: z.number(), visits: z.number() });

/** How the forecasts did on the shop's own last quarter, which they had not seen. */
export const outlookBacktest = z.object({
  cutDay: day,
  weeks: z.number(),
  customers: z.int(),
  returned: z.int(),
  /** Visits there really were. */
  visits: z.int(),
  winner: z.enum(['oneStage', 'bestK', 'cadence']).nullable(),
  /** By chance, k = 1; null where no model could be fitted by then. */
  oneStage: score.nullable(),
  /** In a rhythm; null, too, when the best k is 1. */
  bestK: score.extend({ k: z.int() }).nullable(),
  cadence: score,
});

export const outlookModel = z.object({
  use: z.enum(['model', 'cadence']),
  /** How far the data carry; with 'none' `reason` says why there is no model. */
  standing: z.enum(['none', 'rough', 'early', 'full']),
  reason: z.string().nullable(),
  /** Regularity: 1 = by chance, more = in a rhythm. */
  k: z.int().nullable(),
  gapDays: z.number(),
  spendGoesWithFrequency: z.boolean(),
  backtest: outlookBacktest.nullable(),
});

const pause = z.object({ id, from: day, to: day });
const span = z.object({ from: day, to: day });

const answered = oc.errors(callFailures);
const { NotFound, InvalidValue } = failures;
const ended = oc.errors({ ...onceFailures, NotFound });

/** Who might be lost: worked out once a day from the shop's own visits. */
export const outlookContract = {
  overview: answered.output(
    z.object({
      /** Null: customers have not been looked at yet. */
      run: z.object({ day, at: moment, customers: z.int() }).nullable(),
      model: outlookModel.nullable(),
      weeksAhead: z.int(),
      states: z.array(z.object({ state: outlookState, people: z.int(), value: signedAmount })),
    }),
  ),
  /** People of a state, those with most at stake first. */
  board: answered.input(z.object({ state: outlookState, ...page })).output(
    z.object({
      total: z.int(),
      /** `yearSpend`: what they spent in the 365 days up to their last visit, minor units: what is at stake. */
      people: z.array(outlook.extend({ customerId: id, name: z.string(), yearSpend: signedAmount })),
    }),
  ),
  /** @throws NotFound */
  ofCustomer: oc
    .errors({ ...callFailures, NotFound })
    .input(z.object({ customerId: id }))
    .output(
      z.object({
        /** They said no to estimates about themselves. */
        refused: z.boolean(),
        weeksAhead: z.int(),
        /** Null: too few visits, or not looked at yet. */
        outlook: outlook.nullable(),
        /** Expected value of the next 12 months, and what 10 and 90 of 100 such people do not exceed; minor units. */
        yearValue: z.object({ expected: signedAmount, low: signedAmount, high: signedAmount }).nullable(),
        absences: z.array(pause),
      }),
    ),
  /** Looks at all customers now. */
  run: answered.output(
    eventIterator(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('progress'),
          stage: z.enum(['reading', 'fitting', 'forecasting']),
          done: z.int(),
          total: z.int(),
        }),
        z.object({ kind: z.literal('done') }),
      ]),
    ),
  ),
  /** Days on which the shop is closed: they do not count as waiting. */
  closedDays: answered.output(z.object({ closed: z.array(pause) })),
  addClosedDays: oc
    .errors({ ...onceFailures, InvalidValue })
    .input(span.extend({ requestId }))
    .output(z.object({ closed: z.array(pause) })),
  endClosedDays: ended.input(z.object({ requestId, id })).output(z.object({ closed: z.array(pause) })),
  /** An absence somebody told of. */
  addAbsence: oc
    .errors({ ...onceFailures, NotFound, InvalidValue })
    .input(span.extend({ requestId, customerId: id }))
    .output(z.object({ absences: z.array(pause) })),
  endAbsence: ended
    .input(z.object({ requestId, customerId: id, id }))
    .output(z.object({ absences: z.array(pause) })),
};

export type Outlook = z.infer<typeof outlook>;
export type OutlookState = z.infer<typeof outlookState>;
export type OutlookModel = z.infer<typeof outlookModel>;
export type OutlookBacktest = z.infer<typeof outlookBacktest>;
