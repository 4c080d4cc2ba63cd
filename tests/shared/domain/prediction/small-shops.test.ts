import { describe, expect, test } from 'vitest';
import {
  expectedVisits,
  fitVisitModel,
  probabilityActive,
  summariseVisits,
} from '#shared/domain/prediction/index.ts';
import { typicalGap } from '#shared/domain/prediction/visit-row.ts';
import { readReference } from '#tests/support/reference.ts';
import { dayNumber, readLog, referenceShops } from './reference-fits.ts';

interface SmallShop {
  readonly file: string;
  readonly n: number;
  readonly n_gaps: number;
  readonly typical_gap_weeks: number;
  readonly horizon_weeks: number;
  readonly k: number;
  readonly params: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };
  readonly penalised_LL: number;
  readonly penalised_LL_by_k: Readonly<Record<string, number>>;
  readonly sum_palive: number;
  readonly sum_expected: number;
}

const { cases } = JSON.parse(readReference('map_small_shop_expected.json')) as {
  cases: readonly SmallShop[];
};

const within = (found: number, wanted: number, relative: number) =>
  expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThanOrEqual(Math.abs(wanted) * relative);

describe('fits with the small-shop prior', () => {
  test.for(cases)('$n customers of $file', (wanted, context) => {
    const shop = referenceShops.find(({ log }) => log === wanted.file.replace('cbs', 'transactions'));
    if (!shop) throw new Error(`no log of ${wanted.file}`);
    const log = readLog(context, shop).filter(({ customerId }) => Number(customerId) <= wanted.n);
    const rows = summariseVisits(log, dayNumber(shop.until));
    expect(rows).toHaveLength(wanted.n);
    expect(typicalGap(rows)).toBeCloseTo(wanted.typical_gap_weeks, 8);
    const model = fitVisitModel(rows);
    if (model.kind === 'none') throw new Error(`no model: ${model.reason}`);
    expect(model.k).toBe(wanted.k);
    expect(Math.abs(model.penalisedLogLikelihood - wanted.penalised_LL)).toBeLessThan(0.01);
    const byK = new Map(model.penalisedByK.map((one) => [one.k, one.penalisedLogLikelihood]));
    for (const [k, one] of Object.entries(wanted.penalised_LL_by_k)) {
      expect(Math.abs((byK.get(Number(k)) ?? Number.NaN) - one)).toBeLessThan(0.01);
    }
    for (const name of ['r', 'alpha', 'a', 'b'] as const) within(model[name], wanted.params[name], 5e-3);
    const sum = (of: (row: (typeof rows)[number]) => number) =>
      rows.reduce((total, row) => total + of(row), 0);
    within(
      sum((row) => probabilityActive(model, row)),
      wanted.sum_palive,
      2e-3,
    );
    within(
      sum((row) => expectedVisits(model, row, wanted.horizon_weeks)),
      wanted.sum_expected,
      2e-3,
    );
  });
});
