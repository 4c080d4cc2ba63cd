import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changeOfMean,
  changeOfShare,
  meanDifference,
  meanOf,
  rateOf,
  sumsOf,
} from '#shared/domain/statistics/index.ts';
import { rounds } from '#tests/support/rounds.ts';

const share = (successes: number, n: number) => ({ successes, n });

describe('rateOf', () => {
  it('is no data, counts or a percentage', () => {
    expect(rateOf(0, 0)).toEqual({ successes: 0, n: 0, share: null, interval: null, say: 'noData' });
    expect(rateOf(12, 18)).toMatchObject({ share: 12 / 18, say: 'counts' });
    expect(rateOf(19, 20).say).toBe('percent');
    expect(rateOf(130, 150).interval?.low).toBeCloseTo(0.803, 3);
    expect(() => rateOf(3, 2)).toThrow(RangeError);
  });
});

describe('changeOfShare', () => {
  it('gives an arrow only when the interval excludes 0', () => {
    expect(changeOfShare(share(90, 100), share(70, 100))).toMatchObject({ kind: 'up' });
    expect(changeOfShare(share(70, 100), share(90, 100))).toMatchObject({ kind: 'down' });
    expect(changeOfShare(share(72, 100), share(70, 100))).toMatchObject({ kind: 'unclear' });
  });

  it('says nothing about fewer than 20 people', () => {
    expect(changeOfShare(share(19, 19), share(0, 100))).toEqual({ kind: 'none' });
    expect(changeOfShare(share(0, 0), share(0, 0))).toEqual({ kind: 'none' });
  });
});

describe('means', () => {
  // 1..20: mean 10.5, sample variance 35, so the margin is 1.96 sqrt(35/20).
  const oneTo20 = Array.from({ length: 20 }, (_, index) => index + 1);

  it('carry the interval of their own spread', () => {
    const found = meanOf(sumsOf(oneTo20));
    expect(found.mean).toBe(10.5);
    expect(found.interval?.high).toBeCloseTo(10.5 + 1.959963984540054 * Math.sqrt(35 / 20), 12);
  });

  it('have no interval below 20 values and are no data without any', () => {
    expect(meanOf(sumsOf([1, 2, 3]))).toEqual({ n: 3, mean: 2, interval: null });
    expect(meanOf(sumsOf([]))).toEqual({ n: 0, mean: null, interval: null });
    expect(meanDifference(sumsOf(oneTo20), sumsOf([1]))).toBeNull();
  });

  it('change with an arrow only beyond doubt', () => {
    const now = sumsOf(oneTo20.map((value) => value + 10));
    expect(changeOfMean(now, sumsOf(oneTo20))).toMatchObject({ kind: 'up', difference: 10 });
    expect(changeOfMean(sumsOf(oneTo20), now)).toMatchObject({ kind: 'down', difference: -10 });
    expect(changeOfMean(sumsOf(oneTo20.map((value) => value + 1)), sumsOf(oneTo20)).kind).toBe('unclear');
    expect(changeOfMean(sumsOf([5]), sumsOf(oneTo20))).toEqual({ kind: 'none' });
  });

  it('never have a negative spread', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: 20, max: 300 }), (value, n) => {
        const found = meanOf(sumsOf(Array.from({ length: n }, () => value)));
        expect(found.interval?.low).toBeCloseTo(value, 1);
        expect(found.interval?.high).toBeCloseTo(value, 1);
      }),
      { numRuns: rounds(100) },
    );
  });
});
