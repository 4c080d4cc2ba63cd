import { countDurations, type DurationCount, type DurationRow, z95 } from '../statistics/index.ts';

/** The share still waiting after t days. */
export type SurvivalPoint = {
  readonly t: number;
  /** Share not yet back after t days. */
  readonly S: number;
  /** Greenwood's standard error; null where S is 0. */
  readonly se: number | null;
  /** 95 % limits on the log-log scale; null where S is 0 or 1. */
  readonly lo: number | null;
  readonly hi: number | null;
};

/** What happened at one event time. */
export type SurvivalStep = SurvivalPoint & {
  /** Rows with a duration of at least t. */
  readonly atRisk: number;
  readonly events: number;
};

export type KaplanMeier = {
  readonly n: number;
  readonly events: number;
  /** One for each different time with an event, rising. */
  readonly steps: readonly SurvivalStep[];
  /** The longest duration: nothing is known after it. Null without rows. */
  readonly lastT: number | null;
  /** Up to here at least ten people are at risk; what follows is drawn grey. 0 with fewer than ten rows. */
  readonly solidUntil: number;
  /** Days after which half are back; null: not reached. */
  readonly median: number | null;
  /** Its 95 % limits [lower, upper], read off the limits of the curve; null: not reached. */
  readonly medianLimits: readonly [number | null, number | null];
};

/** Fewer people at risk than this say little about those who wait longer. */
const fewestAtRisk = 10;

/** Products of fractions miss a round share by a hair. */
const slack = 1e-12;

/**
 * Kaplan-Meier estimate of the time to return (metrics.md §4). Rows are `{days, event}`: event 1 (or true) came back
 * after that many days, 0 had not yet at the end. S(t) = Π (1 - e/n), Greenwood errors, limits S^exp(±z v) with
 * v = sqrt(Σ e/(n(n-e)))/|ln S|; events before censorings of the same day. `survivalAt`, `quantileOf` and
 * `restrictedMean` read the curve. Equals R `survfit(conf.type = "log-log")`, except that R gives the middle of a step
 * that lies exactly on a quantile. Throws a RangeError for a negative duration.
 *
 * From a visit log, first to second visit:
 *
 *     const curve = kaplanMeier(returnRows(visits, { end: '2024-01-01' }).first);
 *     survivalAt(curve, 28)?.S; // the share not back after 28 days
 */
export function kaplanMeier(rows: Iterable<DurationRow>): KaplanMeier {
  const counts = countDurations(rows);
  let S = 1;
  let sum = 0;
  const steps = counts
    .filter((count) => count.events > 0)
    .map(({ t, atRisk, events }) => {
      S = events === atRisk ? 0 : S * (1 - events / atRisk);
      sum += events / (atRisk * (atRisk - events));
      return { ...pointOf(t, S, sum), atRisk, events };
    });
  const curve = {
    n: counts[0]?.atRisk ?? 0,
    events: steps.reduce((total, step) => total + step.events, 0),
    steps,
    lastT: counts.at(-1)?.t ?? null,
    solidUntil: solidUntil(counts),
  };
  const half = quantileOf(curve, 0.5);
  return { ...curve, median: half.t, medianLimits: [half.lo, half.hi] };
}

function pointOf(t: number, S: number, greenwood: number): SurvivalPoint {
  if (S === 0) return { t, S, se: null, lo: null, hi: null };
  const deviation = Math.sqrt(greenwood);
  const v = deviation / Math.abs(Math.log(S));
  return { t, S, se: S * deviation, lo: S ** Math.exp(z95 * v), hi: S ** Math.exp(-z95 * v) };
}

function solidUntil(counts: readonly DurationCount[]): number {
  return counts.findLast((count) => count.atRisk >= fewestAtRisk)?.t ?? 0;
}

type Curve = Pick<KaplanMeier, 'steps' | 'lastT'>;

/** The curve at t days; null after the longest duration while somebody is still waiting: no extrapolation. */
export function survivalAt({ steps, lastT }: Curve, t: number): SurvivalPoint | null {
  const step = steps.findLast((one) => one.t <= t);
  if (step?.S !== 0 && (lastT === null || t > lastT)) return null;
  if (step === undefined) return { t, S: 1, se: 0, lo: null, hi: null };
  const { S, se, lo, hi } = step;
  return { t, S, se, lo, hi };
}

/** Days after which a share is back, and its limits; null: not reached. */
export type SurvivalQuantile = {
  readonly t: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
};

/**
 * The smallest t with S(t) <= 1 - share: after how many days that share is back. The limits are where the curve's own
 * limits cross the same height.
 */
export function quantileOf({ steps }: Pick<KaplanMeier, 'steps'>, share: number): SurvivalQuantile {
  const height = 1 - share + slack;
  const first = (value: (step: SurvivalStep) => number | null) =>
    steps.find((step) => (value(step) ?? Number.POSITIVE_INFINITY) <= height)?.t ?? null;
  return { t: first((step) => step.S), lo: first((step) => step.lo), hi: first((step) => step.hi) };
}

/**
 * Days waited on average when nobody waits longer than `until`: the area under the curve up to there. Null when the
 * curve ends before.
 */
export function restrictedMean(curve: Curve, until: number): number | null {
  if (survivalAt(curve, until) === null) return null;
  let area = 0;
  let from = 0;
  let S = 1;
  for (const step of curve.steps) {
    if (step.t > until) break;
    area += S * (step.t - from);
    from = step.t;
    S = step.S;
  }
  return area + S * (until - from);
}
