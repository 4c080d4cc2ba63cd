import { type Minimum, minimise } from './minimise.ts';
import type { Steps } from './steps.ts';
import { VisitLikelihood } from './visit-likelihood.ts';
import type { Family, VisitParameters } from './visit-parameters.ts';
import type { VisitTable } from './visit-table.ts';

/** |ln parameter| at most: parameters from 1e-4 to 1e4. */
const box = 9.2;
/** Largest |gradient of LL/N|: to choose among fits, where LL is right to 1e-4 even with 25,000 customers, and at the end. */
const searchTolerance = 1e-5;
const finalTolerance = 1e-7;
/** Clockwork customers would take ever more; from here on the forecasts hardly change. */
const mostStages = 12;

export interface StageFitOptions {
  readonly family: Family;
  readonly typicalGapWeeks: number;
  readonly prior: boolean;
}

/** A fit with one k: where it ended and whether the optimiser is content. */
export interface StageFit {
  readonly k: number;
  readonly likelihood: VisitLikelihood;
  readonly minimum: Minimum;
  readonly start: Float64Array;
  /** ln L + ln prior (without its constant), or ln L without a prior. */
  readonly penalised: number;
}

export function fitStages(
  table: VisitTable,
  k: number,
  options: StageFitOptions,
  start: Float64Array,
  tolerance: number = searchTolerance,
): StageFit {
  const likelihood = new VisitLikelihood(table, {
    family: options.family,
    k,
    priorGapWeeks: options.prior ? options.typicalGapWeeks : null,
  });
  const minimum = minimise(likelihood.objective, start, { box, tolerance, maxEvaluations: 400 });
  return { k, likelihood, minimum, start, penalised: -minimum.value * table.customers };
}

/** The same fit carried on to the last digits. */
export function polished(table: VisitTable, fit: StageFit, options: StageFitOptions): StageFit {
  return { ...fitStages(table, fit.k, options, fit.minimum.at, finalTolerance), start: fit.start };
}

/** r = 1, alpha = gap / k, a = 1, b = 3: what a shop looks like before anything is known. */
export const usualStart = (gapWeeks: number, k: number): Float64Array =>
  Float64Array.of(0, Math.log(gapWeeks / k), 0, Math.log(3));

/** A start well away from the usual one: more alike customers who leave less. */
export const otherStart = (gapWeeks: number, k: number): Float64Array =>
  Float64Array.of(1, 1 + Math.log(gapWeeks / k), -1, Math.log(5));

/** The fits with k = 1, 2, 3, ... until the likelihood fell twice in a row; one in a step. */
export function* searchStages(
  table: VisitTable,
  options: StageFitOptions,
  most: number,
): Steps<readonly StageFit[]> {
  const fits: StageFit[] = [];
  let falls = 0;
  for (let k = 1; k <= Math.min(most, mostStages) && falls < 2; k += 1) {
    const before = fits.at(-1);
    const start = before
      ? before.minimum.at.map((value, i) => (i === 1 ? value + Math.log((k - 1) / k) : value))
      : usualStart(options.typicalGapWeeks, 1);
    const fit = fitStages(table, k, options, start);
    falls = before && fit.penalised < before.penalised ? falls + 1 : 0;
    fits.push(fit);
    yield;
  }
  return fits;
}

export function bestOf(fits: readonly StageFit[]): StageFit | undefined {
  return fits.reduce<StageFit | undefined>(
    (best, fit) => (best && best.penalised >= fit.penalised ? best : fit),
    undefined,
  );
}

export function parametersOf({ k, minimum }: StageFit, family: Family): VisitParameters {
  const [r = Number.NaN, alpha = Number.NaN, a = Number.NaN, b = Number.NaN] = minimum.at.map(Math.exp);
  return { family, k, r, alpha, a, b };
}
