import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollForward, valueOfPoints } from '#shared/domain/value/roll-forward.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('rollForward', () => {
  it('closes when the balance is what the entries say', () => {
    const flow = { opening: 1000, earned: 500, adjusted: -20, redeemed: 300, expired: 80, closing: 1100 };
    expect(rollForward(flow)).toEqual({ ...flow, expected: 1100, difference: 0 });
    expect(rollForward({ ...flow, closing: 1093 }).difference).toBe(-7);
  });
});

describe('valueOfPoints', () => {
  it('is what the reward costs the shop, rounded half up', () => {
    const coffee = { cost: 90, price: 10 };
    expect(valueOfPoints(25, coffee)).toBe(225);
    expect(valueOfPoints(1, { cost: 5, price: 10 })).toBe(1);
    expect(valueOfPoints(-1, { cost: 5, price: 10 })).toBe(0);
    expect(Object.is(valueOfPoints(-1, { cost: 5, price: 10 }), 0)).toBe(true);
    expect(valueOfPoints(-2, { cost: 5, price: 10 })).toBe(-1);
    expect(() => valueOfPoints(1, { cost: 5, price: 0 })).toThrow(RangeError);
  });

  it('is never more than half a minor unit off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e6, max: 1e6 }),
        fc.nat(10_000),
        fc.integer({ min: 1, max: 500 }),
        (points, cost, price) => {
          const found = valueOfPoints(points, { cost, price });
          expect(Math.abs(2 * found * price - 2 * points * cost)).toBeLessThanOrEqual(price);
        },
      ),
      { numRuns: rounds(300) },
    );
  });
});
