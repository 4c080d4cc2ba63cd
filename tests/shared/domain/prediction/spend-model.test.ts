import { describe, expect, test } from 'vitest';
import {
  expectedSpend,
  fitSpendModel,
  type GammaGamma,
  type LoggedVisit,
  type SpendRow,
  summariseVisits,
} from '#shared/domain/prediction/index.ts';
import { sharedReference } from '#tests/support/shared-reference.ts';
import { dayNumber, type ExpectedSpend, readLog, referenceShops } from './reference-fits.ts';

const within = (found: number, wanted: number, relative: number) =>
  expect(Math.abs(found - wanted), `${found} for ${wanted}`).toBeLessThanOrEqual(Math.abs(wanted) * relative);

function fitted(rows: readonly SpendRow[]): GammaGamma {
  const model = fitSpendModel(rows);
  if (model.kind === 'shrunken') throw new Error('no spend model');
  return model;
}

/** The reference is in whole units of money, the model in cents: the density differs by the factor 100. */
function checkSpend(model: GammaGamma, wanted: ExpectedSpend): void {
  expect(model.customers).toBe(wanted.n_customers);
  expect(Math.abs(model.logLikelihood + model.customers * Math.log(100) - wanted.LL)).toBeLessThan(0.01);
  within(model.populationMean / 100, wanted.pop_mean, 1e-3);
  within(model.p, wanted.params.p, 2e-2);
  within(model.q, wanted.params.q, 2e-2);
  within(model.v / 100, wanted.params.v, 2e-2);
  if (wanted.corr_x_m !== undefined) expect(model.correlation).toBeCloseTo(wanted.corr_x_m, 3);
}

/** Repeat visits only, as the published values count them. */
function repeatsOnly(log: readonly LoggedVisit[], until: number): readonly SpendRow[] {
  const first = new Map<number | string, number>();
  for (const { customerId, day } of log)
    first.set(customerId, Math.min(day, first.get(customerId) ?? Number.POSITIVE_INFINITY));
  return summariseVisits(
    log.filter(({ customerId, day }) => day > (first.get(customerId) ?? 0)),
    until,
  );
}

describe.each(referenceShops.filter(({ expected }) => expected.gamma_gamma))('$name', (shop) => {
  test('all visits', (context) => {
    const rows = summariseVisits(readLog(context, shop), dayNumber(shop.until));
    const { gamma_gamma_all_transactions: wanted } = shop.expected;
    if (!wanted) throw new Error('no expected numbers');
    checkSpend(fitted(rows), wanted);
  });

  test('repeat visits alone', (context) => {
    const { gamma_gamma: wanted } = shop.expected;
    if (!wanted) throw new Error('no expected numbers');
    checkSpend(fitted(repeatsOnly(readLog(context, shop), dayNumber(shop.until))), wanted);
  });
});

describe('expected spend', () => {
  const model: GammaGamma = {
    kind: 'gammaGamma',
    p: 6.25,
    q: 3.74,
    v: 15.44,
    populationMean: (6.25 * 15.44) / 2.74,
    logLikelihood: 0,
    customers: 946,
    correlation: 0.114,
    goesWithFrequency: false,
  };

  test('the ten published customers', (context) => {
    const text = sharedReference(context, 'cdnow_summary_fhl_rounded.csv').toString('utf8');
    const found = text
      .trim()
      .split('\n')
      .slice(1, 11)
      .map((line) => {
        const [, x = 0, , , mean = 0] = line.split(',').map(Number);
        return expectedSpend(model, { purchases: x, meanSpend: mean });
      });
    const published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
    found.forEach((one, index) => {
      expect(Math.abs(one - (published[index] ?? 0))).toBeLessThan(0.1);
    });
  });

  test('somebody without an amount is expected to spend what people spend', () => {
    expect(expectedSpend(model, { purchases: 0, meanSpend: null })).toBeCloseTo(model.populationMean, 10);
  });

  test('few or equal amounts fall back to own mean and shop median', () => {
    const few = [1, 2, 3].map((n) => ({ purchases: n, meanSpend: 1000 * n }));
    expect(fitSpendModel(few)).toEqual({ kind: 'shrunken', shopMedian: 2000 });
    expect(expectedSpend(fitSpendModel(few), { purchases: 3, meanSpend: 1000 })).toBe(1500);
    const equal = Array.from({ length: 50 }, (_, n) => ({ purchases: 1 + (n % 5), meanSpend: 450 }));
    const fallback = fitSpendModel(equal);
    expect(fallback.kind).toBe('shrunken');
    expect(expectedSpend(fallback, { purchases: 4, meanSpend: 450 })).toBe(450);
  });

  test('nobody paid: nothing to expect', () => {
    const free = Array.from({ length: 50 }, () => ({ purchases: 0, meanSpend: null }));
    const nothing = fitSpendModel(free);
    expect(nothing).toEqual({ kind: 'shrunken', shopMedian: null });
    expect(expectedSpend(nothing, { purchases: 0, meanSpend: null })).toBeNull();
  });
});
