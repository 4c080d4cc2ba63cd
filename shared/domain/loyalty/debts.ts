import { afterDraws, type Draw, drawFrom, type Lot } from './lots.ts';

/** An undone earning whose points were spent already: what it could not take back yet. */
export interface Debt {
  readonly entryId: number;
  readonly undrawn: number;
}

export interface DebtDraw extends Draw {
  readonly entryId: number;
}

/**
 * Pays debts out of open lots, oldest debt first. While a debt is open no lot is, so the balance is below zero
 * exactly when something is owed, and the next earning settles it.
 */
export function settleDebts(debts: readonly Debt[], lots: readonly Lot[]): readonly DebtDraw[] {
  let open = lots;
  return [...debts]
    .sort((a, b) => a.entryId - b.entryId)
    .flatMap((debt) => {
      const { draws } = drawFrom(open, debt.undrawn);
      open = afterDraws(open, draws);
      return draws.map((draw) => ({ ...draw, entryId: debt.entryId }));
    });
}
