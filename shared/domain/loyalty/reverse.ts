import { type Carry, negateCarry } from './carry.ts';
import { type Draw, drawFrom, type Lot } from './lots.ts';

/** What is known of an entry that is to be reversed. */
export interface ReversibleEntry {
  readonly entryId: number;
  readonly change: number;
  readonly carry: Carry;
  /** What a spending entry has drawn so far. */
  readonly draws: readonly Draw[];
}

export interface Reversal {
  readonly change: number;
  readonly carry: Carry;
  /** Given back to (negative) or taken from (positive) lots. */
  readonly draws: readonly Draw[];
  /** Part of an undone earning that was spent already: the balance goes below zero by it until it is earned again. */
  readonly undrawn: number;
}

/**
 * The entry that undoes another. A spending gives back to the very lots it drew on, so their expiry stays; an
 * earning is taken from its own lot first, then from the others in the order of spending.
 */
export function reverseEntry(entry: ReversibleEntry, openLots: readonly Lot[]): Reversal {
  const base = { change: 0 - entry.change, carry: negateCarry(entry.carry) };
  if (entry.change <= 0) {
    const draws = entry.draws.map((draw) => ({ lotId: draw.lotId, amount: -draw.amount }));
    return { ...base, draws, undrawn: 0 };
  }
  const own = openLots.filter((lot) => lot.lotId === entry.entryId);
  const others = openLots.filter((lot) => lot.lotId !== entry.entryId);
  const first = drawFrom(own, entry.change);
  const second = drawFrom(others, first.undrawn);
  return { ...base, draws: [...first.draws, ...second.draws], undrawn: second.undrawn };
}
