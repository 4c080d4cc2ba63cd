import { type Mean, meanOf, quantile, quantiles, type Sums, sumsOf } from '../statistics/index.ts';

/** Customers who spent `from` up to, without, `to` minor units; null: and more. */
export type SpendBar = { readonly from: number; readonly to: number | null; readonly customers: number };

/** How money is spread over the customers of a period; minor units. */
export type SpendDistribution = {
  readonly customers: number;
  readonly total: number;
  readonly mean: Mean;
  /** Null without customers. */
  readonly quantiles: SpendQuantiles | null;
  readonly bars: readonly SpendBar[];
  /** To compare with another period: `changeOfMean`. */
  readonly sums: Sums;
};

export type SpendQuantiles = {
  readonly tenth: number;
  readonly quarter: number;
  readonly median: number;
  readonly threeQuarters: number;
  readonly nineTenths: number;
};

/** Bars up to where 95 % of the customers are; the few beyond share the last one. */
const bulk = 0.95;
const mostBars = 10;

/** The spread of one total per customer, in minor units; negative totals (refunds) count as 0. */
export function spendDistribution(amounts: readonly number[]): SpendDistribution {
  const totals = amounts.map((amount) => Math.max(0, amount));
  const sums = sumsOf(totals);
  return {
    customers: totals.length,
    total: sums.sum,
    mean: meanOf(sums),
    quantiles: quantilesOf(totals),
    bars: barsOf(totals),
    sums,
  };
}

function quantilesOf(totals: readonly number[]): SpendQuantiles | null {
  const found = quantiles(totals, [0.1, 0.25, 0.5, 0.75, 0.9]);
  if (found === null) return null;
  const [tenth = 0, quarter = 0, median = 0, threeQuarters = 0, nineTenths = 0] = found;
  return { tenth, quarter, median, threeQuarters, nineTenths };
}

function barsOf(totals: readonly number[]): readonly SpendBar[] {
  const reach = quantile(totals, bulk);
  if (reach === null) return [];
  const step = roundStep(reach / mostBars);
  const count = Math.floor(reach / step) + 1;
  const bars = Array.from({ length: count }, (_, index) => ({
    from: index * step,
    to: index === count - 1 ? null : (index + 1) * step,
    customers: 0,
  }));
  for (const total of totals) {
    const bar = bars[Math.min(count - 1, Math.floor(total / step))];
    if (bar !== undefined) bar.customers += 1;
  }
  return bars;
}

/** The smallest of 1, 2, 5, 10, 20, 50 ... that is not below. */
function roundStep(least: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 5]) if (factor * power >= least) return factor * power;
  }
}
