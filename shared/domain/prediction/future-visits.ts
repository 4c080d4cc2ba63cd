import { activityOf } from './activity.ts';
import { stageMass } from './stage-mass.ts';
import { firstVisitCounts, type VisitParameters } from './visit-parameters.ts';
import type { VisitRow } from './visit-row.ts';

/** Σ over the stages s of P(s) · Σ_(m <= s/k) q_m: each m-th visit needs km stages and m - 1 times of not leaving. */
function expectedFrom(
  stages: { readonly first: number; readonly mass: Float64Array },
  k: number,
  a: number,
  stays: number,
  firstQ: number,
): number {
  let expected = 0;
  let visits = 0;
  let q = firstQ;
  let sum = 0;
  for (let i = 0; i < stages.mass.length; i += 1) {
    const reached = Math.floor((stages.first + i) / k);
    while (visits < reached) {
      sum += q;
      q *= (stays + visits) / (a + stays + visits);
      visits += 1;
    }
    expected += (stages.mass[i] ?? 0) * sum;
  }
  return expected;
}

/** What the next `weeks` bring: the probability of at least one visit and the expected visits (prediction.md §4). */
export interface VisitOutlook {
  readonly chance: number;
  readonly visits: number;
}

/** Both in one go, exact for every k. */
export function visitOutlook(parameters: VisitParameters, row: VisitRow, weeks: number): VisitOutlook {
  if (!(weeks > 0)) return { chance: 0, visits: 0 };
  const { active, n, waited, end, stays } = activityOf(parameters, row);
  const { k, a } = parameters;
  const stages = stageMass(n, waited, weeks / (end + weeks), k);
  let reached = 0;
  for (let i = Math.max(0, k - stages.first); i < stages.mass.length; i += 1) reached += stages.mass[i] ?? 0;
  return { chance: active * Math.min(1, reached), visits: active * expectedFrom(stages, k, a, stays, 1) };
}

/** Expected repeat visits of somebody new within `weeks` of the first visit. */
export function expectedVisitsOfNewcomer(parameters: VisitParameters, weeks: number): number {
  if (!(weeks > 0)) return 0;
  const { family, k, r, alpha, a, b } = parameters;
  const delta = firstVisitCounts(family);
  const firstQ = delta === 1 ? b / (a + b) : 1;
  return expectedFrom(stageMass(r, 0, weeks / (alpha + weeks), k), k, a, b + delta, firstQ);
}

/**
 * P(at least y visits in the next `weeks`) for y = 0, 1, 2, ... (the first is 1): the y-th visit needs ky stages and y - 1
 * times of not leaving. Ends where less than 1e-12 is left.
 */
export function chancesOfAtLeast(
  parameters: VisitParameters,
  row: VisitRow,
  weeks: number,
): readonly number[] {
  const chances = [1];
  if (!(weeks > 0)) return chances;
  const { active, n, waited, end, stays } = activityOf(parameters, row);
  const { k, a } = parameters;
  const { first, mass } = stageMass(n, waited, weeks / (end + weeks), k);
  const tails = new Float64Array(mass.length + 1);
  for (let i = mass.length - 1; i >= 0; i -= 1) tails[i] = (tails[i + 1] ?? 0) + (mass[i] ?? 0);
  let q = active;
  for (let y = 1; ; y += 1) {
    const chance = q * Math.min(1, tails[Math.max(0, k * y - first)] ?? 0);
    if (chance < 1e-12) return chances;
    chances.push(chance);
    q *= (stays + y - 1) / (a + stays + y - 1);
  }
}

export interface VisitRange {
  readonly low: number;
  readonly high: number;
}

/** Visits in the next `weeks` that 10 and 90 of 100 such customers do not exceed. */
export function rangeOfVisits(parameters: VisitParameters, row: VisitRow, weeks: number): VisitRange {
  const chances = chancesOfAtLeast(parameters, row, weeks);
  const quantile = (share: number) => {
    const at = chances.findIndex((_, y) => 1 - (chances[y + 1] ?? 0) >= share);
    return at < 0 ? chances.length - 1 : at;
  };
  return { low: quantile(0.1), high: quantile(0.9) };
}

/** P(fewer than k stages) = (1-z)^n Σ_(i<k) (n)_i/i! z^i, with λ ~ Gamma(n, alpha + recency) as right after the visit. */
function stillWaiting(k: number, n: number, z: number): number {
  let term = (1 - z) ** n;
  let sum = term;
  for (let i = 1; i < k; i += 1) {
    term *= ((n + i - 1) / i) * z;
    sum += term;
  }
  return sum;
}

/** Chance that somebody who has not left waits longer than so many weeks before the next visit, as seen at the last one. */
export function chanceOfLongerWait(parameters: VisitParameters, row: VisitRow, weeks: number): number {
  const { k, r, alpha } = parameters;
  const end = alpha + row.recencyWeeks + weeks;
  return stillWaiting(k, r + k * row.repeatVisits, weeks / end);
}

/**
 * Weeks after the last visit by which the next one was as likely as not, as it looked right after that visit and if the
 * customer had not left: the date "expected 2 Nov", which does not move while somebody stays away.
 */
export function usualWaitWeeks(parameters: VisitParameters, row: VisitRow): number {
  const { k, r, alpha } = parameters;
  const n = r + k * row.repeatVisits;
  let low = 0;
  let high = 1;
  for (let step = 0; step < 40; step += 1) {
    const middle = (low + high) / 2;
    if (stillWaiting(k, n, middle) > 0.5) low = middle;
    else high = middle;
  }
  return ((alpha + row.recencyWeeks) * low) / (1 - low);
}
