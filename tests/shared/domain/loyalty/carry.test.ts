import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCarry,
  type Carry,
  negateCarry,
  noCarry,
  pointsFraction,
  splitWhole,
} from '#shared/domain/loyalty/carry.ts';
import { rounds } from '#tests/support/rounds.ts';

const fraction = fc
  .record({ num: fc.integer({ min: -5000, max: 5000 }), den: fc.constantFrom(1, 2, 3, 7, 10, 100, 250, 700) })
  .map(({ num, den }) => addCarry({ num, den }, noCarry));

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));
const isReduced = ({ num, den }: Carry) => den > 0 && gcd(num, den) === 1 && !Object.is(num, -0);

describe('points for an amount', () => {
  it.each([
    // 4.50 at one point per euro: four and a half.
    [450, 1, 100, { num: 9, den: 2 }],
    // 8.00 at three points for 7.00: 24/7.
    [800, 3, 700, { num: 24, den: 7 }],
    [100, 1, 100, { num: 1, den: 1 }],
    [0, 1, 100, { num: 0, den: 1 }],
    // 12,500 forints at one point per 100.
    [12_500, 1, 100, { num: 125, den: 1 }],
  ])('%i minor units at %i for %i are %j', (amount, points, per, expected) => {
    expect(pointsFraction(amount, points, per)).toEqual(expected);
  });

  it('cannot leave the exact integers in silence', () => {
    expect(() => pointsFraction(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(RangeError);
  });
});

describe('fractions of a point', () => {
  it('0.50 and 0.60 make 1.10', () => {
    expect(addCarry({ num: 1, den: 2 }, { num: 3, den: 5 })).toEqual({ num: 11, den: 10 });
  });

  it('stay reduced, and add up in any order', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(isReduced(addCarry(a, b))).toBe(true);
        expect(addCarry(a, b)).toEqual(addCarry(b, a));
        expect(addCarry(addCarry(a, b), c)).toEqual(addCarry(a, addCarry(b, c)));
      }),
      { numRuns: rounds(300) },
    );
  });

  it('with their opposite are exactly nothing', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        expect(addCarry(a, negateCarry(a))).toEqual({ num: 0, den: 1 });
      }),
      { numRuns: rounds(300) },
    );
    expect(Object.is(negateCarry(noCarry).num, 0)).toBe(true);
  });
});

describe('the whole points of a fraction', () => {
  it.each([
    [{ num: 11, den: 10 }, 1, { num: 1, den: 10 }],
    [{ num: 9, den: 10 }, 0, { num: 9, den: 10 }],
    [{ num: 2, den: 1 }, 2, { num: 0, den: 1 }],
    [{ num: 0, den: 1 }, 0, { num: 0, den: 1 }],
    // After an undo less than nothing may be carried: it gives nothing and waits to be filled up.
    [{ num: -2, den: 5 }, 0, { num: -2, den: 5 }],
    [{ num: -12, den: 5 }, 0, { num: -12, den: 5 }],
  ])('of %j are %i, carrying %j', (total, whole, rest) => {
    expect(splitWhole(total)).toEqual({ whole, rest });
  });

  it('and the rest are the fraction again; the rest is below one', () => {
    fc.assert(
      fc.property(fraction, (total) => {
        const { whole, rest } = splitWhole(total);
        expect(addCarry({ num: whole, den: 1 }, rest)).toEqual(total);
        expect(rest.num).toBeLessThan(rest.den);
        expect(whole).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: rounds(300) },
    );
  });
});
