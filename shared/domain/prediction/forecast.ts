import { activityOf, weeksUntilChance } from './activity.ts';
import type { NoVisitModel } from './fit-visit-model.ts';
import { rangeOfVisits, usualWaitWeeks, type VisitRange, visitOutlook } from './future-visits.ts';
import type { VisitParameters } from './visit-parameters.ts';
import type { VisitRow } from './visit-row.ts';

/** A fitted model or why there is none; without one every forecast is null: no figure out of nothing. */
export type VisitForecaster = VisitParameters | NoVisitModel;

type Forecast<Model, Value> = Model extends VisitParameters ? Value : Value | null;

function ask<Model extends VisitForecaster, Value>(
  model: Model,
  answer: (parameters: VisitParameters) => Value,
): Forecast<Model, Value>;
function ask<Value>(model: VisitForecaster, answer: (parameters: VisitParameters) => Value): Value | null {
  return 'r' in model ? answer(model) : null;
}

/** Probability that the customer has not left for good. */
export const probabilityActive = <Model extends VisitForecaster>(model: Model, row: VisitRow) =>
  ask(model, (parameters) => activityOf(parameters, row).active);

/** Expected visits in the next `weeks`. */
export const expectedVisits = <Model extends VisitForecaster>(model: Model, row: VisitRow, weeks: number) =>
  ask(model, (parameters) => visitOutlook(parameters, row, weeks).visits);

/** Probability of at least one visit in the next `weeks`. */
export const probabilityOfReturn = <Model extends VisitForecaster>(
  model: Model,
  row: VisitRow,
  weeks: number,
) => ask(model, (parameters) => visitOutlook(parameters, row, weeks).chance);

/** Visits in the next `weeks` that 10 and 90 of 100 such customers do not exceed. */
export const visitRange = <Model extends VisitForecaster>(model: Model, row: VisitRow, weeks: number) =>
  ask<Model, VisitRange>(model, (parameters) => rangeOfVisits(parameters, row, weeks));

/** Weeks after the last visit at which the next one was expected: as likely before as after. */
export const expectedNextVisit = <Model extends VisitForecaster>(model: Model, row: VisitRow) =>
  ask(model, (parameters) => usualWaitWeeks(parameters, row));

/** Weeks after the last visit from which on leaving is likelier than not; null when never within 20 years. */
export const worryAfter = <Model extends VisitForecaster>(model: Model, row: VisitRow) =>
  ask<Model, number | null>(model, (parameters) => weeksUntilChance(parameters, row, 0.5));
