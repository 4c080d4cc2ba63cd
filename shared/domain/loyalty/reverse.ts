import { type Carry, negateCarry } from './carry.ts';
import { type Draw, drawFrom, type Lot } from './lots.ts';

/** What is known of an entry that is to be reversed. */
export interface ReversibleEntry {
  readonly entryId: number;
  readonly change: number;
  readonly carry: Carry;
  /** What the entry has drawn so far, net; empty for an earning. */
  readonly draws: readonly Draw[];
  /**
   * What of it has expired since: of an earning's own lot, so it is gone already and not taken a second time; of what a
   * transfer moved away, so it does not come back.
   */
  readonly expired?: number;
}

export interface Reversal {
  readonly change: number;
  readonly carry: Carry;
  /** Given back to (negative) or taken from (positive) lots. */
  readonly draws: readonly Draw[];
  /** Part of an undone earning that was spent already: the balance goes below zero by it until it is earned again. */
  readonly undrawn: number;
}

/** One draw per lot, without those that cancel out, in the order in which they began. */
export function netDraws(draws: readonly Draw[]): readonly Draw[] {
  const sums = new Map<number, number>();
  for (const { lotId, amount } of draws) sums.set(lotId, (sums.get(lotId) ?? 0) + amount);
  return [...sums].filter(([, amount]) => amount !== 0).map(([lotId, amount]) => ({ lotId, amount }));
}

/**
 * The entry that undoes another. A spending gives back to the very lots it drew on, so their expiry stays; what it could
 * not draw (a debt of a refund that is undone) is owed no more. An earning is taken from its own lot first, then from the
 * others in the order of spending; what has expired of it is not taken again. Refunds of the earning are reversed before it.
 */
export function reverseEntry(entry: ReversibleEntry, openLots: readonly Lot[]): Reversal {
  const carry = negateCarry(entry.carry);
  const expired = entry.expired ?? 0;
  if (entry.change <= 0) {
    const back = netDraws(entry.draws).map(({ lotId, amount }) => ({ lotId, amount: 0 - amount }));
    let lost = expired;
    const draws = back.map(({ lotId, amount }) => {
      const part = Math.min(lost, Math.max(0, -amount));
      lost -= part;
      return { lotId, amount: amount + part };
    });
    const change = 0 - entry.change - (expired - lost);
    return { change, carry, draws: draws.filter(({ amount }) => amount !== 0), undrawn: 0 };
  }
  const taken = Math.max(0, entry.change - expired);
  const { draws, undrawn } = takeBack(entry.entryId, taken, openLots);
  return { change: 0 - taken, carry, draws, undrawn };
}

/** Draws `amount` from the lot it was earned in, then from the others in the order of spending. */
export function takeBack(
  ownLotId: number | null,
  amount: number,
  openLots: readonly Lot[],
): { readonly draws: readonly Draw[]; readonly undrawn: number } {
  const own = drawFrom(
    openLots.filter((lot) => lot.lotId === ownLotId),
    amount,
  );
  const others = drawFrom(
    openLots.filter((lot) => lot.lotId !== ownLotId),
    own.undrawn,
  );
  return { draws: [...own.draws, ...others.draws], undrawn: others.undrawn };
}
