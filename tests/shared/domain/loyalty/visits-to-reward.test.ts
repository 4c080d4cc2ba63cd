import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCarry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { earn } from '#shared/domain/loyalty/earn.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { giveBackRate, visitsToReward } from '#shared/domain/loyalty/visits-to-reward.ts';
import { rounds } from '#tests/support/rounds.ts';

const rules: ProgrammeRules = {
  pointsUnitId: 1,
  points: { points: 1, per: 100 },
  stamps: { unitId: 2, name: 'Card', size: 10, stampsPerVisit: 1 },
  rewards: [],
};

/** Visits of one amount until the points reach the price, by earning them one after the other. */
const countByEarning = (each: ProgrammeRules, price: number, amount: number): number => {
  let carry = noCarry;
  let balance = 0;
  for (let visits = 1; ; visits += 1) {
    for (const earning of earn(each, { amount, carry })) {
      if (earning.unitId !== each.pointsUnitId) continue;
      balance += earning.change;
      carry = addCarry(carry, earning.carry);
    }
    if (balance >= price) return visits;
  }
};

describe('visitsToReward', () => {
  it('counts stamps by visit, rounding up', () => {
    expect(visitsToReward(rules, { unitId: 2, price: 10 }, 0)).toBe(10);
    const two = { ...rules, stamps: { unitId: 2, name: 'Card', size: 9, stampsPerVisit: 2 } };
    expect(visitsToReward(two, { unitId: 2, price: 9 }, 500)).toBe(5);
  });

  it('counts points with their remainders', () => {
    expect(visitsToReward(rules, { unitId: 1, price: 500 }, 800)).toBe(63);
    expect(visitsToReward(rules, { unitId: 1, price: 1 }, 50)).toBe(2);
  });

  it('is null where nothing is earned', () => {
    expect(visitsToReward(rules, { unitId: 1, price: 500 }, 0)).toBeNull();
    expect(visitsToReward({ ...rules, points: null }, { unitId: 1, price: 5 }, 800)).toBeNull();
    expect(visitsToReward({ ...rules, stamps: null }, { unitId: 2, price: 5 }, 800)).toBeNull();
  });

  it('agrees with earning visit by visit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 3000 }),
        (price, points, per, amount) => {
          const each = { ...rules, stamps: null, points: { points, per } };
          fc.pre((price * per) / (amount * points) < 500);
          expect(visitsToReward(each, { unitId: 1, price }, amount)).toBe(
            countByEarning(each, price, amount),
          );
        },
      ),
      { numRuns: rounds(200) },
    );
  });
});

describe('giveBackRate', () => {
  it('is the cost over what was paid', () => {
    expect(giveBackRate(85, 10, 800)).toBeCloseTo(0.010625);
  });

  it('is null without visits or money', () => {
    expect(giveBackRate(85, null, 800)).toBeNull();
    expect(giveBackRate(85, 10, 0)).toBeNull();
  });
});
