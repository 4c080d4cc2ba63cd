import { describe, expect, it } from 'vitest';
import {
  changeStampCard,
  keyedBy,
  newLevel,
  newReward,
  newTiers,
  priceIn,
  rewardOfKind,
  scopeOf,
  scopeValue,
  tiersBy,
  withoutTiers,
} from '#renderer/src/screens/loyalty/editor/edit-rules.ts';
import { programmeRules } from '#shared/contract/programme-rules.ts';
import { aProgramme, aReward, aStampCard, freeCoffee } from '#tests/shared/domain/loyalty/programmes.ts';

const rules = aProgramme({ stampCards: [aStampCard()], rewards: [freeCoffee] });
const tiers = newTiers([1, 2], ['Friend', 'Regular']);

describe('changing a stamp card', () => {
  it('takes the rewards that cost a full card along', () => {
    const half = aReward({ id: 9, unitId: freeCoffee.unitId, price: 5 });
    const changed = changeStampCard({ ...rules, rewards: [freeCoffee, half] }, 0, { size: 8 });
    expect(changed.stampCards[0]?.size).toBe(8);
    expect(changed.rewards.map(({ price }) => price)).toEqual([8, 5]);
  });

  it('changes nothing where there is no such card', () => {
    expect(changeStampCard(rules, 3, { size: 8 })).toBe(rules);
  });
});

describe('a new reward', () => {
  it('costs a full card, or a hundred points where there is none', () => {
    expect(newReward(7, 'Mug', rules)).toMatchObject({ unitId: 2, price: 10 });
    expect(newReward(7, 'Mug', { ...rules, stampCards: [] })).toMatchObject({ unitId: 1, price: 100 });
  });

  it('loses what only its old kind had', () => {
    const item = { ...newReward(7, 'Mug', rules), itemId: 11, onlyNew: true };
    const money = rewardOfKind(item, 'amountOff', 100);
    expect(money).toMatchObject({ itemId: null, onlyNew: false, amountOff: 500, percent: null });
    expect(rewardOfKind({ ...money, partial: true }, 'percentOff', 100)).toMatchObject({
      amountOff: null,
      partial: false,
      percent: 10,
    });
    expect(rewardOfKind(item, 'addOn', 100)).toMatchObject({ itemId: 11, onlyNew: true });
  });

  it('takes the price of what it is paid with', () => {
    expect(priceIn(rules, 2, 300)).toBe(10);
    expect(priceIn(rules, 1, 10)).toBe(100);
    expect(priceIn(rules, 1, 300)).toBe(300);
  });
});

describe('tiers', () => {
  it('start anew when they are measured by something else, and stay when not', () => {
    const three = { ...tiers, levels: [...tiers.levels, newLevel(3, 'Gold', tiers, 100)] };
    expect(three.levels.map(({ from }) => from)).toEqual([0, 10, 20]);
    expect(tiersBy(three, 'spend', 100).levels.map(({ from }) => from)).toEqual([0, 10_000, 20_000]);
    expect(tiersBy(three, 'rank', 100).levels.map(({ from }) => from)).toEqual([0, 40, 20]);
    expect(tiersBy(three, 'visits', 100)).toBe(three);
  });

  it('when taken away leave the rewards to everybody', () => {
    const kept = { ...freeCoffee, tierId: 2 };
    expect(withoutTiers({ ...rules, tiers, rewards: [kept] })).toEqual({ ...rules, rewards: [freeCoffee] });
  });

  it('can be sent as they begin', () => {
    expect(programmeRules.safeParse({ ...rules, tiers }).error).toBeUndefined();
  });
});

describe('what a rule counts', () => {
  it.each([
    { kind: 'item', itemId: 11 },
    { kind: 'category', category: 'item:12' },
  ] as const)('is read back from its choice (%o)', (scope) => {
    expect(scopeOf(scopeValue(scope))).toEqual(scope);
  });

  it('has a key of its own where two are alike', () => {
    expect(keyedBy(['a', 'b', 'a'], (name) => name).map(({ key }) => key)).toEqual(['a 1', 'b 1', 'a 2']);
  });
});
