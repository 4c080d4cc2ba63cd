import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareP, erfc, twoSidedP, z95 } from '#shared/domain/statistics/index.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('erfc', () => {
  // Abramowitz and Stegun, table 7.1 and 7.3; the rest with the C library.
  it.each([
    [0, 1],
    [0.1, 0.8875370839817152],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [1.999, 0.004698443348629488],
    [2, 0.004677734981047266],
    [2.5, 0.0004069520174449589],
    [5, 1.5374597944280349e-12],
    [10, 2.088487583762545e-45],
    [-1, 1.8427007929497148],
  ])('of %f', (x, expected) => {
    expect(Math.abs(erfc(x) / expected - 1)).toBeLessThan(1e-11);
  });

  it('falls, joins its two branches and mirrors', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (x, more) => {
          expect(erfc(x + more)).toBeLessThanOrEqual(erfc(x) + 1e-15);
          expect(erfc(x) + erfc(-x)).toBeCloseTo(2, 14);
        },
      ),
      { numRuns: rounds(300) },
    );
    expect(erfc(2) - erfc(2 - 1e-9)).toBeCloseTo(0, 10);
  });
});

describe('p values', () => {
  it('are 5 % at the usual points', () => {
    expect(twoSidedP(z95)).toBeCloseTo(0.05, 14);
    expect(twoSidedP(-z95)).toBeCloseTo(0.05, 14);
    expect(chiSquareP(z95 ** 2)).toBeCloseTo(0.05, 14);
    expect(chiSquareP(0)).toBe(1);
  });
});
