import { firstVisitCounts, type VisitParameters } from './visit-parameters.ts';
import type { VisitRow } from './visit-row.ts';

/** What the end of observation says about one customer (prediction.md §3-4). */
export interface Activity {
  /** Probability of not having left for good. */
  readonly active: number;
  /** r + kx. */
  readonly n: number;
  /** u: the part of alpha + age that passed since the last visit. */
  readonly waited: number;
  /** alpha + age. */
  readonly end: number;
  /** B': b + x + δ. */
  readonly stays: number;
}

export function activityOf(
  { family, k, r, alpha, a, b }: VisitParameters,
  { repeatVisits, recencyWeeks, ageWeeks }: VisitRow,
): Activity {
  const delta = firstVisitCounts(family);
  const n = r + k * repeatVisits;
  const end = alpha + ageWeeks;
  const waited = (ageWeeks - recencyWeeks) / end;
  const stays = b + repeatVisits + delta;
  let stage = 1;
  let stay = 1;
  for (let j = 1; j < k; j += 1) {
    stage *= ((n + j - 1) / j) * waited;
    stay += stage;
  }
  const canHaveLeft = delta === 1 || repeatVisits > 0;
  const logLeft = Math.log(a / (stays - 1)) - n * Math.log1p(-waited);
  const active = canHaveLeft ? 1 / (1 + Math.exp(logLeft - Math.log(stay))) : 1;
  return { active, n, waited, end, stays };
}

const mostYears = 20;

/**
 * Weeks after the last visit at which the chance of being active falls to `threshold`; 0 when it never was above it and
 * null when it stays above for 20 years. It falls all the time while nobody comes, so halving finds it.
 */
export function weeksUntilChance(
  parameters: VisitParameters,
  row: VisitRow,
  threshold: number,
): number | null {
  const chance = (weeks: number) =>
    activityOf(parameters, { ...row, ageWeeks: row.recencyWeeks + weeks }).active;
  let high = mostYears * 52;
  if (chance(0) <= threshold) return 0;
  if (chance(high) > threshold) return null;
  let low = 0;
  // Down to minutes.
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (chance(middle) > threshold) low = middle;
    else high = middle;
  }
  return high;
}
