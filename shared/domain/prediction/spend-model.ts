import { median } from '../statistics/index.ts';
import { type Minimum, minimise, type Objective } from './minimise.ts';
import { digamma, logGamma } from './special-functions.ts';

/** What one customer paid: visits with an amount and their mean, in minor units. */
export interface SpendRow {
  readonly purchases: number;
  /** Null, like 0 purchases, when no amount is known. */
  readonly meanSpend: number | null;
}

/**
 * Gamma-Gamma (prediction.md §6): a customer's amounts are Gamma(p, rate nu), nu ~ Gamma(q, rate v) over the customers,
 * however often they come.
 */
export interface GammaGamma {
  readonly kind: 'gammaGamma';
  readonly p: number;
  readonly q: number;
  readonly v: number;
  /** Mean spend per visit of all customers: p v / (q - 1), minor units. */
  readonly populationMean: number;
  readonly logLikelihood: number;
  readonly customers: number;
  /** Between purchases and mean spend; the model assumes none. Null when it cannot be worked out. */
  readonly correlation: number | null;
  /** The correlation is above 0.3 either way: say that the expected spend is less certain. */
  readonly goesWithFrequency: boolean;
}

/** Without a fit that may be trusted: own mean and shop's median, weighted by own purchases and 3. */
export interface ShrunkenSpend {
  readonly kind: 'shrunken';
  /** Median of the customers' means; null when nobody paid anything. */
  readonly shopMedian: number | null;
}

export type SpendModel = GammaGamma | ShrunkenSpend;

/** |ln parameter| at most once amounts are scaled by their mean: beyond it ln Γ differences are rounding errors. */
const box = 7;
const largestGradient = 1e-4;
/** At a wall with the other slopes under this the fit wants out of the box, and is not used. */
const endAtWall = 0.1;
const fewestCustomers = 10;
const fewestRepeaters = 5;
const shopWeight = 3;
const strongCorrelation = 0.3;

interface Known {
  readonly purchases: number;
  readonly meanSpend: number;
}

/** @throws RangeError for purchases that are no counts or means that are no numbers */
export function fitSpendModel(rows: readonly SpendRow[]): SpendModel {
  const known = rows.flatMap(({ purchases, meanSpend }): Known[] => {
    if (
      !Number.isInteger(purchases) ||
      purchases < 0 ||
      (meanSpend !== null && !Number.isFinite(meanSpend))
    ) {
      throw new RangeError(`Not what somebody paid: ${purchases} times ${meanSpend}`);
    }
    return purchases > 0 && meanSpend !== null && meanSpend > 0 ? [{ purchases, meanSpend }] : [];
  });
  const shrunken: ShrunkenSpend = { kind: 'shrunken', shopMedian: median(known.map((row) => row.meanSpend)) };
  const repeaters = known.filter(({ purchases }) => purchases > 1).length;
  if (known.length < fewestCustomers || repeaters < fewestRepeaters) return shrunken;
  const scale = known.reduce((sum, row) => sum + row.meanSpend, 0) / known.length;
  const objective = objectiveOf(known, scale);
  const minimum = minimise(objective, Float64Array.of(1, 1, 1), {
    box,
    tolerance: 1e-8,
    maxEvaluations: 1000,
    endAtWall,
  });
  const [p = 0, q = 0, v = 0] = minimum.at.map(Math.exp);
  if (!mayBeUsed(minimum) || !(q > 1)) return shrunken;
  const found = correlationOf(known);
  return {
    kind: 'gammaGamma',
    p,
    q,
    v: v * scale,
    populationMean: (p * v * scale) / (q - 1),
    // The density of an amount in minor units is that of the scaled one divided by the scale.
    logLikelihood: -known.length * (minimum.value + Math.log(scale)),
    customers: known.length,
    correlation: found,
    goesWithFrequency: found !== null && Math.abs(found) > strongCorrelation,
  };
}

const mayBeUsed = (minimum: Minimum): boolean =>
  !minimum.atBox && Number.isFinite(minimum.value) && minimum.gradient < largestGradient;

