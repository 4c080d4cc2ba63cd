import { afterDraws, type Draw, drawFrom, type Lot } from './lots.ts';

/** An entry that took back an earning (undo, refund, transfer) and did not get all of it from where it belongs. */
export interface Debt {
  readonly entryId: number;
  /** What it could not take back at all yet, because it was spent. */
  readonly undrawn: number;
  /** Lot of the earning that is taken back; null or left out when there is none. */
  readonly ownLotId?: number | null;
  /** What other lots have paid in its place: net draws of this entry from lots that are not its own. */
  readonly standIns?: readonly Draw[];
}

export interface DebtDraw extends Draw {
  readonly entryId: number;
}

interface OpenDebt {
  readonly entryId: number;
  readonly ownLotId: number | null;
  undrawn: number;
  readonly standIns: { readonly lotId: number; amount: number }[];
}

/**
 * What a debt takes from its own lot once something came back to it: first what is still owed, then in place of the lots
 * that stood in, the last of them first.
 */
function fromOwnLot(debt: OpenDebt, open: readonly Lot[]): DebtDraw[] {
  const { entryId, ownLotId } = debt;
  let remaining = open.find(({ lotId }) => lotId === ownLotId)?.remaining ?? 0;
  if (ownLotId === null || remaining <= 0) return [];
  const own = Math.min(remaining, debt.undrawn);
  debt.undrawn -= own;
  remaining -= own;
  const draws: DebtDraw[] = [];
  let drawn = own;
  for (const standIn of [...debt.standIns].reverse()) {
    const back = Math.min(remaining, standIn.amount);
    if (back <= 0) continue;
    standIn.amount -= back;
    remaining -= back;
    drawn += back;
    draws.push({ entryId, lotId: standIn.lotId, amount: -back });
  }
  return drawn > 0 ? [{ entryId, lotId: ownLotId, amount: drawn }, ...draws] : draws;
}

/**
 * Pays debts out of open lots after something was credited or given back, the oldest debt first.
 *
 * A debt wants its own lot: what an undone earning left there is what it should have taken, and lots that stood in for
 * it get theirs back, so that undoing everything in any order restores every lot. Then what is still owed is drawn from
 * the others in the order of spending. While a debt is open no lot is, so a balance is below zero exactly when something
 * is owed.
 * @param lots the open lots, and those that stood in although they are empty now
 * @returns draws to be added to the debts' entries; negative where a lot that stood in gets its part back
 */
export function settleDebts(debts: readonly Debt[], lots: readonly Lot[]): readonly DebtDraw[] {
  const written: DebtDraw[] = [];
  let open = lots;
  const draw = (draws: readonly DebtDraw[]): boolean => {
    written.push(...draws);
    open = afterDraws(open, draws);
    return draws.length > 0;
  };
  const sorted: OpenDebt[] = [...debts]
    .sort((a, b) => a.entryId - b.entryId)
    .map(({ entryId, undrawn, ownLotId = null, standIns = [] }) => ({
      entryId,
      undrawn,
      ownLotId,
      standIns: standIns.map((standIn) => ({ ...standIn })),
    }));
  // What a stand-in gets back may be the own lot of another debt. Each round moves something home, so this ends.
  for (let moved = true; moved; ) {
    moved = sorted.map((debt) => draw(fromOwnLot(debt, open))).some(Boolean);
  }
  for (const { entryId, undrawn } of sorted) {
    draw(drawFrom(open, undrawn).draws.map((part) => ({ ...part, entryId })));
  }
  return written;
}
