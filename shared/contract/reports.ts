import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { callFailures, failures } from './failures.ts';
import {
  cohortTable,
  firstReturn,
  frequency,
  gaps,
  interval,
  rate,
  rfm,
  segmentSplit,
  split,
  splitBy,
  trendPoint,
  value,
} from './report-figures.ts';
import { day, id, page, signedAmount } from './schema.ts';

/**
 * The activity window W (metrics.md §0): so many days, or 'previous-period': active at the start = seen in the period
 * before, active at the end = seen in this one.
 */
const window = z.union([z.int().min(1).max(3650), z.literal('previous-period')]);

/** A period `[from, to)` of days. */
const span = z.object({ from: day, to: day });
export const reportPeriod = span.extend({ window });

export const retentionFigures = z.object({
  from: day,
  to: day,
  /** Days of the activity window; with 'previous-period' those of the period before. */
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

const person = z.object({
  customerId: id,
  name: z.string(),
  /** Last visit so far. */
  lastDay: day.nullable(),
  /** Visits in the period, or up to its end where the figure is about the whole history. */
  visits: z.int(),
});

const silentVip = z.object({
  customerId: id,
  name: z.string(),
  lastDay: day,
  silentDays: z.int(),
  /** Minor units of the last 365 days; visits where the shop keeps no amounts. */
  value: signedAmount,
});

const auditedTrait = z.object({
  trait: splitBy,
  /** As `group` and `label` of a split. */
  value: z.string(),
  label: z.string().nullable(),
  lost: rate,
  kept: rate,
  /** lost - kept with its interval; null with nobody on a side. */
  difference: z.number().nullable(),
  differenceInterval: interval,
  /** Fisher's p, corrected for the number of traits; null with too few people. */
  p: z.number().nullable(),
  verdict: z.enum(['tooFew', 'different', 'unclear', 'notShown']),
});

/** Months beside which others are counted: what lies further away than a shop's life is no month of it. */
const cohortMonth = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/);
const mostMonths = 1200;

/** The figures with people behind them. All are of the period asked about. */
export const figure = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('retention'), group: retentionGroup }),
  /** Those of a month's newcomers who came k months later; k = 0: all of them. */
  z.object({ kind: z.literal('cohort'), month: cohortMonth, k: z.int().min(0).max(mostMonths) }),
  /** Newcomers of a month, back within so many days or not. */
  z.object({
    kind: z.literal('firstReturn'),
    month: cohortMonth,
    days: z.int().min(1),
    returned: z.boolean(),
  }),
  /** A bar of the histogram, of the period or of the whole history. */
  z.object({
    kind: z.literal('frequency'),
    of: z.enum(['period', 'whole']),
    from: z.int(),
    to: z.int().nullable(),
  }),
  /** Customers who spent from up to, without, to minor units. */
  z.object({
    kind: z.literal('spend'),
    of: z.enum(['period', 'soFar']),
    from: z.int(),
    to: z.int().nullable(),
  }),
  /** The top 20 % by spend. */
  z.object({ kind: z.literal('top'), of: z.enum(['period', 'soFar']) }),
  /** M null: of every M. */
  z.object({ kind: z.literal('rfm'), R: z.int(), F: z.int(), M: z.int().nullable() }),
  z.object({
    kind: z.literal('split'),
    by: splitBy,
    group: z.string(),
    retention: z.enum(['S', 'kept', 'lapsed']),
  }),
  /** The people of a saved segment, by how their retention went. */
  z.object({
    kind: z.literal('segment'),
    segmentId: id,
    retention: z.enum(['S', 'kept', 'lapsed']),
  }),
  z.object({ kind: z.literal('silentVips'), days: z.int().min(1).max(3650) }),
  z.object({ kind: z.literal('staff'), staffId: id, of: z.enum(['knows', 'knowsAlone', 'depending']) }),
  /** Those seen in the period who hold a tier today; null: no tier. */
  z.object({ kind: z.literal('tier'), tierId: id.nullable() }),
  /** Those who used a reward in the period that was not taken back. */
  z.object({ kind: z.literal('redeemed') }),
  /** Those who reached a milestone in the period. */
  z.object({ kind: z.literal('milestones') }),
]);

const answered = oc.errors({ ...callFailures, InvalidValue: failures.InvalidValue });

/** What speaks of saved segments: one may be gone, or not mean anything any more. */
const ofSegments = oc.errors({
  ...callFailures,
  InvalidValue: failures.InvalidValue,
  NotFound: failures.NotFound,
  SegmentNotUsable: failures.SegmentNotUsable,
});

