import type { CustomerCard } from '#shared/contract/till.ts';
import { addItem } from './edit-entry.ts';
import type { BasketLine, ChosenReward, Entry } from './entry.ts';

/** As many as a visit takes. */
const mostRewards = 5;
const mostVouchers = 3;

type Item = Omit<BasketLine, 'quantity'>;

/** A reward as offered, with the item it gives when it gives one. */
export interface OfferedReward extends Omit<ChosenReward, 'broughtItem' | 'inTyped' | 'spent'> {
  readonly item: Item | null;
}

/** A voucher as offered, with the item it gives when it gives one. */
export interface OfferedVoucher extends Pick<CustomerCard['vouchers'][number], 'code' | 'name' | 'benefit'> {
  readonly item: Item | null;
}

const givenItemOf = ({ kind, itemId }: Pick<ChosenReward, 'kind' | 'itemId'>): number | null =>
  kind === 'freeItem' || kind === 'addOn' ? itemId : null;

/** Pieces of an item that chosen rewards and vouchers give. */
const piecesGiven = ({ rewards, vouchers }: Entry, itemId: number): number =>
  rewards.filter((reward) => givenItemOf(reward) === itemId).length +
  vouchers.filter(({ benefit }) => benefit.kind === 'item' && benefit.itemId === itemId).length;

/**
 * Without a typed amount a given item that is not in the basket yet is put there, so that it is counted: it costs
 * nothing in the end.
 */
const withGivenItem = (entry: Entry, item: Item | null): Entry => {
  if (item === null || entry.typed !== null) return entry;
  const there = entry.lines.find(({ itemId }) => itemId === item.itemId)?.quantity ?? 0;
  return there > piecesGiven(entry, item.itemId) ? entry : addItem(entry, item);
};

/** Uses a reward: what it gives is taken off the amount that is there now, not off one that is typed later. */
export const chooseReward = (entry: Entry, offer: OfferedReward): Entry => {
  const { rewards } = entry;
  if (rewards.length >= mostRewards || rewards.some(({ rewardId }) => rewardId === offer.rewardId))
    return entry;
  const { item, ...reward } = offer;
  const filled = withGivenItem(entry, givenItemOf(offer) === null ? null : item);
  const chosen = { ...reward, broughtItem: filled !== entry, inTyped: false, spent: null };
  return { ...filled, rewards: [...rewards, chosen] };
};

/** Uses a voucher, as {@link chooseReward} does a reward. */
export const chooseVoucher = (entry: Entry, offer: OfferedVoucher): Entry => {
  const { vouchers } = entry;
  if (vouchers.length >= mostVouchers || vouchers.some(({ code }) => code === offer.code)) return entry;
  const { item, code, name, benefit } = offer;
  const filled = withGivenItem(entry, benefit.kind === 'item' ? item : null);
  const chosen = { code, name, benefit, broughtItem: filled !== entry, inTyped: false };
  return { ...filled, vouchers: [...vouchers, chosen] };
};

/** The basket without the piece that came with a reward or voucher. */
const withoutBrought = (entry: Entry, broughtItem: boolean, given: number | null): Entry => {
  if (!broughtItem) return entry;
  const lines = entry.lines.flatMap((line) => {
    if (line.itemId !== given) return [line];
    return line.quantity > 1 ? [{ ...line, quantity: line.quantity - 1 }] : [];
  });
  return { ...entry, lines };
};

/** Puts a reward away again, with what choosing it changed. */
export const dropReward = (entry: Entry, rewardId: number): Entry => {
  const reward = entry.rewards.find((chosen) => chosen.rewardId === rewardId);
  if (reward === undefined) return entry;
  const rest = { ...entry, rewards: entry.rewards.filter((chosen) => chosen !== reward) };
  return withoutBrought(rest, reward.broughtItem, givenItemOf(reward));
};

/** Puts a voucher away again. */
export const dropVoucher = (entry: Entry, code: string): Entry => {
  const voucher = entry.vouchers.find((chosen) => chosen.code === code);
  if (voucher === undefined) return entry;
  const { benefit, broughtItem } = voucher;
  const rest = { ...entry, vouchers: entry.vouchers.filter((chosen) => chosen !== voucher) };
  return withoutBrought(rest, broughtItem, benefit.kind === 'item' ? benefit.itemId : null);
};

/** The entry without what belongs to one customer; the amount stays with whoever pays it. */
export const dropCustomer = (entry: Entry): Entry => {
  const noRewards = entry.rewards.reduce((rest, { rewardId }) => dropReward(rest, rewardId), entry);
  const free = noRewards.vouchers.reduce((rest, { code }) => dropVoucher(rest, code), noRewards);
  return { ...free, held: [], parkedId: null };
};
