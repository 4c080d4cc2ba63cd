import { describe, expect, it } from 'vitest';
import type { ProgrammeRules, Reward } from '#shared/domain/loyalty/programme.ts';
import { redeem } from '#shared/domain/loyalty/redeem.ts';

const reward = (id: number, unitId: number, price: number, active = true): Reward => ({
  id,
  name: `Reward ${id}`,
  unitId,
  price,
  itemId: null,
  amountOff: null,
  cost: 0,
  active,
});

const [points, stamps] = [1, 2];
const rules: ProgrammeRules = {
  pointsUnitId: points,
  points: { points: 1, per: 100 },
  stamps: { unitId: stamps, name: 'Coffee', size: 10, stampsPerVisit: 1 },
  rewards: [reward(1, stamps, 10), reward(2, points, 50), reward(3, points, 30), reward(4, points, 5, false)],
};
const holding = (balances: Readonly<Record<number, number>>) => (unitId: number) => balances[unitId] ?? 0;

describe('rewards taken with a visit', () => {
  it('are priced one by one and say what they are', () => {
    expect(redeem(rules, [1, 2], holding({ [stamps]: 10, [points]: 50 }))).toEqual({
      kind: 'redeemed',
      redemptions: [
        {
          reward: rules.rewards[0],
          change: -10,
          why: { kind: 'reward', rewardId: 1, rewardName: 'Reward 1' },
        },
        {
          reward: rules.rewards[1],
          change: -50,
          why: { kind: 'reward', rewardId: 2, rewardName: 'Reward 2' },
        },
      ],
    });
  });

  it('two of one unit share the balance: 80 pay for 50 and 30, 79 do not', () => {
    expect(redeem(rules, [2, 3], holding({ [points]: 80 }))).toMatchObject({ kind: 'redeemed' });
    // 79 - 50 = 29 are left when the second one asks for 30.
    expect(redeem(rules, [2, 3], holding({ [points]: 79 }))).toEqual({
      kind: 'insufficient',
      unitId: points,
      balance: 29,
      price: 30,
    });
  });

  it('the same one twice costs twice', () => {
    expect(redeem(rules, [3, 3], holding({ [points]: 60 }))).toMatchObject({
      kind: 'redeemed',
      redemptions: [{ change: -30 }, { change: -30 }],
    });
    expect(redeem(rules, [3, 3], holding({ [points]: 59 }))).toMatchObject({
      kind: 'insufficient',
      balance: 29,
    });
  });

  it('none are none', () => {
    expect(redeem(rules, [], holding({}))).toEqual({ kind: 'redeemed', redemptions: [] });
  });

  it.each([
    ['an unknown one', 99],
    ['one that is no longer offered', 4],
  ])('%s is not available', (_what, rewardId) => {
    expect(redeem(rules, [rewardId], holding({ [points]: 500 }))).toEqual({ kind: 'notAvailable', rewardId });
  });

  it('an overdrawn balance pays for nothing', () => {
    expect(redeem(rules, [3], holding({ [points]: -4 }))).toMatchObject({
      kind: 'insufficient',
      balance: -4,
    });
  });
});