/** What of the likelihood depends on the number of purchases alone, worked out once per different number. */
class ByPurchases {
  /** Per customer: the place of their number of purchases among the different ones. */
  readonly index: Int32Array;
  /** ln Γ(pn + q) - ln Γ(pn), and the derivatives of both. */
  readonly values: Float64Array;
  readonly slopesBelow: Float64Array;
  readonly slopesAbove: Float64Array;
  readonly #different: readonly number[];

  constructor(rows: readonly Known[]) {
    const places = new Map<number, number>();
    this.index = Int32Array.from(rows, ({ purchases }) => {
      const place = places.get(purchases) ?? places.size;
      places.set(purchases, place);
      return place;
    });
    this.#different = [...places.keys()];
    this.values = new Float64Array(places.size);
    this.slopesBelow = new Float64Array(places.size);
    this.slopesAbove = new Float64Array(places.size);
  }

  prepare(p: number, q: number): void {
    for (const [place, n] of this.#different.entries()) {
      const shape = p * n;
      this.values[place] = logGamma(shape + q) - logGamma(shape);
      this.slopesBelow[place] = digamma(shape);
      this.slopesAbove[place] = digamma(shape + q);
    }
  }
}

/** The mean of -ln L by (ln p, ln q, ln v), amounts divided by `scale`. */
function objectiveOf(rows: readonly Known[], scale: number): Objective {
  const purchases = Float64Array.from(rows, (row) => row.purchases);
  const totals = Float64Array.from(rows, (row) => (row.purchases * row.meanSpend) / scale);
  const logTotals = totals.map(Math.log);
  const byPurchases = new ByPurchases(rows);
  const { index, values, slopesBelow, slopesAbove } = byPurchases;
  // What does not depend on the parameters: the density is by the mean m, hence -ln m.
  const constant = -rows.reduce((sum, { meanSpend }) => sum + Math.log(meanSpend / scale), 0);
  return (theta, gradient) => {
    const [p = 0, q = 0, v = 0] = theta.map(Math.exp);
    byPurchases.prepare(p, q);
    const atStart = q * Math.log(v) - logGamma(q);
    const slopeAtStart = Math.log(v) - digamma(q);
    let value = constant + rows.length * atStart;
    let dp = 0;
    let dq = rows.length * slopeAtStart;
    let dv = (rows.length * q) / v;
    for (let i = 0; i < purchases.length; i += 1) {
      const n = purchases[i] ?? 0;
      const total = totals[i] ?? 0;
      const place = index[i] ?? 0;
      const shape = p * n;
      const logAll = Math.log(total + v);
      const logTotal = logTotals[i] ?? 0;
      const psi = slopesAbove[place] ?? 0;
      value += (values[place] ?? 0) + shape * logTotal - (shape + q) * logAll;
      dp += n * (psi - (slopesBelow[place] ?? 0) + logTotal - logAll);
      dq += psi - logAll;
      dv -= (shape + q) / (total + v);
    }
    gradient[0] = (-dp * p) / rows.length;
    gradient[1] = (-dq * q) / rows.length;
    gradient[2] = (-dv * v) / rows.length;
    return -value / rows.length;
  };
}

function correlationOf(rows: readonly Known[]): number | null {
  const mean = (of: (row: Known) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length;
  const meanN = mean((row) => row.purchases);
  const meanM = mean((row) => row.meanSpend);
  const together = mean((row) => (row.purchases - meanN) * (row.meanSpend - meanM));
  const spread = Math.sqrt(
    mean((row) => (row.purchases - meanN) ** 2) * mean((row) => (row.meanSpend - meanM) ** 2),
  );
  return spread > 0 ? together / spread : null;
}

/** Expected amount of one visit of a customer in minor units; null when nobody ever paid anything. */
export function expectedSpend(model: GammaGamma, row: SpendRow): number;
export function expectedSpend(model: SpendModel, row: SpendRow): number | null;
export function expectedSpend(model: SpendModel, { purchases, meanSpend }: SpendRow): number | null {
  const own = purchases > 0 && meanSpend !== null && meanSpend > 0 ? purchases : 0;
  const ownMean = own > 0 ? (meanSpend ?? 0) : 0;
  if (model.kind === 'gammaGamma') {
    const { p, q, v } = model;
    return (p * (v + own * ownMean)) / (p * own + q - 1);
  }
  if (model.shopMedian === null) return null;
  return (own * ownMean + shopWeight * model.shopMedian) / (own + shopWeight);
}
