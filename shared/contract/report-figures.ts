import * as z from 'zod';
import { day, id, signedAmount } from './schema.ts';

export const interval = z.object({ low: z.number(), high: z.number() }).nullable();

/** A share of people: numerator, denominator, 95 % Wilson interval and how to say it; null = no data. */
export const rate = z.object({
  successes: z.int(),
  n: z.int(),
  share: z.number().nullable(),
  interval,
  say: z.enum(['noData', 'counts', 'percent']),
});

/** A mean over n values with its 95 % interval (from 20 values on); null = no data. */
export const mean = z.object({ n: z.int(), mean: z.number().nullable(), interval });

const difference = { difference: z.number(), interval: z.object({ low: z.number(), high: z.number() }) };

/** 'up' and 'down' only where the interval of the difference excludes 0; 'none' with fewer than 20 on a side. */
export const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('up'), ...difference }),
  z.object({ kind: z.literal('down'), ...difference }),
  z.object({ kind: z.literal('unclear'), ...difference }),
]);

/** Cohorts by month of the first visit; a cell is null while its month runs. */
export const cohortTable = z.object({
  cohorts: z.array(
    z.object({ month: z.string(), size: z.int(), cells: z.array(z.int().nullable()).readonly() }),
  ),
  /** Weighted averages of the columns. */
  columns: z.array(z.object({ k: z.int(), rate })),
});

const survivalStep = z.object({
  t: z.int(),
  /** Share not yet back after t days, and its limits. */
  S: z.number(),
  se: z.number().nullable(),
  lo: z.number().nullable(),
  hi: z.number().nullable(),
  atRisk: z.int(),
  events: z.int(),
});

/** From the first to the second visit, one row per customer (Kaplan-Meier). */
export const firstReturn = z.object({
  n: z.int(),
  events: z.int(),
  steps: z.array(survivalStep).readonly(),
  lastT: z.int().nullable(),
  /** From here on fewer than ten people are at risk: drawn grey. */
  solidUntil: z.int(),
  median: z.int().nullable(),
  medianLimits: z.tuple([z.int().nullable(), z.int().nullable()]).readonly(),
  /** Days after which a rate is given: 30, 60, 90. */
  horizons: z.array(z.int()).readonly(),
  /** Over the whole history, customers for whom that many days have passed; in the order of `horizons`. */
  within: z.array(rate),
  /** By month of the first visit, oldest first; null while that many days have not passed for all of the month. */
  months: z.array(
    z.object({ month: z.string(), newcomers: z.int(), returned: z.array(rate.nullable()).readonly() }),
  ),
});

/** Time between visits, all gaps pooled; without limits, because the gaps of one person are alike. */
export const gaps = z.object({
  n: z.int(),
  events: z.int(),
  median: z.int().nullable(),
  lastT: z.int().nullable(),
  solidUntil: z.int(),
  steps: z.array(z.object({ t: z.int(), S: z.number(), atRisk: z.int(), events: z.int() })),
});

/** One period of the trend. */
export const trendPoint = z.object({
  from: day,
  to: day,
  unfinished: z.boolean(),
  /** True where the record begins only inside the window before the period: no retention can be told. */
  recordTooShort: z.boolean(),
  retention: rate,
  textbook: z.number().nullable(),
  E: z.int(),
  N: z.int(),
  R: z.int(),
  lapsed: z.int(),
  /** Customers seen, and their visits on average. */
  customers: z.int(),
  frequency: mean,
  checkIns: z.int(),
  amount: signedAmount,
  /** Minor units per check-in with a known amount. */
  averageSpend: z.number().nullable(),
  amountCheckIns: z.int(),
});

const frequencyBar = z.object({ from: z.int(), to: z.int().nullable(), customers: z.int() });

const frequencyFigures = z.object({
  customers: z.int(),
  visits: z.int(),
  mean,
  median: z.number().nullable(),
  repeat: rate,
  histogram: z.array(frequencyBar).readonly(),
});

