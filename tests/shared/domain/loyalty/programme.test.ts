import { describe, expect, it } from 'vitest';
import {
  nextReward,
  type ProgrammeRules,
  type Reward,
  readyRewards,
  unitsOf,
} from '#shared/domain/loyalty/programme.ts';

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
  rewards: [
    reward(1, points, 300),
    reward(2, points, 100),
    reward(3, stamps, 10),
    reward(4, points, 50, false),
  ],
};

describe('the units of a programme', () => {
  it('are stamps first, then points: the order of the till', () => {
    expect(unitsOf(rules)).toEqual([
      { unitId: stamps, kind: 'stamps', name: 'Coffee' },
      { unitId: points, kind: 'points', name: '' },
    ]);
  });

  it('are only those it gives', () => {
    expect(unitsOf({ ...rules, stamps: null }).map(({ kind }) => kind)).toEqual(['points']);
    expect(unitsOf({ ...rules, points: null }).map(({ kind }) => kind)).toEqual(['stamps']);
    expect(unitsOf({ ...rules, points: null, stamps: null })).toEqual([]);
  });
});

describe('the reward a customer collects for', () => {
  it.each([
    [0, 2],
    [99, 2],
    // Reached is reached: now for the next.
    [100, 1],
    [299, 1],
    // All reached: the dearest.
    [300, 1],
    [-5, 2],
  ])('with %i points is number %i', (balance, id) => {
    expect(nextReward(rules, points, balance)?.id).toBe(id);
  });

  it('is none where nothing is priced in the unit', () => {
    expect(nextReward(rules, 77, 10)).toBeNull();
    expect(nextReward({ ...rules, rewards: [reward(4, points, 50, false)] }, points, 10)).toBeNull();
  });
});

describe('rewards that are ready', () => {
  it('are those the balances pay, and still on offer', () => {
    const held = new Map([
      [points, 100],
      [stamps, 9],
    ]);
    expect(readyRewards(rules, (unitId) => held.get(unitId) ?? 0).map(({ id }) => id)).toEqual([2]);
    held.set(stamps, 10);
    expect(readyRewards(rules, (unitId) => held.get(unitId) ?? 0).map(({ id }) => id)).toEqual([2, 3]);
  });
});
