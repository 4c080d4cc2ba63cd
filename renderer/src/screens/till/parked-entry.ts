import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Item } from '#shared/contract/items.ts';
import type { CustomerCard, till } from '#shared/contract/till.ts';
import { type Entry, emptyEntry } from './entry.ts';
import { offeredReward, offeredVoucher } from './reward-offers.ts';
import { redeemOf, settleEntry } from './settle-entry.ts';

/** A check-in that was set aside. */
export type Parked = InferContractRouterOutputs<typeof till>['parked']['parked'][number];

/** What is sent to set a check-in aside. */
export type ParkedContent = Pick<Parked, 'customerId' | 'amount' | 'items' | 'redeem' | 'vouchers'>;

/** An entry as it is set aside: what is paid, what was bought, what is to be used. */
export const contentOf = (entry: Entry, customerId: number | null, asksAmount: boolean): ParkedContent => {
  const isEntered = entry.typed !== null || entry.lines.length > 0;
  return {
    customerId,
    amount: asksAmount && isEntered ? settleEntry(entry).amount : null,
    items: entry.lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
    redeem: redeemOf(entry),
    vouchers: entry.vouchers.map(({ code }) => ({ code })),
  };
};

const free = { broughtItem: false, inTyped: false } as const;

/**
 * The entry of a check-in that goes on: at today's prices where they give the same sum, else with the sum as it was
 * set aside. Items, rewards and vouchers that are gone are left out.
 * @param card null for a sale without a customer
 */
export const entryOfParked = (parked: Parked, card: CustomerCard | null, items: readonly Item[]): Entry => {
  const lines = parked.items.flatMap(({ itemId, quantity }) => {
    const item = items.find(({ id }) => id === itemId);
    return item === undefined ? [] : [{ itemId, name: item.name, unitPrice: item.price, quantity }];
  });
  const rewards = parked.redeem.flatMap(({ rewardId, spend }) => {
    const offer = card?.rewards.find((each) => each.rewardId === rewardId);
    if (card === null || offer === undefined) return [];
    const { item: _, ...reward } = offeredReward(card, offer, items);
    return [{ ...reward, ...free, spent: null, chosenSpend: spend ?? null }];
  });
  const vouchers = parked.vouchers.flatMap(({ code }) => {
    const offer = card?.vouchers.find((each) => each.code === code);
    if (offer === undefined) return [];
    const { item: _, ...voucher } = offeredVoucher(offer, items);
    return [{ ...voucher, ...free }];
  });
  const entry: Entry = {
    ...emptyEntry,
    lines,
    rewards: rewards.map(({ chosenSpend: _, ...reward }) => reward),
    vouchers,
    held: card?.heldPrices ?? [],
    parkedId: parked.parkedId,
  };
  if (parked.amount === null || (lines.length > 0 && settleEntry(entry).amount === parked.amount))
    return entry;
  return {
    ...entry,
    typed: parked.amount,
    rewards: rewards.map(({ chosenSpend, ...reward }) => ({
      ...reward,
      inTyped: true,
      spent: reward.partial ? chosenSpend : null,
    })),
    vouchers: vouchers.map((voucher) => ({ ...voucher, inTyped: true })),
  };
};
