import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  partValue,
  percentOf,
  type RewardFacts,
  redeem,
  rewardObstacle,
  usefulSpend,
} from '#shared/domain/loyalty/redeem.ts';
import { rounds } from '#tests/support/rounds.ts';
import {
  aLevel,
  aProgramme,
  aReward,
  coffee,
  dayOf,
  freeCoffee,
  pointsUnit,
  stampUnit,
} from './programmes.ts';

const today = dayOf('2026-03-11');
const friend = aLevel();
const gold = aLevel({ id: 2, name: 'Gold', from: 25 });
const rules = aProgramme({
  rewards: [
    freeCoffee,
    aReward({ id: 5, price: 50 }),
    aReward({ id: 6, price: 30 }),
    aReward({ id: 7, price: 5, active: false }),
    aReward({ id: 8, price: 100, amountOff: 500, partial: true }),
  ],
  tiers: {
    basis: 'visits',
    window: { kind: 'rolling', days: 90 },
    graceDays: 30,
    levels: [friend, gold],
  },
});
const facts = (
  balances: Readonly<Record<number, number>>,
  change: Partial<RewardFacts> = {},
): RewardFacts => ({
  day: today,
  tier: friend,
  givenOf: () => 0,
  hasBought: () => false,
  balanceOf: (unitId) => balances[unitId] ?? 0,
  ...change,
});
const chosen = (...ids: number[]) => ids.map((rewardId) => ({ rewardId }));

describe('rewards taken with a visit', () => {
  it('are priced one by one and say what they are', () => {
    const result = redeem(rules, chosen(2, 5), facts({ [stampUnit]: 10, [pointsUnit]: 50 }));
    expect(result).toMatchObject({
      kind: 'redeemed',
      redemptions: [
        { reward: freeCoffee, change: -10, why: { kind: 'reward', rewardId: 2, rewardName: 'Free coffee' } },
        { change: -50, why: { rewardId: 5 } },
      ],
    });
  });

  it('two of one unit share the balance: 80 pay for 50 and 30, 79 do not', () => {
    expect(redeem(rules, chosen(5, 6), facts({ [pointsUnit]: 80 }))).toMatchObject({ kind: 'redeemed' });
    // 79 - 50 = 29 are left when the second one asks for 30.
    expect(redeem(rules, chosen(5, 6), facts({ [pointsUnit]: 79 }))).toEqual({
      kind: 'insufficient',
      unitId: pointsUnit,
      balance: 29,
      price: 30,
    });
  });

  it('the same one twice costs twice, and takes two of the stock', () => {
    expect(redeem(rules, chosen(6, 6), facts({ [pointsUnit]: 60 }))).toMatchObject({
      redemptions: [{ change: -30 }, { change: -30 }],
    });
    const scarce = aProgramme({ rewards: [aReward({ id: 6, price: 30, stock: 5 })] });
    const given = { givenOf: () => 4 };
    expect(redeem(scarce, chosen(6), facts({ [pointsUnit]: 90 }, given)).kind).toBe('redeemed');
    expect(redeem(scarce, chosen(6, 6), facts({ [pointsUnit]: 90 }, given))).toEqual({
      kind: 'notAvailable',
      rewardId: 6,
      obstacle: 'soldOut',
    });
  });

  it('none are none', () => {
    expect(redeem(rules, [], facts({}))).toEqual({ kind: 'redeemed', redemptions: [] });
  });

  it.each([
    ['an unknown one', 99],
    ['one that is no longer offered', 7],
  ])('%s is not available', (_what, rewardId) => {
    expect(redeem(rules, chosen(rewardId), facts({ [pointsUnit]: 500 }))).toEqual({
      kind: 'notAvailable',
      rewardId,
      obstacle: 'inactive',
    });
  });

  it('an overdrawn balance pays for nothing', () => {
    expect(redeem(rules, chosen(6), facts({ [pointsUnit]: -4 }))).toMatchObject({
      kind: 'insufficient',
      balance: -4,
    });
  });

  it('a part is taken only where the reward allows it, never more than the whole', () => {
    const some = facts({ [pointsUnit]: 500 });
    const spend = (rewardId: number, part: number) => {
      const result = redeem(rules, [{ rewardId, spend: part }], some);
      return result.kind === 'redeemed' ? result.redemptions[0]?.change : result.kind;
    };
    expect(spend(8, 40)).toBe(-40);
    expect(spend(8, 400)).toBe(-100);
    expect(spend(8, 0)).toBe(-1);
    expect(spend(5, 20)).toBe(-50);
  });
});

