import { logPrior } from './small-shop-prior.ts';
import { digamma, logGamma } from './special-functions.ts';
import { type Family, firstVisitCounts } from './visit-parameters.ts';
import type { VisitTable } from './visit-table.ts';

/** Rows worked through in one go. */
const block = 256;

export interface VisitLikelihoodOptions {
  readonly family: Family;
  readonly k: number;
  /** The shop's median gap for the small-shop prior; null for plain likelihood. */
  readonly priorGapWeeks: number | null;
}

/**
 * ln L of all customers (prediction.md §3) and its gradient by θ = (ln r, ln alpha, ln a, ln b). Made for one table and
 * k; what depends on the number of visits alone is worked out once per different number.
 */
export class VisitLikelihood {
  readonly #table: VisitTable;
  readonly #options: VisitLikelihoodOptions;
  /** The part of ln L that depends on the data and k alone. */
  readonly #constant: number;
  /** By number of repeat visits: n = r + kx, ln of the factor of S1. */
  readonly #n: Float64Array;
  readonly #logLeft: Float64Array;
  /** By number of repeat visits, k each: (n + j - 1) / j and Σ 1/(n + i) over i < j. */
  readonly #ratios: Float64Array;
  readonly #harmonics: Float64Array;
  /** By number of repeat visits: Σ weight · P(left | θ), which the gradients of a and b need. */
  readonly #left: Float64Array;
  /** By time: ln(alpha + time). */
  readonly #logTimes: Float64Array;
  /** Value and slopes by r and alpha, summed over the blocks of rows. */
  readonly #sums = new Float64Array(3);

  constructor(table: VisitTable, options: VisitLikelihoodOptions) {
    this.#table = table;
    this.#options = options;
    this.#constant = (options.k - 1) * table.sumLogGaps - table.sumRepeats * logGamma(options.k);
    this.#n = new Float64Array(table.repeats.length);
    this.#logLeft = new Float64Array(table.repeats.length);
    this.#ratios = new Float64Array(table.repeats.length * options.k);
    this.#harmonics = new Float64Array(table.repeats.length * options.k);
    this.#left = new Float64Array(table.repeats.length);
    this.#logTimes = new Float64Array(table.times.length);
  }

  /** The mean of -(ln L + ln prior) over the customers, and its gradient: what the fit minimises. */
  readonly objective = (theta: Float64Array, gradient: Float64Array): number => {
    const customers = this.#table.customers;
    let value = this.logLikelihood(theta, gradient);
    const gap = this.#options.priorGapWeeks;
    if (gap !== null) value += logPrior(theta, this.#options.k, gap, gradient, 1);
    for (let i = 0; i < gradient.length; i += 1) gradient[i] = -(gradient[i] ?? 0) / customers;
    return -value / customers;
  };

  /** ln L without the prior; writes its gradient by θ. */
  logLikelihood(theta: Float64Array, gradient: Float64Array): number {
    const [logR = 0, logAlpha = 0, logA = 0, logB = 0] = theta;
    const r = Math.exp(logR);
    const a = Math.exp(logA);
    const b = Math.exp(logB);
    this.#prepare(r, a, b);
    const alpha = Math.exp(logAlpha);
    const rows = this.#overRows(alpha);
    const { repeats, customersByRepeats, customers } = this.#table;
    const { k, family } = this.#options;
    const delta = firstVisitCounts(family);
    const atStart = logGamma(b) - logGamma(a + b);
    const slopeAtStart = digamma(a + b);
    const [psiR, psiB, logGammaR] = [digamma(r), digamma(b), logGamma(r)];
    let value = this.#constant + rows.value + customers * r * logAlpha;
    let dr = rows.dr + customers * logAlpha;
    let da = 0;
    let db = 0;
    for (let i = 0; i < repeats.length; i += 1) {
      const x = repeats[i] ?? 0;
      const weight = customersByRepeats[i] ?? 0;
      const left = this.#left[i] ?? 0;
      const n = r + k * x;
      const stays = b + x + delta;
      value += weight * (logGamma(stays) - logGamma(a + stays) - atStart + logGamma(n) - logGammaR);
      dr += weight * (digamma(n) - psiR);
      const common = weight * (slopeAtStart - digamma(a + stays));
      da += common + left / a;
      db += common + weight * (digamma(stays) - psiB) - (left > 0 ? left / (stays - 1) : 0);
    }
    gradient[0] = dr * r;
    gradient[1] = customers * r + rows.dalpha * alpha;
    gradient[2] = da * a;
    gradient[3] = db * b;
    return value;
  }

  #prepare(r: number, a: number, b: number): void {
    const { k, family } = this.#options;
    const delta = firstVisitCounts(family);
    const { repeats } = this.#table;
    this.#left.fill(0);
    for (let i = 0; i < repeats.length; i += 1) {
      const x = repeats[i] ?? 0;
      const n = r + k * x;
      this.#n[i] = n;
      const stayed = b + x - 1 + delta;
      // BG: nobody leaves after the first visit, so without repeat visits there is no S1.
      this.#logLeft[i] = delta === 0 && x === 0 ? Number.NEGATIVE_INFINITY : Math.log(a / stayed);
      let harmonic = 0;
      for (let j = 0; j < k; j += 1) {
        this.#ratios[i * k + j] = j === 0 ? 1 : (n + j - 1) / j;
        this.#harmonics[i * k + j] = harmonic;
        harmonic += 1 / (n + j);
      }
    }
  }

