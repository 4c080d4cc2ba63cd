import { describe, expect, it } from 'vitest';
import { median, quantile, quantiles } from '#shared/domain/statistics/index.ts';

describe('quantile', () => {
  // R: quantile(c(15, 20, 35, 40, 50), c(0, .05, .4, .5, 1)).
  it.each([
    [0, 15],
    [0.05, 16],
    [0.4, 29],
    [0.5, 35],
    [1, 50],
  ])('%f is %f', (q, expected) => expect(quantile([50, 15, 40, 20, 35], q)).toBeCloseTo(expected, 12));

  it('is the median in the middle and nothing of nothing', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(median([4, 1, 3, 2]));
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([7], 0.9)).toBe(7);
  });

  it('gives several at once, in the order asked for', () => {
    expect(quantiles([50, 15, 40, 20, 35], [1, 0, 0.5])).toEqual([50, 15, 35]);
    expect(quantiles([], [0.5])).toBeNull();
  });

  it('refuses what is no share', () => {
    expect(() => quantile([1], 1.1)).toThrow(RangeError);
    expect(() => quantile([1], Number.NaN)).toThrow(RangeError);
  });
});