/** Reports, computed in the worker. `to` is exclusive everywhere. */
export const reports = {
  /** Retention of a period and the figures it rests on. */
  retention: answered.input(reportPeriod).output(retentionFigures),
  /** The people behind one figure of `retention`. */
  retentionNames: answered
    .input(reportPeriod.extend({ group: retentionGroup, ...page }))
    .output(z.object({ total: z.int(), people: z.array(person) })),
  /** First and last day with a visit, so that the screen offers only months that exist. */
  span: oc
    .errors(callFailures)
    .output(z.object({ firstDay: day.nullable(), lastDay: day.nullable(), today: day })),
  /** Monthly cohorts up to a day. */
  cohorts: answered.input(z.object({ to: day })).output(cohortTable),
  /** Time from the first to the second visit, up to a day, and who came back within 30, 60, 90 days. */
  firstReturn: answered.input(z.object({ to: day })).output(firstReturn),
  /** Time between visits, up to a day. Ten years of visits are read one by one, so it tells how far it is. */
  gaps: answered
    .input(z.object({ to: day }))
    .output(
      eventIterator(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
          z.object({ kind: z.literal('done'), gaps }),
        ]),
      ),
    ),
  /** This period and those before it, oldest first: so many months for a period of whole months, else so many days. */
  trend: answered
    .input(reportPeriod.extend({ periods: z.int().min(1).max(36).default(24) }))
    .output(z.object({ points: z.array(trendPoint) })),
  frequency: answered.input(span).output(frequency),
  splits: answered.input(reportPeriod).output(z.object({ splits: z.array(split) })),
  /** Retention of the people of saved segments as they are today. */
  segmentSplit: ofSegments
    .input(reportPeriod.extend({ segmentIds: z.array(id).min(1).max(6) }))
    .output(segmentSplit),
  value: answered.input(span).output(value),
  rfm: answered.input(z.object({ to: day })).output(rfm),
  /** The most valuable of the last 365 days not seen for so many days, up to a day; the most valuable first. */
  silentVips: answered.input(z.object({ to: day, days: z.int().min(1).max(3650), ...page })).output(
    z.object({
      vips: z.int(),
      total: z.int(),
      /** False where the shop keeps no amounts: then `value` counts visits. */
      byMoney: z.boolean(),
      people: z.array(silentVip),
    }),
  ),
  /** What the lapsed of a period have in common that the kept have not. */
  auditOfLost: answered
    .input(reportPeriod)
    .output(z.object({ lost: z.int(), kept: z.int(), traits: z.array(auditedTrait) })),
  /** Who comes for whom, over a period; by staff id, no ranking. */
  staffDependency: answered.input(span).output(
    z.object({
      staff: z.array(
        z.object({
          staffId: id,
          name: z.string(),
          knows: z.int(),
          knowsAlone: z.int(),
          /** Of all customers with at least three visits those with 70 % of them or more with this person. */
          depending: rate,
        }),
      ),
    }),
  ),
  /** The 10th, 50th and every 100th visit and full years, reached in a period; newest first. */
  milestones: answered.input(span.extend(page)).output(
    z.object({
      total: z.int(),
      /** Those who reached them: one person can reach several. */
      people: z.int(),
      milestones: z.array(
        z.object({
          customerId: id,
          name: z.string(),
          kind: z.enum(['visits', 'years']),
          count: z.int(),
          day,
        }),
      ),
    }),
  ),
  /** By money, then by visits; of a period. */
  topCustomers: answered.input(span.extend({ limit: z.int().min(1).max(200).default(20) })).output(
    z.object({
      people: z.array(
        z.object({ customerId: id, name: z.string(), spend: signedAmount, visits: z.int(), lastDay: day }),
      ),
    }),
  ),
  /** The people behind any figure, by name, one page of them. */
  names: ofSegments
    .input(reportPeriod.extend({ figure, ...page }))
    .output(z.object({ total: z.int(), people: z.array(person) })),
};

export type RetentionFigures = z.infer<typeof retentionFigures>;
export type RetentionGroup = z.infer<typeof retentionGroup>;
export type CohortFigures = z.infer<typeof cohortTable>;
export type FirstReturnFigures = z.infer<typeof firstReturn>;
export type GapFigures = z.infer<typeof gaps>;
export type TrendPoint = z.infer<typeof trendPoint>;
export type FrequencyFigures = z.infer<typeof frequency>;
export type SplitFigures = z.infer<typeof split>;
export type SegmentSplitFigures = z.infer<typeof segmentSplit>;
export type SplitBy = z.infer<typeof splitBy>;
export type ValueFigures = z.infer<typeof value>;
export type RfmFigures = z.infer<typeof rfm>;
export type AuditedTrait = z.infer<typeof auditedTrait>;
export type Figure = z.infer<typeof figure>;
