import { describe, expect, test } from 'vitest';
import {
  expectedSpend,
  type Family,
  fitSpendModel,
  fitVisitModel,
  summariseVisits,
  yearValue,
  yearValueRange,
} from '#shared/domain/prediction/index.ts';
import { discountedVisits } from '#shared/domain/prediction/year-value.ts';
import { readReference } from '#tests/support/reference.ts';
import { dayNumber, readLog, referenceShops } from './reference-fits.ts';

interface ExpectedValues {
  readonly params: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number };
  readonly rows: readonly {
    readonly id: number;
    readonly x: number;
    readonly t_x: number;
    readonly T: number;
    readonly disc_tx_weekly52: number;
  }[];
}

const { bg, mbg } = JSON.parse(readReference('cdnow_expected.json')).clv_peer_lifetimes as Readonly<
  Record<'bg' | 'mbg', ExpectedValues>
>;

describe('the value of the next 12 months', () => {
  for (const [family, { params, rows }] of [
    ['BG', bg],
    ['MBG', mbg],
  ] as const satisfies readonly (readonly [Family, ExpectedValues])[]) {
    test(`${family}: discounted visits of twelve customers, week by week`, () => {
      for (const { x, t_x, T, disc_tx_weekly52 } of rows) {
        const row = { repeatVisits: x, recencyWeeks: t_x, ageWeeks: T, sumLogGaps: 0 };
        const model = { family, k: 1, ...params };
        const weekly = discountedVisits(model, row, 0.1);
        expect(Math.abs(weekly - disc_tx_weekly52)).toBeLessThan(1e-8 * disc_tx_weekly52);
        const quarterly = discountedVisits(model, row, 0.1, 13);
        expect(Math.abs(quarterly - weekly)).toBeLessThan(1e-3 * weekly);
      }
    });
  }

  test('in a shop: between the ends of its range', (context) => {
    const [shop] = referenceShops;
    if (!shop) throw new Error('no shop');
    const rows = summariseVisits(readLog(context, shop), dayNumber(shop.until));
    const model = fitVisitModel(rows);
    const spend = fitSpendModel(rows);
    if (model.kind === 'none' || spend.kind === 'shrunken') throw new Error('no model');
    for (const row of rows.filter((_, index) => index % 8 === 0)) {
      const range = yearValueRange(model, spend, row);
      const quick = yearValue(model, spend, row);
      if (range === null || quick === null) throw new Error('no value');
      expect(Math.abs(quick - range.expected)).toBeLessThanOrEqual(2e-3 * range.expected + 1e-6);
      expect(range.low).toBeGreaterThanOrEqual(0);
      expect(range.high).toBeGreaterThanOrEqual(range.low);
      expect(range.low).toBeLessThanOrEqual(range.expected);
    }
  });

  test('the range of a sure regular with one price is that of the visits', () => {
    const model = { family: 'MBG', k: 5, r: 50, alpha: 50, a: 1e-3, b: 20 } as const;
    const row = { repeatVisits: 40, recencyWeeks: 200, ageWeeks: 200, sumLogGaps: 64 };
    const paid = { ...row, purchases: 41, meanSpend: 1000 };
    const range = yearValueRange(model, { kind: 'shrunken', shopMedian: 1000 }, paid, { annualRate: 0 });
    if (range === null) throw new Error('no value');
    // Whole visits at 1000: both ends are multiples of it, to the halving's accuracy.
    for (const end of [range.low, range.high]) {
      expect(Math.abs(end / 1000 - Math.round(end / 1000))).toBeLessThan(1e-3);
    }
    expect(range.expected / 1000).toBeGreaterThan(range.low / 1000);
    expect(range.expected / 1000).toBeLessThan(range.high / 1000);
    expect(expectedSpend({ kind: 'shrunken', shopMedian: 1000 }, paid)).toBe(1000);
  });

  test('the less is known of what somebody spends, the wider the range, however wide', () => {
    const model = { family: 'MBG', k: 5, r: 50, alpha: 10, a: 1e-3, b: 20 } as const;
    const row = { repeatVisits: 40, recencyWeeks: 8, ageWeeks: 8, sumLogGaps: 0 };
    const highest = (q: number) => {
      const spend = { kind: 'gammaGamma', p: 3, q, v: (1000 * (q - 1)) / 3, populationMean: 1000 } as const;
      const fitted = { logLikelihood: 0, customers: 100, correlation: 0, goesWithFrequency: false };
      const nobody = { ...row, purchases: 0, meanSpend: null };
      return yearValueRange(model, { ...spend, ...fitted }, nobody, { annualRate: 0 })?.high ?? Number.NaN;
    };
    // The spread of the own mean is 1 / sqrt(q - 2) of it: from 0.05 to 0.01 it grows by the root of 5.
    expect(highest(2.01) / highest(2.05)).toBeGreaterThan(1.9);
    expect(highest(2.05) / highest(2.2)).toBeGreaterThan(1.7);
  });

  test('without a model there is no value', () => {
    const none = fitVisitModel([]);
    const row = { repeatVisits: 1, recencyWeeks: 1, ageWeeks: 2, sumLogGaps: 0 };
    const paid = { ...row, purchases: 2, meanSpend: 500 };
    expect(yearValue(none, { kind: 'shrunken', shopMedian: 500 }, paid)).toBeNull();
    expect(yearValueRange(none, { kind: 'shrunken', shopMedian: 500 }, paid)).toBeNull();
  });
});
