import { describe, expect, test } from 'vitest';
import {
  expectedVisits,
  type Family,
  fitVisitModel,
  probabilityActive,
  type VisitModel,
  type VisitRow,
} from '#shared/domain/prediction/index.ts';
import { type ExpectedFit, holdoutOf, readLog, referenceShops } from './reference-fits.ts';

const within = (found: number, wanted: number, relative: number) =>
  expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThanOrEqual(Math.abs(wanted) * relative);

function fitted(rows: readonly VisitRow[], family: Family, k: number | 'auto'): VisitModel {
  const model = fitVisitModel(rows, { family, k, prior: false });
  if (model.kind === 'none') throw new Error(`no model: ${model.reason}`);
  return model;
}

function checkFit(model: VisitModel, { params, LL, LL_by_k = {} }: ExpectedFit): void {
  expect(model.k).toBe(params.k ?? 1);
  expect(Math.abs(model.logLikelihood - LL)).toBeLessThan(0.01);
  for (const name of ['r', 'alpha', 'a', 'b'] as const) within(model[name], params[name], 2e-3);
  const byK = new Map(model.penalisedByK.map((one) => [one.k, one.penalisedLogLikelihood]));
  for (const [k, wanted] of Object.entries(LL_by_k)) {
    expect(Math.abs((byK.get(Number(k)) ?? Number.NaN) - wanted)).toBeLessThan(0.01);
  }
}

function checkForecasts(
  model: VisitModel,
  { rows, actual }: ReturnType<typeof holdoutOf>,
  { sum_palive, holdout_pred_exact, MAE }: ExpectedFit,
  weeks: number,
): void {
  let active = 0;
  let total = 0;
  let errors = 0;
  rows.forEach((row, index) => {
    const expected = expectedVisits(model, row, weeks);
    active += probabilityActive(model, row);
    total += expected;
    errors += Math.abs(expected - (actual[index] ?? 0));
  });
  within(active, sum_palive, 2e-3);
  within(total, holdout_pred_exact, 2e-3);
  within(errors / rows.length, MAE, 2e-3);
}

const chosenK = [2, 5, 1, 2];

describe.each(referenceShops.map((shop, index) => ({ ...shop, k: chosenK[index] })))('$name', (shop) => {
  const { expected } = shop;

  test.for([
    { name: 'BG with k = 1', family: 'BG', k: 1, fit: expected.bg_nbd },
    { name: 'BG with its best k', family: 'BG', k: 'auto', fit: expected.bg_cnbd_k },
    { name: 'MBG with k = 1', family: 'MBG', k: 1, fit: expected.mbg_nbd },
    { name: 'MBG with its best k', family: 'MBG', k: 'auto', fit: expected.mbg_cnbd_k },
  ] as const)('$name', ({ family, k, fit }, context) => {
    const holdout = holdoutOf(readLog(context, shop), shop.until);
    const model = fitted(holdout.rows, family, k);
    checkFit(model, fit);
    checkForecasts(model, holdout, fit, expected.horizon_weeks);
  });

  test('the small-shop prior changes next to nothing here and leaves k alone', (context) => {
    const { rows } = holdoutOf(readLog(context, shop), shop.until);
    const model = fitVisitModel(rows);
    if (model.kind === 'none') throw new Error(`no model: ${model.reason}`);
    expect(model.k).toBe(shop.k);
    expect(model.logLikelihood).toBeLessThanOrEqual(expected.mbg_cnbd_k.LL + 0.01);
    expect(model.logLikelihood).toBeGreaterThan(expected.mbg_cnbd_k.LL - 3);
  });
});
