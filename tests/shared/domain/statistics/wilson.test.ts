import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '#shared/domain/statistics/index.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('wilson', () => {
  // metrics.md §8, computed with statsmodels.
  it.each([
    [27, 115, 0.16667, 0.32004],
    [15, 120, 0.07723, 0.19603],
    [0, 20, 0, 0.16113],
    [12, 12, 0.75751, 1],
  ])('%i of %i: %f to %f', (successes, n, low, high) => {
    const interval = wilson(successes, n);
    expect(interval?.low).toBeCloseTo(low, 5);
    expect(interval?.high).toBeCloseTo(high, 5);
  });

  // metrics.md §0, in per cent with one digit.
  it.each([
    [130, 150, '80.3-91.2'],
    [31, 44, '55.8-81.8'],
    [19, 20, '76.4-99.1'],
  ])('%i of %i is %s per cent', (successes, n, expected) => {
    const interval = wilson(successes, n);
    const percent = (share = Number.NaN) => (100 * share).toFixed(1);
    expect(`${percent(interval?.low)}-${percent(interval?.high)}`).toBe(expected);
  });

  it('has no interval for nobody, and exact ends for none and all', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(0, 7)?.low).toBe(0);
    expect(wilson(7, 7)?.high).toBe(1);
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [1, 5.5],
    [Number.NaN, 5],
    [0, -1],
  ])('refuses %s of %s', (successes, n) => {
    expect(() => wilson(successes, n)).toThrow(RangeError);
  });

  it('contains the share, mirrors it, and narrows with more people', () => {
    const share = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(share, ([successes, n]) => {
        const interval = wilson(successes, n);
        const mirrored = wilson(n - successes, n);
        const wider = wilson(successes * 10, n * 10);
        if (interval === null || mirrored === null || wider === null) throw new Error('expected intervals');
        expect(interval.low).toBeGreaterThanOrEqual(0);
        expect(interval.high).toBeLessThanOrEqual(1);
        expect(interval.low).toBeLessThanOrEqual(successes / n);
        expect(interval.high).toBeGreaterThanOrEqual(successes / n);
        expect(interval.low).toBeCloseTo(1 - mirrored.high, 10);
        expect(wider.high - wider.low).toBeLessThan(interval.high - interval.low);
      }),
      { numRuns: rounds(500) },
    );
  });
});
