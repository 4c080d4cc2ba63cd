import { describe, expect, it } from 'vitest';
import { chooseReward } from '#renderer/src/screens/till/choose-reward.ts';
import { emptyEntry } from '#renderer/src/screens/till/entry.ts';
import {
  balanceAfterRewards,
  hinderedRewards,
  offersFor,
  vouchersFor,
} from '#renderer/src/screens/till/reward-offers.ts';
import { aBalance, aCard, aRewardOffer } from './till-builders.ts';

const coffee = { id: 1, name: 'Filter coffee', category: '', price: 320, active: true, quickPosition: 1 };

describe('offersFor', () => {
  const card = aCard({
    balances: [aBalance({ unitId: 5, balance: 14 })],
    rewards: [
      aRewardOffer({ itemId: 1 }),
      aRewardOffer({ rewardId: 12, price: 5 }),
      aRewardOffer({ rewardId: 13, price: 99, obstacle: 'balance' }),
    ],
  });

  it('offers what nothing stands against, with the item it gives', () => {
    const offers = offersFor(card, emptyEntry, [coffee]);
    expect(offers.map(({ rewardId }) => rewardId)).toEqual([11, 12]);
    expect(offers[0]).toMatchObject({
      balance: 14,
      item: { itemId: 1, name: 'Filter coffee', unitPrice: 320 },
    });
  });

  it('does not offer what the rest cannot pay any more', () => {
    const [first] = offersFor(card, emptyEntry, [coffee]);
    const entry = first === undefined ? emptyEntry : chooseReward(emptyEntry, first);
    expect(balanceAfterRewards(card, entry, 5)).toBe(4);
    expect(offersFor(card, entry, [coffee])).toEqual([]);
  });

  it('offers a part of money off from the first point', () => {
    const parts = aCard({
      balances: [aBalance({ unitId: 6, kind: 'points', balance: 3 })],
      rewards: [aRewardOffer({ kind: 'amountOff', unitId: 6, price: 100, amountOff: 500, partial: true })],
    });
    expect(offersFor(parts, emptyEntry, [])).toHaveLength(1);
  });
});

describe('hinderedRewards', () => {
  it('names what they have enough for but cannot have', () => {
    const card = aCard({
      balances: [aBalance({ unitId: 5, balance: 14 })],
      rewards: [
        aRewardOffer({ rewardId: 1, obstacle: 'tier' }),
        aRewardOffer({ rewardId: 2, obstacle: 'soldOut', price: 15 }),
        aRewardOffer({ rewardId: 3, obstacle: 'over' }),
        aRewardOffer({ rewardId: 4, obstacle: 'balance', price: 20 }),
      ],
    });
    expect(hinderedRewards(card, emptyEntry)).toEqual([
      { rewardId: 1, name: 'Filter coffee on us', obstacle: 'tier' },
    ]);
  });
});

describe('vouchersFor', () => {
  it('offers the vouchers that are not chosen, with the item they give', () => {
    const voucher = {
      code: '7K4M2QXD',
      name: 'Birthday bun',
      kind: 'birthday',
      benefit: { kind: 'item', itemId: 1 },
      expiresDay: '2026-12-01',
    } as const;
    const card = aCard({ vouchers: [voucher] });
    expect(vouchersFor(card, emptyEntry, [coffee])[0]?.item?.name).toBe('Filter coffee');
    const chosen = { ...voucher, broughtItem: false, inTyped: false };
    expect(vouchersFor(card, { ...emptyEntry, vouchers: [chosen] }, [coffee])).toEqual([]);
  });
});
