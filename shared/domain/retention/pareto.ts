/** With fewer customers than this their names say more than percentages (metrics.md §6). */
export const fewestForPareto = 10;

/** How unevenly revenue is spread over the customers. */
export type ParetoShare = {
  /** Customers, and their revenue; negative totals (refunds) count as 0. */
  readonly n: number;
  readonly total: number;
  /** The customers on top: ceil(0.2 n). */
  readonly k: number;
  /** Their share of the revenue. */
  readonly share: number;
  /** The fewest customers who make 80 % of the revenue, and what share of all they are. */
  readonly customersFor80: number;
  readonly shareFor80: number;
  /** Gini coefficient: 0 when all spend alike, towards 1 when one spends all. */
  readonly gini: number;
  /** Fewer than 10 customers: name them instead. */
  readonly fewPeople: boolean;
};

const bulkShare = 0.8;

/**
 * The share of revenue of the top 20 % of customers, its companion and the Gini coefficient (metrics.md §6) from one
 * amount per identified customer, in any unit. Gini = 2 Σ i x_i / (n Σ x) - (n+1)/n, x rising.
 * Null without customers or revenue: no data.
 *
 * From a visit log: `paretoShare(historiesOf(visits, { end: '2024-01-01' }).map((one) => one.spend))`.
 */
export function paretoShare(amounts: readonly number[]): ParetoShare | null {
  const falling = fallingAmounts(amounts);
  const n = falling.length;
  const total = falling.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return null;
  const k = Math.ceil(n / 5);
  const top = falling.slice(0, k).reduce((sum, amount) => sum + amount, 0);
  let weighted = 0;
  let running = 0;
  let customersFor80 = 0;
  for (const [index, amount] of falling.entries()) {
    weighted += (n - index) * amount;
    if (running < bulkShare * total - 1e-9 * total) customersFor80 = index + 1;
    running += amount;
  }
  return {
    n,
    total,
    k,
    share: top / total,
    customersFor80,
    shareFor80: customersFor80 / n,
    gini: Math.max(0, (2 * weighted) / (n * total) - (n + 1) / n),
    fewPeople: n < fewestForPareto,
  };
}

function fallingAmounts(amounts: readonly number[]): readonly number[] {
  // A typed array sorts numbers several times faster than an array with a comparison.
  const rising = Float64Array.from(amounts, (amount) => Math.max(0, amount)).sort();
  return Array.from(rising.reverse());
}

/** A point of the Pareto curve: the best so many customers make so much of the revenue, both as shares. */
export type ParetoPoint = { readonly customers: number; readonly revenue: number };

/** The curve from (0, 0) to (1, 1), best customers first, with at most `points` steps. Empty without revenue. */
export function paretoCurve(amounts: readonly number[], points = 100): readonly ParetoPoint[] {
  const falling = fallingAmounts(amounts);
  const total = falling.reduce((sum, amount) => sum + amount, 0);
  if (total === 0) return [];
  const steps = Math.min(points, falling.length);
  const curve: ParetoPoint[] = [{ customers: 0, revenue: 0 }];
  let running = 0;
  let taken = 0;
  for (let step = 1; step <= steps; step += 1) {
    const upTo = Math.round((step * falling.length) / steps);
    for (; taken < upTo; taken += 1) running += falling[taken] ?? 0;
    curve.push({ customers: upTo / falling.length, revenue: step === steps ? 1 : running / total });
  }
  return curve;
}
