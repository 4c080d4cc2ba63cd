import { describe, expect, it } from 'vitest';
import { sumsOf } from '#shared/domain/statistics/index.ts';
import { averageSpend, rewardCost, salesOf, valueSoFar } from '#shared/domain/value/sales.ts';
import { tierMix } from '#shared/domain/value/tier-mix.ts';

describe('salesOf', () => {
  it('tells members from anonymous, in check-ins and in money', () => {
    const found = salesOf({
      checkIns: 100,
      identifiedCheckIns: 80,
      amount: 50_000,
      identifiedAmount: 45_000,
    });
    expect(found).toMatchObject({ member: 45_000, anonymous: 5_000, identifiedMoney: 0.9 });
    expect(found.identified).toMatchObject({ successes: 80, n: 100, share: 0.8, say: 'percent' });
  });

  it('is no data without sales', () => {
    const found = salesOf({ checkIns: 0, identifiedCheckIns: 0, amount: 0, identifiedAmount: 0 });
    expect(found).toMatchObject({ identifiedMoney: null, identified: { say: 'noData' } });
    expect(() => salesOf({ checkIns: 1, identifiedCheckIns: 2, amount: 0, identifiedAmount: 0 })).toThrow(
      RangeError,
    );
  });
});

describe('averageSpend', () => {
  it('rests on the known amounts and says how many they are', () => {
    const found = averageSpend(sumsOf([800, 900, 880]), 4);
    expect(found).toMatchObject({ mean: 860, n: 3, interval: null, known: { successes: 3, n: 4 } });
    expect(averageSpend(sumsOf([]), 4).mean).toBeNull();
  });
});

describe('valueSoFar', () => {
  it('leaves out what rewards paid', () => {
    const checkIns = [
      { amount: 1000, paidByRewards: 0 },
      { amount: 500, paidByRewards: 350 },
      { amount: null, paidByRewards: 0 },
    ];
    expect(valueSoFar(checkIns)).toBe(1150);
    expect(valueSoFar([])).toBe(0);
  });

  it('repeats the worked example: 50 a month for 10 months', () => {
    const months = Array.from({ length: 10 }, () => ({ amount: 50, paidByRewards: 0 }));
    expect(valueSoFar(months)).toBe(500);
    // Two months more of each of 1000 customers: +100,000.
    expect(1000 * (valueSoFar([...months, ...months.slice(0, 2)]) - valueSoFar(months))).toBe(100_000);
  });
});

describe('rewardCost', () => {
  it('is a share of member sales, or no data', () => {
    expect(rewardCost(40_100, 1_723_400).share).toBeCloseTo(0.0233, 4);
    expect(rewardCost(100, 0).share).toBeNull();
  });
});

describe('tierMix', () => {
  it('adds up', () => {
    const found = tierMix([
      { tierId: null, customers: 258, spend: 1900 },
      { tierId: 1, customers: 131, spend: 4300 },
      { tierId: 2, customers: 42, spend: 3800 },
    ]);
    expect(found.map((tier) => tier.spendShare)).toEqual([0.19, 0.43, 0.38]);
    expect(found.reduce((sum, tier) => sum + (tier.customerShare ?? 0), 0)).toBeCloseTo(1, 12);
    expect(tierMix([{ tierId: 1, customers: 0, spend: 0 }])[0]).toMatchObject({
      customerShare: null,
      spendShare: null,
    });
  });
});
