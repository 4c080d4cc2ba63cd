import { erfc } from '../statistics/index.ts';
import { activityOf } from './activity.ts';
import type { VisitForecaster } from './forecast.ts';
import { chancesOfAtLeast, visitOutlook } from './future-visits.ts';
import { expectedSpend, type SpendModel, type SpendRow } from './spend-model.ts';
import type { VisitParameters } from './visit-parameters.ts';
import type { VisitRow } from './visit-row.ts';

export const weeksOfYear = 52;
const certainlyGone = 1e-10;

export interface ValueOptions {
  /** Part of an amount that stays with the shop; 1 (turnover) unless known. */
  readonly margin?: number;
  /** By which money in a year is worth less than now; 0.1 unless said otherwise. */
  readonly annualRate?: number;
}

/**
 * Visits of the next 52 weeks, each counted at what its money is worth now (prediction.md §6):
 * Σ (E[Y(i)] - E[Y(i - step)]) / (1+w)^i over the weeks i = step, 2 step, ... With a step above 1 the visits of a step
 * count at its middle; 13 is within 0.1 % and four times as fast as monthly.
 */
export function discountedVisits(
  model: VisitParameters,
  row: VisitRow,
  annualRate: number,
  step: 1 | 13 = 1,
): number {
  const weekly = (1 + annualRate) ** (1 / weeksOfYear);
  let before = 0;
  let sum = 0;
  for (let week = step; week <= weeksOfYear; week += step) {
    const expected = visitOutlook(model, row, week).visits;
    // Rounding may make a sum of positive terms fall by a hair.
    sum += Math.max(0, expected - before) / weekly ** (week - (step - 1) / 2);
    before = expected;
  }
  return sum;
}

/** Expected value of the next 12 months in minor units; null without a model or without any amount. */
export function yearValue(
  model: VisitForecaster,
  spend: SpendModel,
  row: VisitRow & SpendRow,
  { margin = 1, annualRate = 0.1 }: ValueOptions = {},
): number | null {
  const each = expectedSpend(spend, row);
  if (!('r' in model) || each === null) return null;
  // Of somebody certainly gone not a hundredth of a cent is left to expect.
  if (activityOf(model, row).active < certainlyGone) return 0;
  return margin * each * discountedVisits(model, row, annualRate, 13);
}

export interface YearValueRange {
  readonly expected: number;
  /** What 10 and 90 of 100 such customers do not exceed. */
  readonly low: number;
  readonly high: number;
}

/**
 * The expected value of the next 12 months with its 10-90 % range, minor units: the number of visits with its
 * distribution, their total given the number as normal with the mean and spread that the spend model says for this
 * customer. Weekly and so slower than `yearValue`: for one profile, not for all customers.
 */
export function yearValueRange(
  model: VisitForecaster,
  spend: SpendModel,
  row: VisitRow & SpendRow,
  { margin = 1, annualRate = 0.1 }: ValueOptions = {},
): YearValueRange | null {
  const each = expectedSpend(spend, row);
  if (!('r' in model) || each === null) return null;
  const expectedNow = discountedVisits(model, row, annualRate);
  const expectedPlain = visitOutlook(model, row, weeksOfYear).visits;
  // The range is that of the plain sum, brought to today's money like the expectation.
  const factor = margin * (expectedPlain > 0 ? expectedNow / expectedPlain : 1);
  const chances = chancesOfAtLeast(model, row, weeksOfYear);
  const spread = spreadOf(spend, row, each);
  const below = (total: number) =>
    chances.reduce((sum, chance, visits) => {
      const exactly = chance - (chances[visits + 1] ?? 0);
      if (visits === 0) return sum + (total >= 0 ? exactly : 0);
      const deviation = Math.sqrt(visits * spread.one + visits * visits * spread.customer);
      const above = total - visits * each;
      if (!(deviation > 0)) return sum + (above >= 0 ? exactly : 0);
      return sum + exactly * (erfc(-above / deviation / Math.SQRT2) / 2);
    }, 0);
  const quantile = (share: number): number => {
    if (below(0) >= share) return 0;
    let low = 0;
    let high = each * chances.length;
    // Where the mean spend of somebody is hardly known, the total may be many times what is expected.
    for (let step = 0; step < 60 && below(high) < share; step += 1) high *= 2;
    for (let step = 0; step < 40; step += 1) {
      const middle = (low + high) / 2;
      if (below(middle) < share) low = middle;
      else high = middle;
    }
    return high;
  };
  return {
    expected: margin * each * expectedNow,
    low: factor * quantile(0.1),
    high: factor * quantile(0.9),
  };
}

/** Variance of one amount around the customer's mean, and of that mean as far as it is not known yet. */
function spreadOf(spend: SpendModel, row: SpendRow, each: number): { one: number; customer: number } {
  if (spend.kind === 'shrunken') return { one: 0, customer: 0 };
  const own = row.meanSpend === null ? 0 : row.purchases;
  const shape = spend.p * own + spend.q;
  // Below 2 the model gives a mean but no finite spread.
  if (shape <= 2) return { one: 0, customer: 0 };
  const customer = (each * each) / (shape - 2);
  return { one: (each * each + customer) / spend.p, customer };
}
