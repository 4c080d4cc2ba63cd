import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paretoCurve, paretoShare } from '#shared/domain/retention/index.ts';
import { metricsExpected } from '#tests/support/metrics-expected.ts';
import { rounds } from '#tests/support/rounds.ts';
import { cafeHistories } from './cafe-log.ts';

describe('paretoShare', () => {
  const spend = cafeHistories.map((one) => one.spend);

  it('equals the reference for the café', () => {
    const known = metricsExpected.transactions.pareto;
    const found = paretoShare(spend);
    expect(found).toMatchObject({ n: 400, k: known.top_n, customersFor80: 132, fewPeople: false });
    expect(found?.share).toBeCloseTo(known.top20_revenue_share, 8);
    expect(found?.shareFor80).toBeCloseTo(known.share_of_customers_for_80pct, 12);
    expect(found?.gini).toBeCloseTo(known.gini, 8);
    expect(found?.total).toBeCloseTo(metricsExpected.transactions.revenue, 6);
  });

  it('knows who all are alike and who is alone', () => {
    expect(paretoShare(Array.from({ length: 10 }, () => 7))).toEqual({
      n: 10,
      total: 70,
      k: 2,
      share: 0.2,
      customersFor80: 8,
      shareFor80: 0.8,
      gini: expect.closeTo(0, 12),
      fewPeople: false,
    });
    // One of four has it all: Gini 1 - 1/4.
    expect(paretoShare([0, 0, 40, 0])).toMatchObject({
      k: 1,
      share: 1,
      customersFor80: 1,
      gini: 0.75,
      fewPeople: true,
    });
  });

  it('rounds the number of top customers up', () => {
    const ks = [1, 4, 5, 6, 15, 35, 100].map((n) => paretoShare(Array.from({ length: n }, () => 1))?.k);
    expect(ks).toEqual([1, 1, 1, 2, 3, 7, 20]);
  });

  it('sets refunds to 0 and has no data without revenue', () => {
    expect(paretoShare([-50, 10, 30])).toMatchObject({ total: 40, n: 3 });
    expect(paretoShare([])).toBeNull();
    expect(paretoShare([0, -5])).toBeNull();
  });

  it('keeps to its definitions', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 40 }), (amounts) => {
        fc.pre(amounts.some((amount) => amount > 0));
        const found = paretoShare(amounts);
        if (found === null) throw new Error('there is revenue');
        const n = amounts.length;
        expect(found.share).toBeGreaterThanOrEqual(found.k / n - 1e-12);
        const falling = [...amounts].sort((a, b) => b - a);
        const top = (k: number) => falling.slice(0, k).reduce((sum, one) => sum + one, 0);
        expect(top(found.customersFor80)).toBeGreaterThanOrEqual(0.8 * found.total - 1e-6);
        expect(top(found.customersFor80 - 1)).toBeLessThan(0.8 * found.total);
        // Gini as the mean absolute difference over twice the mean.
        const differences = amounts.flatMap((a) => amounts.map((b) => Math.abs(a - b)));
        const sum = differences.reduce((total, one) => total + one, 0);
        expect(found.gini).toBeCloseTo(sum / (2 * n * found.total), 9);
        expect(paretoShare([...amounts].reverse())).toEqual(found);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('paretoCurve', () => {
  it('goes from nobody to everybody and bends upwards', () => {
    const curve = paretoCurve(cafeHistories.map((one) => one.spend));
    expect(curve).toHaveLength(101);
    expect(curve[0]).toEqual({ customers: 0, revenue: 0 });
    expect(curve.at(-1)).toEqual({ customers: 1, revenue: 1 });
    expect(curve[20]?.customers).toBe(0.2);
    expect(curve[20]?.revenue).toBeCloseTo(metricsExpected.transactions.pareto.top20_revenue_share, 8);
    for (const point of curve) expect(point.revenue).toBeGreaterThanOrEqual(point.customers - 1e-12);
  });

  it('has a point per customer in a small shop and none without revenue', () => {
    expect(paretoCurve([3, 1])).toEqual([
      { customers: 0, revenue: 0 },
      { customers: 0.5, revenue: 0.75 },
      { customers: 1, revenue: 1 },
    ]);
    expect(paretoCurve([0])).toEqual([]);
  });
});