  /**
   * The terms that depend on the times, and their slopes by r and alpha. In blocks: a single long loop is compiled while it
   * runs, before the engine has seen its end, and then thrown away at that end every time.
   */
  #overRows(alpha: number): { value: number; dr: number; dalpha: number } {
    const sums = this.#sums.fill(0);
    const times = this.#table.times;
    for (let i = 0; i < times.length; i += 1) this.#logTimes[i] = Math.log(alpha + (times[i] ?? 0));
    const rows = this.#table.weight.length;
    for (let from = 0; from < rows; from += block) {
      this.#overBlock(alpha, from, Math.min(rows, from + block));
    }
    return { value: sums[0] ?? 0, dr: sums[1] ?? 0, dalpha: sums[2] ?? 0 };
  }

  #overBlock(alpha: number, from: number, to: number): void {
    const { repeatIndex, recency, age, weight, recencyAt, ageAt } = this.#table;
    const logTimes = this.#logTimes;
    const k = this.#options.k;
    const ratios = this.#ratios;
    const harmonics = this.#harmonics;
    let value = 0;
    let dr = 0;
    let dalpha = 0;
    for (let row = from; row < to; row += 1) {
      const index = repeatIndex[row] ?? 0;
      const n = this.#n[index] ?? 0;
      const end = alpha + (age[row] ?? 0);
      const last = alpha + (recency[row] ?? 0);
      const logEnd = logTimes[ageAt[row] ?? 0] ?? 0;
      const apart = logEnd - (logTimes[recencyAt[row] ?? 0] ?? 0);
      const waited = (end - last) / end;
      let stage = 1;
      let stay = 1;
      let byShape = 0;
      let byScale = 0;
      for (let j = 1; j < k; j += 1) {
        stage *= (ratios[index * k + j] ?? 0) * waited;
        stay += stage;
        byShape += stage * (harmonics[index * k + j] ?? 0);
        byScale += stage * j;
      }
      // ln(S1 + S2) from the larger of the two, so that neither overflows.
      const logStay = k === 1 ? 0 : Math.log(stay);
      const odds = (this.#logLeft[index] ?? 0) + n * apart - logStay;
      const ratio = Math.exp(-Math.abs(odds));
      const left = (odds > 0 ? 1 : ratio) / (1 + ratio);
      const active = (1 - left) / stay;
      const weighs = weight[row] ?? 0;
      value += weighs * (logStay + Math.max(odds, 0) + Math.log1p(ratio) - n * logEnd);
      dr += weighs * (left * apart - logEnd + active * byShape);
      dalpha += weighs * (left * n * (1 / end - 1 / last) - (n + active * byScale) / end);
      this.#left[index] = (this.#left[index] ?? 0) + weighs * left;
    }
    this.#sums[0] = (this.#sums[0] ?? 0) + value;
    this.#sums[1] = (this.#sums[1] ?? 0) + dr;
    this.#sums[2] = (this.#sums[2] ?? 0) + dalpha;
  }
}
