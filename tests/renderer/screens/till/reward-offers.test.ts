import { describe, expect, it } from 'vitest';
import { chooseReward, emptyEntry } from '#renderer/src/screens/till/entry.ts';
import { balanceAfterRewards, offersFor } from '#renderer/src/screens/till/reward-offers.ts';
import type { RewardOffer } from '#shared/contract/till.ts';
import { aBalance, aCard } from './till-builders.ts';

const offer = (fields: Partial<RewardOffer>): RewardOffer => ({
  rewardId: 11,
  name: 'Filter coffee on us',
  unitId: 5,
  price: 10,
  ready: true,
  itemId: null,
  amountOff: null,
  ...fields,
});
const coffee = { id: 1, name: 'Filter coffee', category: '', price: 320, active: true, quickPosition: 1 };

describe('offersFor', () => {
  const card = aCard({
    balances: [aBalance({ unitId: 5, balance: 14 })],
    rewards: [
      offer({ itemId: 1 }),
      offer({ rewardId: 12, price: 5 }),
      offer({ rewardId: 13, price: 99, ready: false }),
    ],
  });

  it('offers what is ready, with the item it gives', () => {
    const offers = offersFor(card, [], [coffee]);
    expect(offers.map(({ rewardId }) => rewardId)).toEqual([11, 12]);
    expect(offers[0]?.item).toEqual({ itemId: 1, name: 'Filter coffee', unitPrice: 320 });
  });

  it('does not offer what the rest cannot pay any more', () => {
    const [first] = offersFor(card, [], [coffee]);
    const { rewards } = first === undefined ? emptyEntry : chooseReward(emptyEntry, first);
    expect(balanceAfterRewards(card, rewards, 5)).toBe(4);
    expect(offersFor(card, rewards, [coffee])).toEqual([]);
  });
});
