import { describe, expect, test } from 'vitest';
import {
  forecastCustomer,
  forecastShop,
  type LoggedVisit,
  visitDays,
} from '#shared/domain/prediction/index.ts';
import { dayNumber, readLog, referenceShops } from './reference-fits.ts';

describe('the forecast of a shop', () => {
  test('takes the k that forecast the last quarter best, and knows what is at stake', (context) => {
    const shop = referenceShops.find(({ name }) => name === 'synthetic café');
    if (!shop) throw new Error('no such shop');
    const today = dayNumber(shop.until);
    const forecast = forecastShop(visitDays(readLog(context, shop)), today, 'cafe');
    expect(forecast.risk.use).toBe('model');
    expect(forecast.backtest?.winner).toBe('bestK');
    expect(forecast.risk.model).toMatchObject({ kind: 'model', standing: 'full', k: 2 });
    const all = forecast.rows.map((row) => forecastCustomer(forecast, row, { today, weeks: 6 }));
    const mean = (state: string, of: (one: (typeof all)[number]) => number | null) => {
      const some = all.filter(({ risk }) => risk.state === state);
      return some.reduce((sum, one) => sum + (of(one) ?? Number.NaN), 0) / some.length;
    };
    for (const of of [
      (one: (typeof all)[number]) => one.returns,
      (one: (typeof all)[number]) => one.risk.active,
    ]) {
      expect(mean('onTrack', of)).toBeGreaterThan(mean('slipping', of));
      expect(mean('slipping', of)).toBeGreaterThan(mean('atRisk', of));
    }
    for (const { yearValue, visits } of all) {
      expect(visits).toBeGreaterThanOrEqual(0);
      expect(yearValue).toBeGreaterThanOrEqual(0);
    }
  });

  test('k = 1 where it forecast better', (context) => {
    const shop = referenceShops.find(({ name }) => name === 'grocery');
    if (!shop) throw new Error('no such shop');
    const log = readLog(context, shop);
    const today = log.reduce((most, { day }) => Math.max(most, day), 0);
    expect(forecastShop(visitDays(log), today, 'cafe').risk.model).toMatchObject({ kind: 'model', k: 1 });
  });

  test('a pause keeps every figure where it was', (context) => {
    const shop = referenceShops.find(({ name }) => name === 'synthetic salon');
    if (!shop) throw new Error('no such shop');
    const today = dayNumber(shop.until);
    const forecast = forecastShop(visitDays(readLog(context, shop)), today, 'salon');
    const row = forecast.rows.find((one) => one.repeatVisits > 5 && today - one.lastDay < 20);
    if (!row) throw new Error('nobody');
    const now = forecastCustomer(forecast, row, { today, weeks: 6 });
    const pauses = [{ from: today + 1, to: today + 30 }];
    const later = forecastCustomer(forecast, row, { today: today + 30, weeks: 6, pauses });
    expect(later.returns).toBeCloseTo(now.returns ?? Number.NaN, 12);
    expect(later.yearValue).toBeCloseTo(now.yearValue ?? Number.NaN, 6);
    expect(later.risk.state).toBe(now.risk.state);
  });

  test('a shop that carries no model says nothing but who is late', () => {
    const visits: LoggedVisit[] = [1, 2, 3].flatMap((customerId) =>
      [0, 7, 14, 21].map((day) => ({ customerId, day: 19_000 + day, amount: 500 })),
    );
    const today = 19_060;
    const forecast = forecastShop(visitDays(visits), today, 'cafe');
    expect(forecast.risk.use).toBe('cadence');
    for (const row of forecast.rows) {
      expect(forecastCustomer(forecast, row, { today, weeks: 6 })).toMatchObject({
        risk: { state: 'late', active: null },
        returns: null,
        visits: null,
        yearValue: null,
      });
    }
  });
});
