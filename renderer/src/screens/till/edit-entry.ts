import { largestAmount } from '#shared/domain/money/largest-amount.ts';
import type { BasketLine, Entry } from './entry.ts';
import { basketSum, shownAmount, spendsOf } from './settle-entry.ts';

/** Most lines and pieces per line that a visit takes. */
const mostLines = 50;
const mostPieces = 99;

/** The same entry with another sum in the field: it is what is paid, so everything chosen is taken off already. */
const withTyped = (entry: Entry, typed: number | null): Entry => {
  const inTyped = typed !== null;
  const spends = spendsOf(entry);
  return {
    ...entry,
    typed,
    rewards: entry.rewards.map((reward) => ({
      ...reward,
      inTyped,
      spent: inTyped && reward.partial ? (spends.get(reward.rewardId) ?? null) : null,
    })),
    vouchers: entry.vouchers.map((voucher) => ({ ...voucher, inTyped })),
  };
};

/** Appends digits, cents first: after 4 and 8, a 0 makes 480. Digits beyond the largest amount are ignored. */
export const typeDigits = (entry: Entry, digits: string): Entry => {
  let typed = entry.typed === null ? 0 : shownAmount(entry);
  for (const digit of digits) {
    const next = typed * 10 + Number(digit);
    if (next > largestAmount) break;
    typed = next;
  }
  return withTyped(entry, typed);
};

/** Takes back the last digit; with nothing typed, the last piece put into the basket. */
export const eraseLast = (entry: Entry): Entry => {
  if (entry.typed !== null) {
    const typed = Math.floor(shownAmount(entry) / 10);
    return withTyped(entry, typed === 0 ? null : typed);
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
  const held = entry.held.find(({ itemId }) => itemId === item.itemId);
  const price = Math.min(item.unitPrice, held?.price ?? item.unitPrice);
  const typed = entry.typed === null ? null : entry.typed + price;
  if ((typed ?? basketSum(entry) + price) > largestAmount) return entry;
  const lines =
    known === undefined
      ? [...entry.lines, { ...item, quantity: 1 }]
      : entry.lines.map((line) => (line === known ? { ...line, quantity: line.quantity + 1 } : line));
  return { ...entry, typed, lines };
};

/** The usual order in place of what was entered; what was chosen stays. A second time changes nothing. */
export const takeUsual = (entry: Entry, lines: readonly BasketLine[]): Entry => {
  const free = withTyped(entry, null);
  return {
    ...free,
    lines,
    rewards: free.rewards.map((reward) => ({ ...reward, broughtItem: false })),
    vouchers: free.vouchers.map((voucher) => ({ ...voucher, broughtItem: false })),
  };
};