export const frequency = z.object({
  period: frequencyFigures,
  /** All customers and visits up to the end of the period. */
  whole: frequencyFigures,
  /** Of visits per customer and of the repeat rate against the period before. */
  meanChange: change,
  repeatChange: change,
});

export const splitBy = z.enum(['source', 'firstItem', 'staff', 'tier', 'household', 'newOrOld']);

const splitShares = { before: rate, now: rate, change };

/** Retention (kept of S) by groups, the period before against this one. */
export const split = z.object({
  by: splitBy,
  groups: z.array(
    z.object({
      /** An id or a key: an item, a staff member, a tier; 'shared' / 'alone'; 'new' / 'old'; '' = not known. */
      group: z.string(),
      /** The name to show; null where the screen has the words for the key. */
      label: z.string().nullable(),
      ...splitShares,
    }),
  ),
  total: z.object(splitShares),
  /** All groups move one way and the total the other. */
  opposite: z.boolean(),
  /** The total's difference taken apart: what the groups' rates did, what their mix did. */
  parts: z.object({ difference: z.number(), rates: z.number(), mix: z.number() }).nullable(),
});

/** Retention of the people of chosen segments, the period before against this one. Somebody may be in several. */
export const segmentSplit = z.object({
  groups: z.array(z.object({ segmentId: id, name: z.string(), ...splitShares })),
  total: z.object(splitShares),
  /** Of those active at the period's start: in more than one of the segments, in none of them. */
  inSeveral: z.int(),
  inNone: z.int(),
});

const spendFigures = z.object({
  customers: z.int(),
  total: z.int(),
  mean,
  quantiles: z
    .object({
      tenth: z.number(),
      quarter: z.number(),
      median: z.number(),
      threeQuarters: z.number(),
      nineTenths: z.number(),
    })
    .nullable(),
  bars: z.array(z.object({ from: z.int(), to: z.int().nullable(), customers: z.int() })).readonly(),
});

const paretoFigures = z.object({
  n: z.int(),
  total: z.int(),
  k: z.int(),
  share: z.number(),
  customersFor80: z.int(),
  shareFor80: z.number(),
  gini: z.number(),
  fewPeople: z.boolean(),
});

const spread = z.object({
  spend: spendFigures,
  /** Null without revenue: no data. */
  pareto: paretoFigures.nullable(),
  curve: z.array(z.object({ customers: z.number(), revenue: z.number() })).readonly(),
});

export const value = z.object({
  /** One total per customer: of the period, and so far (up to its end). Minor units. */
  period: spread,
  soFar: spread,
  sales: z.object({
    member: signedAmount,
    anonymous: signedAmount,
    identified: rate,
    identifiedMoney: z.number().nullable(),
  }),
  /** Per check-in with a known amount, which `known` counts out of all. */
  averageSpend: mean.extend({ known: rate }),
  averageSpendChange: change,
  /** By the tiers people have today; null: in none. */
  tiers: z.array(
    z.object({
      tierId: id.nullable(),
      name: z.string().nullable(),
      customers: z.int(),
      spend: signedAmount,
      customerShare: z.number().nullable(),
      spendShare: z.number().nullable(),
    }),
  ),
  rewards: z.object({ cost: z.int(), memberSales: signedAmount, share: z.number().nullable() }),
});

export const rfm = z.object({
  customers: z.int(),
  /** Quintiles from 25 customers on, terciles from 9; null: too few for either, and no fields. */
  parts: z.union([z.literal(5), z.literal(3)]).nullable(),
  /** Best first; R and F from `parts` down to 1. */
  fields: z.array(z.object({ R: z.int(), F: z.int(), customers: z.int(), spend: signedAmount })).readonly(),
  /** Customers by score 1..parts. */
  byScore: z.object({ R: z.array(z.int()), F: z.array(z.int()), M: z.array(z.int()) }),
  /** Customers with the best score in all three. */
  champions: z.int(),
});
