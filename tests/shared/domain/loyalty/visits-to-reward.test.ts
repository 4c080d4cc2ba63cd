import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCarry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { earn } from '#shared/domain/loyalty/earn.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { giveBackRate, totalGiveBack, visitsToReward } from '#shared/domain/loyalty/visits-to-reward.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aPointsRule, aProgramme, aReward, aStampCard, aVisit, freeCoffee } from './programmes.ts';

const rules = aProgramme();

/** Visits of one amount until the points reach the price, by earning them one after the other, one a day. */
const countByEarning = (each: ProgrammeRules, price: number, amount: number): number => {
  let carry = noCarry;
  let balance = 0;
  for (let visits = 1; ; visits += 1) {
    for (const earning of earn(each, aVisit({ amount, carry }))) {
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
    const two = { ...rules, stampCards: [aStampCard({ size: 9, stamps: 2 })] };
    expect(visitsToReward(two, { unitId: 2, price: 9 }, 500)).toBe(5);
    const capped = { ...rules, stampCards: [aStampCard({ size: 9, stamps: 2, perDay: 1 })] };
    expect(visitsToReward(capped, { unitId: 2, price: 9 }, 500)).toBe(9);
  });

  it('counts points with their remainders', () => {
    expect(visitsToReward(rules, { unitId: 1, price: 500 }, 800)).toBe(63);
    expect(visitsToReward(rules, { unitId: 1, price: 1 }, 50)).toBe(2);
  });

  it('is null where nothing is earned', () => {
    expect(visitsToReward(rules, { unitId: 1, price: 500 }, 0)).toBeNull();
    expect(visitsToReward({ ...rules, points: null }, { unitId: 1, price: 5 }, 800)).toBeNull();
    expect(visitsToReward({ ...rules, stampCards: [] }, { unitId: 2, price: 5 }, 800)).toBeNull();
    const from9 = { ...rules, points: aPointsRule({ minAmount: 900 }) };
    expect(visitsToReward(from9, { unitId: 1, price: 5 }, 800)).toBeNull();
    const card = { ...rules, stampCards: [aStampCard({ on: { kind: 'visit', minAmount: 900 } })] };
    expect(visitsToReward(card, { unitId: 2, price: 5 }, 800)).toBeNull();
  });

  it('agrees with earning visit by visit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 3000 }),
        fc.option(fc.integer({ min: 1, max: 30 })),
        (price, points, per, amount, dailyCap) => {
          const each = { ...rules, stampCards: [], points: aPointsRule({ points, per, dailyCap }) };
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

describe('totalGiveBack', () => {
  it('adds up the units, in each the dearest reward', () => {
    const mixed = aProgramme({
      rewards: [
        { ...freeCoffee, cost: 85 },
        aReward({ id: 5, price: 500, cost: 620 }),
        aReward({ id: 6, price: 100, cost: 40 }),
        aReward({ id: 7, price: 1, cost: 999, active: false }),
      ],
    });
    // 8.00 a visit: 0.85 after 10 visits of 8.00, and 6.20 after 63.
    expect(totalGiveBack(mixed, 800)).toBeCloseTo(85 / 8000 + 620 / (63 * 800), 12);
  });

  it('is null where nothing can be reached', () => {
    expect(totalGiveBack(aProgramme({ rewards: [] }), 800)).toBeNull();
  });
});
