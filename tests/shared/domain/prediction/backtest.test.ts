import { describe, expect, test } from 'vitest';
import { backtest, visitDays } from '#shared/domain/prediction/index.ts';
import { readLog, referenceShops } from './reference-fits.ts';

const lastDay = (log: readonly { readonly day: number }[]) =>
  log.reduce((most, { day }) => Math.max(most, day), 0);

describe('the forecasts on the last quarter of the history', () => {
  test.for([
    { name: 'synthetic café', winner: 'bestK', k: 2 },
    { name: 'synthetic salon', winner: 'bestK', k: 5 },
    { name: 'CDNOW', winner: 'oneStage', k: undefined },
    { name: 'grocery', winner: 'oneStage', k: 2 },
  ] as const)('$name', ({ name, winner, k }, context) => {
    const shop = referenceShops.find((one) => one.name === name);
    if (!shop) throw new Error('no such shop');
    const log = readLog(context, shop);
    const until = lastDay(log);
    const found = backtest(visitDays(log), until, 'cafe');
    if (found === null) throw new Error('no backtest');
    const first = log.reduce((least, { day }) => Math.min(least, day), until);
    expect((until - found.cutDay) / (until - first)).toBeCloseTo(0.25, 2);
    expect(found.winner).toBe(winner);
    expect(found.bestK?.k).toBe(k);
    // Chances that mean something: better than the plain rhythm, and better than giving everybody the same one.
    const share = found.returned / found.customers;
    const chosen = found.winner === 'bestK' ? found.bestK : found.oneStage;
    expect(chosen?.brier).toBeLessThan(found.cadence.brier);
    expect(chosen?.brier).toBeLessThan(share * (1 - share));
    expect(chosen?.meanAbsoluteError).toBeLessThan(found.cadence.meanAbsoluteError);
  });

  test('without a model by then there is no contest', () => {
    const log = Array.from({ length: 6 }, (_, customerId) =>
      Array.from({ length: 20 }, (_, index) => ({ customerId, day: 19_000 + 7 * index + customerId })),
    ).flat();
    expect(backtest(visitDays(log), lastDay(log), 'cafe')).toMatchObject({
      oneStage: null,
      bestK: null,
      winner: null,
      customers: 6,
      returned: 6,
    });
  });

  test('no history, no backtest', () => {
    expect(backtest([], 20_000, 'cafe')).toBeNull();
    expect(backtest(visitDays([{ customerId: 1, day: 20_000 }]), 20_000, 'cafe')).toBeNull();
  });
});
