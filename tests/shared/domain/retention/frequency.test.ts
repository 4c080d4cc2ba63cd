import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frequencyOf } from '#shared/domain/retention/index.ts';
import { metricsExpected } from '#tests/support/metrics-expected.ts';
import { rounds } from '#tests/support/rounds.ts';
import { cafeHistories } from './cafe-log.ts';

describe('frequencyOf', () => {
  it('has the repeat rate and the frequency of the café over its whole history', () => {
    const known = metricsExpected.transactions;
    const found = frequencyOf(cafeHistories.map((one) => one.days.length));
    expect(found).toMatchObject({ customers: known.n_customers, visits: known.n_visits });
    expect(found.repeat).toMatchObject({
      successes: known.repeat_customers,
      n: 400,
      share: known.repeat_rate,
    });
    expect(found.mean.mean).toBe(known.visits_per_customer);
  });

  it('repeats the worked example: 900 of 2000 bought again', () => {
    const days = Array.from({ length: 2000 }, (_, index) => (index < 900 ? 2 : 1));
    expect(frequencyOf(days).repeat.share).toBe(0.45);
  });

  it('sorts customers into bars', () => {
    const found = frequencyOf([1, 1, 2, 3, 4, 7, 8, 12, 13, 40, 0]);
    expect(found.histogram).toEqual([
      { from: 1, to: 1, customers: 2 },
      { from: 2, to: 3, customers: 2 },
      { from: 4, to: 7, customers: 2 },
      { from: 8, to: 12, customers: 2 },
      { from: 13, to: null, customers: 2 },
    ]);
    expect(found.median).toBe(5.5);
  });

  it('is no data without anybody', () => {
    expect(frequencyOf([])).toMatchObject({ customers: 0, median: null, mean: { mean: null } });
    expect(frequencyOf([0, 0]).repeat.say).toBe('noData');
  });

  it('puts everybody into exactly one bar', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 60 }), (days) => {
        const found = frequencyOf(days);
        expect(found.histogram.reduce((sum, bar) => sum + bar.customers, 0)).toBe(found.customers);
        expect(found.customers - (found.histogram[0]?.customers ?? 0)).toBe(found.repeat.successes);
      }),
      { numRuns: rounds(100) },
    );
  });
});
