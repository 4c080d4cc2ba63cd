import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addCarry,
  type Carry,
  carryOf,
  mostPointsOfVisit,
  negateCarry,
  noCarry,
  pointsFraction,
  shareOfGain,
  splitGain,
  splitWhole,
  wholeOfGain,
} from '#shared/domain/loyalty/carry.ts';
import { rounds } from '#tests/support/rounds.ts';

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b));

const fraction = fc
  .record({ num: fc.integer({ min: -5000, max: 5000 }), den: fc.constantFrom(1, 2, 3, 7, 10, 100, 250, 700) })
  .map(({ num, den }): Carry => ({ num: num / gcd(num, den), den: den / gcd(num, den) }));

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

  it('summed up over one denominator are what adding them one by one gives', () => {
    expect(carryOf(360, 700)).toEqual({ num: 18, den: 35 });
    const numerators = fc.array(fc.integer({ min: -5000, max: 5000 }), { maxLength: 20 });
    fc.assert(
      fc.property(numerators, fc.constantFrom(1, 7, 100, 700), (nums, den) => {
        const sum = nums.reduce((total, num) => total + num, 0);
        const one = (num: number): Carry => ({ num: num / gcd(num, den), den: den / gcd(num, den) });
        expect(carryOf(sum, den)).toEqual(nums.map(one).reduce(addCarry, noCarry));
      }),
      { numRuns: rounds(100) },
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

it('reduces whole points that came unreduced', () => {
  expect(splitWhole({ num: 8, den: 4 })).toEqual({ whole: 2, rest: noCarry });
});

const plain = (points: number, per: number, ...factors: Carry[]) => ({ points, per, factors });

describe('points gained on top of a remainder', () => {
  it('multiply exactly: 8.50 at 2 per euro, double and half as much again, are 51 points', () => {
    const rate = plain(2, 100, { num: 2, den: 1 }, { num: 3, den: 2 });
    expect(splitGain(noCarry, 850, rate)).toEqual({ whole: 51, rest: noCarry });
  });

  it('in parts are what exact arithmetic gives for the sum, also at rates off the grid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom(1, 7, 17, 30, 99, 101, 170, 999, 1009, 99_991),
        (amounts, points, per) => {
          let carry = noCarry;
          let earned = 0;
          for (const amount of amounts) {
            const { whole, rest } = splitGain(carry, amount, plain(points, per));
            earned += whole;
            carry = rest;
          }
          const sum = amounts.reduce((total, amount) => total + amount, 0);
          expect(earned).toBe(Math.floor((sum * points) / per));
        },
      ),
      { numRuns: rounds(300) },
    );
  });

  it('never fail, whatever rates follow one another', () => {
    const factor = fc.record({
      num: fc.integer({ min: 1, max: 100 }),
      den: fc.integer({ min: 1, max: 100 }),
    });
    const visit = fc.record({
      amount: fc.integer({ min: 0, max: 10_000_000_000 }),
      points: fc.integer({ min: 1, max: 10_000 }),
      per: fc.integer({ min: 1, max: 1_000_000_000 }),
      factors: fc.tuple(factor, factor),
    });
    fc.assert(
      fc.property(fc.array(visit, { minLength: 1, maxLength: 20 }), (visits) => {
        let carry = noCarry;
        for (const { amount, ...rate } of visits) {
          const { whole, rest } = splitGain(carry, amount, rate);
          expect(Number.isSafeInteger(whole) && whole >= 0 && whole <= mostPointsOfVisit).toBe(true);
          expect(rest.num).toBeGreaterThanOrEqual(0);
          expect(rest.num).toBeLessThan(rest.den);
          // What an entry writes down must add up to the remainder again.
          expect(addCarry(carry, addCarry(rest, negateCarry(carry)))).toEqual(rest);
          carry = rest;
        }
      }),
      { numRuns: rounds(300) },
    );
  });

  it('fill up a remainder below nothing first', () => {
    expect(splitGain({ num: -7, den: 2 }, 300, plain(1, 100))).toEqual({
      whole: 0,
      rest: { num: -1, den: 2 },
    });
  });
});

describe('the share of a gain', () => {
  it('adds up to the whole: a third of 10 points and two thirds', () => {
    const rate = plain(1, 100);
    const upTo = (part: number) => shareOfGain(1000, rate, { part, all: 3, extra: 0, forfeited: 0 });
    expect(upTo(1)).toEqual({ whole: 3, rest: { num: 1, den: 3 } });
    expect(upTo(2)).toEqual({ whole: 6, rest: { num: 2, den: 3 } });
    expect(upTo(3)).toEqual({ whole: 10, rest: noCarry });
  });

  it('takes extra points along and lets forfeited ones pass', () => {
    const rate = plain(1, 100);
    // 10 for money and 4 for items, of which 6 were cut off: half of 14 less 6.
    const share = { all: 1000, extra: 4, forfeited: 6 };
    expect(shareOfGain(1000, rate, { part: 500, ...share })).toEqual({ whole: 1, rest: noCarry });
    expect(shareOfGain(1000, rate, { part: 300, ...share })).toEqual({ whole: 0, rest: noCarry });
    expect(shareOfGain(1000, rate, { part: 1000, ...share })).toEqual({ whole: 8, rest: noCarry });
  });

  it('counts the whole points that a change of the remainder leaves', () => {
    // 8.50 earned 8 and carried 0.50 on; on 0.70 carried before it earned 9 and left 0.20.
    expect(wholeOfGain(850, plain(1, 100), { num: 1, den: 2 })).toBe(8);
    expect(wholeOfGain(850, plain(1, 100), { num: -1, den: 2 })).toBe(9);
  });
});
