import { describe, expect, it } from 'vitest';
import { draftCost } from '#renderer/src/screens/loyalty/effects/draft-cost.ts';
import { aProgramme, aReward } from '#tests/shared/domain/loyalty/programmes.ts';

const month = { atMost: 45_400, memberSales: 1_746_000, typicalAmount: 800 };
/** A point per euro; 100 points buy something that costs 5.00: 5 % of the bill. */
const today = aProgramme({ stampCards: [], rewards: [aReward({ price: 100, cost: 500 })] });
const costing = (cost: number, price = 100) => ({ ...today, rewards: [aReward({ price, cost })] });

describe('what a draft costs at most', () => {
  it('is what today’s rules cost while it gives back the same', () => {
    expect(draftCost(month, today, today)).toBe(45_400);
    expect(draftCost(month, today, { ...today, bonuses: [] })).toBe(45_400);
  });

  it('grows and shrinks with what it gives back of a usual bill', () => {
    expect(draftCost(month, today, costing(1000))).toBe(90_800);
    // 104 instead of 100 points is the next whole visit of 8.00: 13 either way, so nothing changes.
    expect(draftCost(month, today, costing(500, 104))).toBe(45_400);
    expect(draftCost(month, today, costing(500, 208))).toBe(22_700);
    expect(draftCost(month, today, { ...today, rewards: [] })).toBe(0);
  });

  it('is a share of the sales where today’s rules cost nothing', () => {
    // 5.00 for 13 visits of 8.00: 4.8077 % of 17,460.00.
    const free = { ...month, atMost: 0 };
    expect(draftCost(free, { ...today, rewards: [] }, today)).toBe(83_942);
    expect(draftCost(free, today, costing(1000))).toBe(167_885);
  });
});
