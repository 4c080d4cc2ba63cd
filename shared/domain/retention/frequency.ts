import { type Mean, meanOf, median, type Rate, rateOf, type Sums, sumsOf } from '../statistics/index.ts';

/** A bar of the histogram: customers with `from` to `to` visits; null: and more. */
export type FrequencyBar = { readonly from: number; readonly to: number | null; readonly customers: number };

/** How often customers came. */
export type Frequency = {
  readonly customers: number;
  readonly visits: number;
  /** Visits per customer with its interval. */
  readonly mean: Mean;
  readonly median: number | null;
  /** Customers with two or more visits out of all seen: the repeat rate (metrics.md §0 and §2). */
  readonly repeat: Rate;
  readonly histogram: readonly FrequencyBar[];
  /** To compare with another period: `changeOfMean`. */
  readonly sums: Sums;
};

/** Where the bars of the histogram begin: 1, 2-3, 4-7, 8-12, 13 and more. */
const barStarts = [1, 2, 4, 8, 13] as const;

/**
 * Repeat rate, frequency and its histogram from each customer's number of visit days: those of a period or of the whole
 * history. Customers without a visit do not count.
 */
export function frequencyOf(visitDays: Iterable<number>): Frequency {
  const counts = [...visitDays].filter((days) => days > 0);
  const sums = sumsOf(counts);
  return {
    customers: counts.length,
    visits: sums.sum,
    mean: meanOf(sums),
    median: median(counts),
    repeat: rateOf(counts.filter((days) => days >= 2).length, counts.length),
    histogram: barStarts.map((from, index) => {
      const next = barStarts[index + 1];
      const inBar = counts.filter((days) => days >= from && (next === undefined || days < next));
      return { from, to: next === undefined ? null : next - 1, customers: inBar.length };
    }),
    sums,
  };
}
