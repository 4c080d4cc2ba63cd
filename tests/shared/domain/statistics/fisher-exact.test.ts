import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExact } from '#shared/domain/statistics/index.ts';
import { logFactorial } from '#shared/domain/statistics/log-factorial.ts';
import { metricsExpected } from '#tests/support/metrics-expected.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('fisherExact', () => {
  it('has nine reference cases', () => expect(metricsExpected.ab_tests).toHaveLength(9));

  it.each(metricsExpected.ab_tests)('equals scipy: $x1 of $n1 against $x2 of $n2', (known) => {
    const found = fisherExact(known.x1, known.n1, known.x2, known.n2);
    expect(found?.p).toBeCloseTo(known.fisher_p, 8);
    expect(found?.midP).toBeCloseTo(known.fisher_mid_p, 8);
  });

  // Fisher's lady tasting tea, all eight cups right: 2 of 70 tables.
  it('knows the lady tasting tea', () => expect(fisherExact(4, 4, 0, 4)?.p).toBeCloseTo(2 / 70, 14));

  it('has no data when a side has nobody', () => {
    expect(fisherExact(0, 0, 3, 5)).toBeNull();
    expect(fisherExact(3, 5, 0, 0)).toBeNull();
  });

  it('is 1 when nobody or everybody succeeded', () => {
    expect(fisherExact(0, 15, 0, 12)?.p).toBe(1);
    expect(fisherExact(12, 12, 12, 12)?.p).toBe(1);
  });

  it.each([
    [-1, 5, 1, 5],
    [6, 5, 1, 5],
    [1, 5, 1.5, 5],
    [1, 5, 1, Number.NaN],
  ])('refuses %s of %s against %s of %s', (x1, n1, x2, n2) => {
    expect(() => fisherExact(x1, n1, x2, n2)).toThrow(RangeError);
  });

  it('stands for large shops', () => {
    const found = fisherExact(10_000, 25_000, 10_100, 25_000);
    expect(found?.p).toBeGreaterThan(0.3);
    expect(found?.p).toBeLessThan(0.4);
  });

  const counts = fc.integer({ min: 1, max: 60 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

  it('does not care which side is first nor what counts as success', () => {
    fc.assert(
      fc.property(counts, counts, ([x1, n1], [x2, n2]) => {
        const p = fisherExact(x1, n1, x2, n2)?.p ?? Number.NaN;
        expect(fisherExact(x2, n2, x1, n1)?.p).toBeCloseTo(p, 10);
        expect(fisherExact(n1 - x1, n1, n2 - x2, n2)?.p).toBeCloseTo(p, 10);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
      { numRuns: rounds(300) },
    );
  });

  it('equals counting every table with whole numbers', () => {
    const small = fc.integer({ min: 1, max: 12 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(small, small, ([x1, n1], [x2, n2]) => {
        const waysOf = (k: number) => choose(n1, k) * choose(n2, x1 + x2 - k);
        const tables = Array.from({ length: n1 + 1 }, (_, k) => k).filter(
          (k) => x1 + x2 - k >= 0 && x1 + x2 - k <= n2,
        );
        const seen = waysOf(x1);
        const sum = (keep: (ways: number) => boolean) =>
          tables.map(waysOf).reduce((total, ways) => total + (keep(ways) ? ways : 0), 0);
        const all = choose(n1 + n2, x1 + x2);
        const found = fisherExact(x1, n1, x2, n2);
        expect(found?.p).toBeCloseTo(sum((ways) => ways <= seen) / all, 10);
        expect(found?.midP).toBeCloseTo(
          (sum((ways) => ways < seen) + sum((ways) => ways === seen) / 2) / all,
          10,
        );
      }),
      { numRuns: rounds(300) },
    );
  });
});

/** By Pascal's rule; exact far beyond 24. */
function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0;
  return k === 0 || k === n ? 1 : choose(n - 1, k - 1) + choose(n - 1, k);
}

describe('logFactorial', () => {
  it('is exact for small numbers and joins its two branches', () => {
    expect(logFactorial(0)).toBe(0);
    expect(logFactorial(10)).toBeCloseTo(Math.log(3_628_800), 13);
    for (const n of [256, 257, 1000]) {
      expect(logFactorial(n) - logFactorial(n - 1)).toBeCloseTo(Math.log(n), 11);
    }
    // ln 1000! = 5912.128178488163 (mpmath).
    expect(logFactorial(1000)).toBeCloseTo(5912.128178488163, 10);
  });

  it('refuses what has none', () => {
    expect(() => logFactorial(-1)).toThrow(RangeError);
    expect(() => logFactorial(2.5)).toThrow(RangeError);
  });
});
