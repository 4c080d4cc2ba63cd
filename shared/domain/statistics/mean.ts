import { fewestPeopleForRate } from './rate.ts';
import { type Interval, z95 } from './wilson.ts';

/** Count, sum and sum of squares of some values: all that their mean and its interval need, easily added up by SQL. */
export type Sums = { readonly n: number; readonly sum: number; readonly sumOfSquares: number };

export type Mean = {
  readonly n: number;
  /** Null without values: no data. */
  readonly mean: number | null;
  /** 95 %: mean ± z s/√n; null below 20 values, where it would promise too much. */
  readonly interval: Interval | null;
};

export type MeanDifference = { readonly difference: number; readonly interval: Interval };

export function sumsOf(values: Iterable<number>): Sums {
  let n = 0;
  let sum = 0;
  let sumOfSquares = 0;
  for (const value of values) {
    n += 1;
    sum += value;
    sumOfSquares += value * value;
  }
  return { n, sum, sumOfSquares };
}

/** Sample variance over n; rounding may push it below 0, which it cannot be. */
function varianceOfMean({ n, sum, sumOfSquares }: Sums): number {
  return Math.max(0, sumOfSquares - (sum * sum) / n) / (n - 1) / n;
}

/** The mean with the normal 95 % interval from the sample's own spread. */
export function meanOf(sums: Sums): Mean {
  const { n, sum } = sums;
  if (n === 0) return { n, mean: null, interval: null };
  const mean = sum / n;
  if (n < fewestPeopleForRate) return { n, mean, interval: null };
  const margin = z95 * Math.sqrt(varianceOfMean(sums));
  return { n, mean, interval: { low: mean - margin, high: mean + margin } };
}

/** a - b of two independent means with unequal spreads, 95 % (Welch's error); null below 20 values on either side. */
export function meanDifference(a: Sums, b: Sums): MeanDifference | null {
  if (a.n < fewestPeopleForRate || b.n < fewestPeopleForRate) return null;
  const difference = a.sum / a.n - b.sum / b.n;
  const margin = z95 * Math.sqrt(varianceOfMean(a) + varianceOfMean(b));
  return { difference, interval: { low: difference - margin, high: difference + margin } };
}
