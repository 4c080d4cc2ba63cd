import type { Reward } from './programme.ts';
import { partValue, percentOf } from './redeem.ts';
import type { Benefit } from './vouchers.ts';

/** A line of an order before anything is taken off. */
export interface BillLine {
  readonly itemId: number;
  readonly quantity: number;
  /** Minor units. */
  readonly unitPrice: number;
}

/** Something that is taken off a bill: a reward that is redeemed, or a voucher. */
export type Deduction =
  | { readonly kind: 'item'; readonly itemId: number | null }
  | { readonly kind: 'percentOff'; readonly percent: number }
  | { readonly kind: 'amountOff'; readonly amount: number }
  /** Given by hand, takes nothing off. */
  | { readonly kind: 'thing' };

/** What a reward takes off; `spend` is less than its price where a part is taken. */
export function deductionOfReward(
  reward: Pick<Reward, 'kind' | 'itemId' | 'percent' | 'amountOff' | 'price'>,
  spend: number = reward.price,
): Deduction {
  switch (reward.kind) {
    case 'freeItem':
    case 'addOn':
      return { kind: 'item', itemId: reward.itemId };
    case 'percentOff':
      return { kind: 'percentOff', percent: reward.percent ?? 0 };
    case 'amountOff':
      return { kind: 'amountOff', amount: partValue(reward, spend) };
    case 'experience':
    case 'thanks':
      return { kind: 'thing' };
  }
}

/** What a voucher takes off. */
export function deductionOfVoucher(benefit: Benefit): Deduction {
  return benefit;
}

/** A bill after everything was taken off. */
export interface SettledBill<L extends BillLine> {
  /** Minor units to be paid: what earns. */
  readonly amount: number;
  /** What each deduction took off, in the order given. */
  readonly off: readonly number[];
  /** Lines without the pieces that were given: these are what earns by item. */
  readonly lines: readonly L[];
}

const order = { item: 0, percentOff: 1, amountOff: 2, thing: 3 } as const;

/** The line that gives one piece of an item: the dearest of its lines, as the till reads it to the customer. */
function pieceOf<L extends BillLine>(lines: readonly L[], itemId: number | null): number {
  return lines.reduce((best, line, index) => {
    if (line.itemId !== itemId || line.quantity <= 0) return best;
    return line.unitPrice > (lines[best]?.unitPrice ?? -1) ? index : best;
  }, -1);
}

/**
 * Takes several rewards and vouchers off one bill: first items (each takes one piece, two take two), then per cents of
 * what is left, rounded down, then amounts; never below zero. The order in which they were chosen does not matter
 * between kinds, so the till and the service agree.
 * @param bill what is rung up: minor units before anything is taken off, and its lines (none where only a sum is typed)
 */
export function settleBill<L extends BillLine>(
  bill: { readonly amount: number; readonly lines: readonly L[] },
  deductions: readonly Deduction[],
): SettledBill<L> {
  let { amount } = bill;
  const lines: L[] = [...bill.lines];
  const off = deductions.map(() => 0);
  const sorted = deductions
    .map((deduction, index) => ({ deduction, index }))
    .sort((a, b) => order[a.deduction.kind] - order[b.deduction.kind] || a.index - b.index);
  for (const { deduction, index } of sorted) {
    let value = 0;
    if (deduction.kind === 'item') {
      const place = pieceOf(lines, deduction.itemId);
      const line = lines[place];
      if (line) {
        value = line.unitPrice;
        lines[place] = { ...line, quantity: line.quantity - 1 };
      }
    } else if (deduction.kind === 'percentOff') value = percentOf(amount, deduction.percent);
    else if (deduction.kind === 'amountOff') value = deduction.amount;
    off[index] = Math.min(value, amount);
    amount -= off[index] ?? 0;
  }
  return { amount, off, lines: lines.filter((line) => line.quantity > 0) };
}
