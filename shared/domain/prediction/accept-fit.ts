import { activityOf } from './activity.ts';
import { fitStages, otherStart, parametersOf, type StageFit, type StageFitOptions } from './fit-stages.ts';
import { expectedVisitsOfNewcomer, visitOutlook } from './future-visits.ts';
import { minimise } from './minimise.ts';
import { plainRepeatObjective } from './plain-repeat-likelihood.ts';
import type { VisitParameters } from './visit-parameters.ts';
import type { VisitRow } from './visit-row.ts';
import type { VisitTable } from './visit-table.ts';

/** Why a fit may not be used (prediction.md §8). */
export type Refusal =
  | 'notConverged'
  | 'atBox'
  | 'worseThanStart'
  | 'worseThanNobodyLeaving'
  | 'notIdentified'
  | 'startsDisagree'
  | 'impossibleForecast'
  /** Expected repeat visits of the past differ from the observed by more than 30 %. */
  | 'misfit';

const largestGradient = 1e-4;
const agreement = 0.01;
const backcastTolerance = 0.3;
const hessianStep = 1e-4;
/** Forecasts to look at; spread over the whole table. */
const forecastsToCheck = 400;
const backcastGroups = 40;

/** The first reason to refuse a fit; null for a fit that may be used. */
export function refusalOf(table: VisitTable, fit: StageFit, options: StageFitOptions): Refusal | null {
  const { minimum, likelihood, start } = fit;
  if (minimum.atBox) return 'atBox';
  if (!(minimum.gradient < largestGradient) || !Number.isFinite(minimum.value)) return 'notConverged';
  const gradient = new Float64Array(4);
  if (minimum.value > likelihood.objective(start, gradient)) return 'worseThanStart';
  if (fit.k === 1 && likelihood.logLikelihood(minimum.at, gradient) < nobodyLeaving(table) - 2) {
    return 'worseThanNobodyLeaving';
  }
  if (!hessianIsPositive(fit)) return 'notIdentified';
  const other = fitStages(table, fit.k, options, otherStart(options.typicalGapWeeks, fit.k));
  if (Math.abs(other.penalised - fit.penalised) > agreement) return 'startsDisagree';
  const parameters = parametersOf(fit, options.family);
  if (!forecastsArePossible(table, parameters, options.typicalGapWeeks)) return 'impossibleForecast';
  const past = backcast(table, parameters);
  return Math.abs(past - table.sumRepeats) > backcastTolerance * table.sumRepeats ? 'misfit' : null;
}

function nobodyLeaving(table: VisitTable): number {
  const { value } = minimise(plainRepeatObjective(table), Float64Array.of(0, 1), {
    box: 9.2,
    tolerance: 1e-6,
    maxEvaluations: 200,
  });
  return -value * table.customers;
}

/** The Hessian from differences of the gradient; positive when Cholesky's elimination finds only positive pivots. */
function hessianIsPositive({ likelihood, minimum }: StageFit): boolean {
  const size = minimum.at.length;
  const slopes = Array.from({ length: size }, (_, i) => {
    const at = (sign: number) => {
      const gradient = new Float64Array(size);
      likelihood.objective(
        minimum.at.map((value, j) => (j === i ? value + sign * hessianStep : value)),
        gradient,
      );
      return gradient;
    };
    const [up, down] = [at(1), at(-1)];
    return up.map((value, j) => (value - (down[j] ?? 0)) / (2 * hessianStep));
  });
  const at = (i: number, j: number) => ((slopes[i]?.[j] ?? 0) + (slopes[j]?.[i] ?? 0)) / 2;
  const lower = slopes.map((row) => new Float64Array(row.length));
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let left = at(i, j);
      for (let m = 0; m < j; m += 1) left -= (lower[i]?.[m] ?? 0) * (lower[j]?.[m] ?? 0);
      if (i === j && !(left > 0)) return false;
      const row = lower[i];
      if (row) row[j] = i === j ? Math.sqrt(left) : left / (lower[j]?.[j] ?? 1);
    }
  }
  return true;
}

function rowAt(table: VisitTable, at: number): VisitRow {
  return {
    repeatVisits: table.repeats[table.repeatIndex[at] ?? 0] ?? 0,
    recencyWeeks: table.recency[at] ?? 0,
    ageWeeks: table.age[at] ?? 0,
    sumLogGaps: 0,
  };
}

/** Every chance in 0..1; expected visits within what all stages together could give. */
function forecastsArePossible(table: VisitTable, parameters: VisitParameters, gapWeeks: number): boolean {
  const { k, alpha, r } = parameters;
  const weeks = 4 * gapWeeks;
  const stride = Math.max(1, Math.floor(table.weight.length / forecastsToCheck));
  for (let at = 0; at < table.weight.length; at += 1) {
    const row = rowAt(table, at);
    const { active } = activityOf(parameters, row);
    if (!(active >= 0 && active <= 1)) return false;
    if (at % stride !== 0) continue;
    const expected = visitOutlook(parameters, row, weeks).visits;
    const most = (((r + k * row.repeatVisits + k) * weeks) / (alpha + row.ageWeeks) + k) / k;
    if (!(expected >= 0 && expected <= most)) return false;
  }
  return true;
}

/** Expected repeat visits of all customers up to now; customers of about the same age are counted at their mean age. */
function backcast(table: VisitTable, parameters: VisitParameters): number {
  const order = Array.from(table.age.keys()).sort((a, b) => (table.age[a] ?? 0) - (table.age[b] ?? 0));
  const perGroup = Math.ceil(order.length / backcastGroups);
  let total = 0;
  for (let from = 0; from < order.length; from += perGroup) {
    let customers = 0;
    let weeks = 0;
    for (const at of order.slice(from, from + perGroup)) {
      customers += table.weight[at] ?? 0;
      weeks += (table.weight[at] ?? 0) * (table.age[at] ?? 0);
    }
    total += customers * expectedVisitsOfNewcomer(parameters, weeks / customers);
  }
  return total;
}