describe('what stands between a customer and a reward', () => {
  const obstacleOf = (
    change: Parameters<typeof aReward>[0],
    more: Partial<RewardFacts> = {},
    balance = 100,
  ) => rewardObstacle(rules, aReward(change), facts({ [pointsUnit]: balance }, more));

  it.each([
    ['nothing', {}, null],
    ['its first day', { firstDay: dayOf('2026-03-12') }, 'notYet'],
    ['nothing on its first day', { firstDay: today }, null],
    ['its last day', { lastDay: dayOf('2026-03-10') }, 'over'],
    ['nothing on its last day', { lastDay: today }, null],
    ['an empty stock', { stock: 0 }, 'soldOut'],
    ['a tier', { tierId: gold.id }, 'tier'],
    ['nothing for the lowest tier', { tierId: friend.id }, null],
    ['a tier that is gone', { tierId: 77 }, 'tier'],
    ['the balance', { price: 101 }, 'balance'],
    ['the owner', { active: false }, 'inactive'],
  ] as const)('is %s', (_what, change, expected) => {
    expect(obstacleOf(change)).toBe(expected);
  });

  it('is no tier for those who have reached it', () => {
    expect(obstacleOf({ tierId: gold.id }, { tier: gold })).toBeNull();
    expect(obstacleOf({ tierId: friend.id }, { tier: null })).toBe('tier');
  });

  it('is that it is nothing new to them', () => {
    const onlyNew = { onlyNew: true, itemId: coffee.itemId };
    expect(obstacleOf(onlyNew, { hasBought: (itemId) => itemId === coffee.itemId })).toBe('notNew');
    expect(obstacleOf(onlyNew)).toBeNull();
  });

  it('is no balance where a part may be taken, as long as there is a point', () => {
    expect(obstacleOf({ partial: true }, {}, 1)).toBeNull();
    expect(obstacleOf({ partial: true }, {}, 0)).toBe('balance');
  });
});

describe('the worth of a reward', () => {
  it('of a part is rounded down, exactly also where products leave the safe integers', () => {
    expect(partValue({ amountOff: 500, price: 300 }, 100)).toBe(166);
    expect(partValue({ amountOff: 9_999_999_999, price: 999_999 }, 999_998)).toBe(9_999_989_998);
    expect(percentOf(9_007_199_254_740_991, 99)).toBe(8_917_127_262_193_581);
  });

  it('asks for no point that brings no money', () => {
    const five = aReward({ price: 100, amountOff: 500, partial: true });
    // 3.20 to pay, 0.05 a point: 64 points.
    expect(usefulSpend(five, 90, 320)).toBe(64);
    expect(usefulSpend(five, 40, 320)).toBe(40);
    expect(usefulSpend(five, 0, 320)).toBe(0);
    expect(usefulSpend(five, 90, 0)).toBe(0);
    // 1.00 for 500 points: 7 points are worth 0.01, and 5 bring that too.
    expect(usefulSpend(aReward({ price: 500, amountOff: 100, partial: true }), 7, 320)).toBe(5);
    expect(usefulSpend(aReward({ price: 500, amountOff: 100, partial: true }), 4, 320)).toBe(0);
  });

  it('is the same for the useful part as for all there is, and for one point less it is less', () => {
    const nat = (max: number) => fc.integer({ min: 1, max });
    fc.assert(
      fc.property(nat(2000), nat(5000), nat(3000), nat(4000), (price, amountOff, balance, due) => {
        const reward = aReward({ price, amountOff, partial: true });
        const spend = usefulSpend(reward, balance, due);
        const best = Math.min(partValue(reward, Math.min(balance, price)), due);
        expect(spend).toBeLessThanOrEqual(Math.min(balance, price));
        expect(Math.min(partValue(reward, spend), due)).toBe(best);
        if (spend > 0) expect(partValue(reward, spend - 1)).toBeLessThan(best);
      }),
      { numRuns: rounds(500) },
    );
  });
});
