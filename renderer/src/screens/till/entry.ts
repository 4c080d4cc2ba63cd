import { largestAmount } from '#shared/domain/money/largest-amount.ts';

/** An item in the basket; the price is the one it had when it was tapped, minor units. */
export interface BasketLine {
  readonly itemId: number;
  readonly name: string;
  readonly unitPrice: number;
  readonly quantity: number;
}

/** A reward the customer wants to use with this visit. */
export interface ChosenReward {
  readonly rewardId: number;
  readonly name: string;
  readonly unitId: number;
  readonly price: number;
  readonly itemId: number | null;
  readonly amountOff: number | null;
  /** The given item was put into the basket together with the reward, and leaves with it. */
  readonly broughtItem: boolean;
  /** What choosing it took off a typed amount, minor units; comes back when it is put away. */
  readonly takenOff: number;
}

/** The sum being entered for one visit: typed, or added up from items, less what rewards take off. */
export interface Entry {
  /** Typed amount in minor units: what is paid, taken as it stands. Null while nothing is typed. */
  readonly typed: number | null;
  readonly lines: readonly BasketLine[];
  readonly rewards: readonly ChosenReward[];
}

export const emptyEntry: Entry = { typed: null, lines: [], rewards: [] };

/** Most lines and pieces per line that a visit takes. */
const mostLines = 50;
const mostPieces = 99;
const mostRewards = 5;

const lineSum = (lines: readonly BasketLine[]): number =>
  lines.reduce((sum, { unitPrice, quantity }) => sum + unitPrice * quantity, 0);

/** What the chosen rewards take off the basket, minor units; never more than is in it. */
export const takenOffBasket = ({ lines, rewards }: Entry): number => {
  const left = new Map(lines.map(({ itemId, quantity }) => [itemId, quantity]));
  let off = 0;
  for (const reward of rewards) {
    if (reward.amountOff !== null) off += reward.amountOff;
    else if (reward.itemId !== null && (left.get(reward.itemId) ?? 0) > 0) {
      left.set(reward.itemId, (left.get(reward.itemId) ?? 0) - 1);
      off += lines.find(({ itemId }) => itemId === reward.itemId)?.unitPrice ?? 0;
    }
  }
  return Math.min(off, lineSum(lines));
};

/** Sum of the basket before rewards, minor units. */
export const basketSum = (entry: Entry): number => lineSum(entry.lines);

/** Whether nothing at all has been entered. */
export const isEmptyEntry = (entry: Entry): boolean =>
  entry.typed === null && entry.lines.length === 0 && entry.rewards.length === 0;

/**
 * What is paid after rewards, minor units; null while no amount is known. A typed zero counts only beside a
 * reward: alone it is a slip of the finger.
 */
export const paidAmount = (entry: Entry): number | null => {
  if (entry.typed !== null) return entry.typed === 0 && entry.rewards.length === 0 ? null : entry.typed;
  return entry.lines.length === 0 ? null : basketSum(entry) - takenOffBasket(entry);
};

/** What stands in the amount field: like {@link paidAmount}, with 0 for nothing. */
export const shownAmount = (entry: Entry): number => paidAmount(entry) ?? 0;

/** Appends digits, cents first: after 4 and 8, a 0 makes 480. Digits beyond the largest amount are ignored. */
export const typeDigits = (entry: Entry, digits: string): Entry => {
  let typed = entry.typed ?? 0;
  for (const digit of digits) {
    const next = typed * 10 + Number(digit);
    if (next > largestAmount) return { ...entry, typed };
    typed = next;
  }
  return { ...entry, typed };
};

/** Takes back the last digit; with nothing typed, the last piece put into the basket. */
export const eraseLast = (entry: Entry): Entry => {
  if (entry.typed !== null) {
    const typed = Math.floor(entry.typed / 10);
    return { ...entry, typed: typed === 0 ? null : typed };
  }
  const last = entry.lines.at(-1);
  if (last === undefined) return entry;
  const others = entry.lines.slice(0, -1);
  const lines = last.quantity > 1 ? [...others, { ...last, quantity: last.quantity - 1 }] : others;
  return { ...entry, lines };
};

