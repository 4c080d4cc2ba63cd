import { describe, expect, it } from 'vitest';
import { chooseReward, chooseVoucher } from '#renderer/src/screens/till/choose-reward.ts';
import { addItem, typeDigits } from '#renderer/src/screens/till/edit-entry.ts';
import { type Entry, emptyEntry } from '#renderer/src/screens/till/entry.ts';
import { contentOf, entryOfParked, type Parked } from '#renderer/src/screens/till/parked-entry.ts';
import { offeredReward, offeredVoucher } from '#renderer/src/screens/till/reward-offers.ts';
import { paidAmount, redeemOf } from '#renderer/src/screens/till/settle-entry.ts';
import { aBalance, aCard, aRewardOffer } from './till-builders.ts';

const coffee = { id: 1, name: 'Filter coffee', category: '', price: 320, active: true, quickPosition: 1 };
const bun = { id: 2, name: 'Cinnamon bun', category: '', price: 420, active: true, quickPosition: 2 };
const items = [coffee, bun];
const free = aRewardOffer({ itemId: 1 });
const parts = aRewardOffer({
  rewardId: 14,
  kind: 'amountOff',
  unitId: 6,
  price: 1000,
  amountOff: 1000,
  partial: true,
});
const voucher = {
  code: '7K4M2QXD',
  name: 'Two euros',
  kind: 'surprise',
  benefit: { kind: 'amountOff', amount: 200 },
  expiresDay: '2026-12-01',
} as const;
const card = aCard({
  balances: [aBalance(), aBalance({ unitId: 6, kind: 'points', balance: 150 })],
  rewards: [free, parts],
  vouchers: [voucher],
});
const line = (item: typeof coffee) => ({ itemId: item.id, name: item.name, unitPrice: item.price });

const parkedOf = (entry: Entry, amount: Partial<Parked> = {}): Parked => ({
  ...contentOf(entry, 1, true),
  parkedId: 55,
  at: 0,
  customerName: 'Aino Mäkelä',
  ...amount,
});

describe('a check-in that was set aside', () => {
  it('goes on as it was: items, rewards in part, vouchers', () => {
    const entry = chooseVoucher(
      chooseReward(
        chooseReward(addItem(addItem(emptyEntry, line(coffee)), line(bun)), offeredReward(card, free, items)),
        offeredReward(card, parts, items),
      ),
      offeredVoucher(voucher, items),
    );
    // The bun, less two euros, less 1.50 for 150 points.
    expect(paidAmount(entry)).toBe(70);
    const back = entryOfParked(parkedOf(entry), card, items);
    expect(back.typed).toBeNull();
    expect(paidAmount(back)).toBe(70);
    expect(redeemOf(back)).toEqual(redeemOf(entry));
    expect(back.parkedId).toBe(55);
  });

  it('keeps its sum when prices have changed since', () => {
    const entry = addItem(emptyEntry, line(coffee));
    const back = entryOfParked(parkedOf(entry), card, [{ ...coffee, price: 350 }, bun]);
    expect(paidAmount(back)).toBe(320);
    expect(back.lines[0]?.unitPrice).toBe(350);
  });

  it('keeps a typed sum with everything taken off already', () => {
    const entry = chooseReward(typeDigits(emptyEntry, '900'), offeredReward(card, parts, items));
    const back = entryOfParked(parkedOf(entry), card, items);
    expect(paidAmount(back)).toBe(750);
    expect(redeemOf(back)).toEqual([{ rewardId: 14, spend: 150 }]);
  });

  it('leaves out what is gone', () => {
    const entry = chooseReward(addItem(emptyEntry, line(bun)), offeredReward(card, free, items));
    const back = entryOfParked(parkedOf(entry, { amount: null }), aCard(), [coffee]);
    expect(back.lines.map(({ itemId }) => itemId)).toEqual([1]);
    expect(back.rewards).toEqual([]);
  });

  it('has no sum where none is asked or entered', () => {
    expect(contentOf(typeDigits(emptyEntry, '900'), null, false).amount).toBeNull();
    expect(contentOf(emptyEntry, 1, true).amount).toBeNull();
  });
});
