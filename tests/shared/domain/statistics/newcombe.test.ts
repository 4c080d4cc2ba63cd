import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excludesZero, newcombe } from '#shared/domain/statistics/newcombe.ts';
import { rounds } from '#tests/support/rounds.ts';

const share = (successes: number, n: number) => ({ successes, n });

describe('newcombe', () => {
  it.each([
    [27, 115, 15, 120, 0.10978, 0.01137, 0.20751],
    [56, 70, 48, 80, 0.2, 0.05243, 0.33387],
    [3, 20, 0, 20, 0.15, -0.0384, 0.36042],
    [5, 7, 1, 8, 0.58929, 0.09339, 0.81718],
    [9, 10, 3, 10, 0.6, 0.17052, 0.80902],
    [240, 1000, 200, 1000, 0.04, 0.00368, 0.0762],
    [0, 15, 0, 12, 0, -0.24249, 0.20388],
    [12, 12, 12, 12, 0, -0.24249, 0.24249],
    [3, 25, 10, 27, -0.25037, -0.45342, -0.01314],
  ])('agrees with the published table: %i of %i against %i of %i', (x1, n1, x2, n2, d, low, high) => {
    const result = newcombe(share(x1, n1), share(x2, n2));
    expect(result?.difference).toBeCloseTo(d, 5);
    expect(result?.interval.low).toBeCloseTo(low, 5);
    expect(result?.interval.high).toBeCloseTo(high, 5);
  });

  it('has no answer when nobody was observed on one side', () => {
    expect(newcombe(share(0, 0), share(1, 2))).toBeNull();
    expect(newcombe(share(1, 2), share(0, 0))).toBeNull();
  });

  it('holds the difference, stays within -1..1 and turns round with its sides', () => {
    const counts = fc.nat(400).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
        fc.pre(n1 > 0 && n2 > 0);
        const there = newcombe(share(x1, n1), share(x2, n2));
        const back = newcombe(share(x2, n2), share(x1, n1));
        if (there === null || back === null) throw new Error('both sides have people');
        const slack = 1e-12;
        expect(there.interval.low).toBeLessThanOrEqual(there.difference + slack);
        expect(there.interval.high).toBeGreaterThanOrEqual(there.difference - slack);
        expect(there.interval.low).toBeGreaterThanOrEqual(-1 - slack);
        expect(there.interval.high).toBeLessThanOrEqual(1 + slack);
        expect(back.interval.low).toBeCloseTo(-there.interval.high, 12);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('excludesZero', () => {
  it('says so only when the whole interval lies on one side', () => {
    expect(excludesZero({ low: 0.01, high: 0.2 })).toBe(true);
    expect(excludesZero({ low: -0.2, high: -0.01 })).toBe(true);
    expect(excludesZero({ low: -0.01, high: 0.2 })).toBe(false);
    expect(excludesZero({ low: 0, high: 0.2 })).toBe(false);
  });
});