/** Puts one piece of an item into the basket. A typed amount grows by its price. */
export const addItem = (entry: Entry, item: Omit<BasketLine, 'quantity'>): Entry => {
  const known = entry.lines.find(({ itemId }) => itemId === item.itemId);
  if (known === undefined ? entry.lines.length >= mostLines : known.quantity >= mostPieces) return entry;
  const typed = entry.typed === null ? null : entry.typed + item.unitPrice;
  if ((typed ?? basketSum(entry) + item.unitPrice) > largestAmount) return entry;
  const lines =
    known === undefined
      ? [...entry.lines, { ...item, quantity: 1 }]
      : entry.lines.map((line) => (line === known ? { ...line, quantity: line.quantity + 1 } : line));
  return { ...entry, typed, lines };
};

/** The usual order in place of what was entered; chosen rewards stay. A second time changes nothing. */
export const takeUsual = (entry: Entry, lines: readonly BasketLine[]): Entry => ({
  ...entry,
  typed: null,
  lines,
  rewards: entry.rewards.map((reward) => ({ ...reward, broughtItem: false, takenOff: 0 })),
});

/** A reward as offered, with the item it gives when it gives one. */
export interface OfferedReward extends Omit<ChosenReward, 'broughtItem' | 'takenOff'> {
  readonly item: Omit<BasketLine, 'quantity'> | null;
}

const pieces = (entry: Entry, itemId: number | null): number =>
  entry.lines.find((line) => line.itemId === itemId)?.quantity ?? 0;

/**
 * Uses a reward. A typed amount loses the money off or, when the given item is in the basket, its price;
 * without a typed amount a given item that is not in the basket yet is put there, so that it is counted.
 */
export const chooseReward = (entry: Entry, offer: OfferedReward): Entry => {
  if (
    entry.rewards.length >= mostRewards ||
    entry.rewards.some(({ rewardId }) => rewardId === offer.rewardId)
  )
    return entry;
  const { item, ...reward } = offer;
  const givenBefore = entry.rewards.filter(
    ({ itemId }) => itemId !== null && itemId === reward.itemId,
  ).length;
  const inBasket = pieces(entry, reward.itemId) > givenBefore;
  if (entry.typed !== null) {
    const off = reward.amountOff ?? (inBasket && item !== null ? item.unitPrice : 0);
    const takenOff = Math.min(off, entry.typed);
    const chosen = { ...reward, broughtItem: false, takenOff };
    return { ...entry, typed: entry.typed - takenOff, rewards: [...entry.rewards, chosen] };
  }
  const brings = reward.amountOff === null && item !== null && !inBasket;
  const filled = brings ? addItem(entry, item) : entry;
  const chosen = { ...reward, broughtItem: filled !== entry, takenOff: 0 };
  return { ...filled, rewards: [...filled.rewards, chosen] };
};

/** Puts a reward away again, with what choosing it changed. */
export const dropReward = (entry: Entry, rewardId: number): Entry => {
  const reward = entry.rewards.find((chosen) => chosen.rewardId === rewardId);
  if (reward === undefined) return entry;
  const rewards = entry.rewards.filter((chosen) => chosen !== reward);
  const typed = entry.typed === null ? null : Math.min(entry.typed + reward.takenOff, largestAmount);
  if (!reward.broughtItem) return { ...entry, typed, rewards };
  const lines = entry.lines.flatMap((line) => {
    if (line.itemId !== reward.itemId) return [line];
    return line.quantity > 1 ? [{ ...line, quantity: line.quantity - 1 }] : [];
  });
  return { ...entry, typed, lines, rewards };
};

/** The entry without its rewards: they belong to one customer, the amount to whoever pays it. */
export const dropRewards = (entry: Entry): Entry =>
  entry.rewards.reduce((rest, { rewardId }) => dropReward(rest, rewardId), entry);
