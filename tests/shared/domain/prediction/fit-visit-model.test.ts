import { describe, expect, test } from 'vitest';
import {
  expectedVisits,
  type Family,
  fitVisitModel,
  probabilityActive,
  type VisitModel,
  type VisitRow,
} from '#shared/domain/prediction/index.ts';
import { readReference } from '#tests/support/reference.ts';
import { sharedReference } from '#tests/support/shared-reference.ts';
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

describe('large shops', () => {
  const wanted = JSON.parse(readReference('peer_timings.json')).cdnow_master_expected;

  test.for([
    { family: 'BG', fit: wanted.bg_nbd },
    { family: 'MBG', fit: wanted.mbg_nbd },
  ] as const)('the 23,570 customers of the CDNOW master, $family with k = 1', ({ family, fit }, context) => {
    const [, ...lines] = sharedReference(context, 'cdnow_master_cbs.csv').toString('utf8').trim().split('\n');
    // With k = 1 the gaps themselves do not matter.
    const rows = lines.map((line) => {
      const [, x = 0, recency = 0, age = 0] = line.split(',').map(Number);
      return { repeatVisits: x, recencyWeeks: recency / 7, ageWeeks: age / 7, sumLogGaps: 0 };
    });
    const model = fitted(rows, family, 1);
    expect(Math.abs(model.logLikelihood - fit.LL)).toBeLessThan(0.01);
    for (const name of ['r', 'alpha', 'a', 'b'] as const) within(model[name], fit.params[name], 2e-3);
  });

  test('above 50,000 customers an even part of them is fitted', (context) => {
    const [cafe] = referenceShops;
    if (!cafe) throw new Error('no shop');
    const { rows } = holdoutOf(readLog(context, cafe), cafe.until);
    const many = Array.from({ length: 130 }, () => rows).flat();
    const model = fitted(many, 'MBG', 2);
    expect(model.customers).toBe(52_000);
    within(model.r, cafe.expected.mbg_cnbd_k.params.r, 0.1);
    within(model.alpha, cafe.expected.mbg_cnbd_k.params.alpha, 0.1);
  });
});
