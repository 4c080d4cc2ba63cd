import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spendDistribution } from '#shared/domain/value/spend-distribution.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('spendDistribution', () => {
  it('has round bars up to where nearly everybody is, and one for the rest', () => {
    const amounts = [...Array.from({ length: 99 }, (_, index) => 100 * index), 1_000_000];
    const found = spendDistribution(amounts);
    expect(found.bars[0]).toEqual({ from: 0, to: 1000, customers: 10 });
    expect(found.bars.at(-1)).toEqual({ from: 9000, to: null, customers: 10 });
    expect(found.quantiles?.median).toBe(4950);
    expect(found).toMatchObject({ customers: 100, total: 485_100 + 1_000_000 });
    expect(found.mean.mean).toBeCloseTo(14_851, 9);
  });

  it('counts refunds as 0 and is no data without anybody', () => {
    expect(spendDistribution([-500, 0])).toMatchObject({
      total: 0,
      bars: [{ from: 0, to: null, customers: 2 }],
    });
    expect(spendDistribution([])).toMatchObject({
      customers: 0,
      quantiles: null,
      bars: [],
      mean: { mean: null },
    });
  });

  it('puts everybody into exactly one bar', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -100, max: 100_000 }), { maxLength: 80 }), (amounts) => {
        const { bars } = spendDistribution(amounts);
        expect(bars.reduce((sum, bar) => sum + bar.customers, 0)).toBe(amounts.length);
        expect(bars.length).toBeLessThanOrEqual(11);
        for (const bar of bars) {
          const here = amounts.filter((amount) => {
            const spent = Math.max(0, amount);
            return spent >= bar.from && (bar.to === null || spent < bar.to);
          });
          expect(bar.customers).toBe(here.length);
        }
      }),
      { numRuns: rounds(200) },
    );
  });
});
