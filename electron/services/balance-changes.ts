import type { BalanceChange } from '#shared/contract/till.ts';
import { nextReward, type ProgrammeRules, type Unit, unitsOf } from '#shared/domain/loyalty/programme.ts';
import type { ReadDb } from '../db/connection.ts';
import {
  balanceAfter,
  balanceUpToVisit,
  entriesOfVisit,
  type LedgerEntry,
  walletBalances,
} from '../repositories/ledger.ts';
import { visitById } from '../repositories/visits.ts';
import { isWrittenAfterMove, walletInUse } from '../repositories/wallet-transfers.ts';

/** One unit's way from before to after a visit, with the reward the customer is now collecting for. */
export function balanceChange(
  rules: ProgrammeRules,
  unit: Unit,
  moved: { readonly before: number; readonly earned: number; readonly spent: number; readonly gifts: number },
): BalanceChange {
  const after = moved.before + moved.earned - moved.spent;
  const reward = nextReward(rules, unit.unitId, after);
  return { ...unit, ...moved, after, target: reward?.price ?? null, rewardName: reward?.name ?? null };
}

/**
 * The balance after an entry. What was undone in a wallet that has gone into another one went after it at once, so it is
 * the balance there.
 */
async function balanceSeen(db: ReadDb, entry: LedgerEntry): Promise<number> {
  const { wallet_id: walletId, unit_id: unitId, id } = entry;
  const inUse = await walletInUse(db, walletId);
  if (inUse === walletId || !(await isWrittenAfterMove(db, entry))) {
    return balanceAfter(db, walletId, unitId, id);
  }
  return (await walletBalances(db, inUse)).find((row) => row.unitId === unitId)?.balance ?? 0;
}

/** The same, read back from the entries of a visit that was written earlier; what others got by it is left out. */
export async function changesOfVisit(
  db: ReadDb,
  rules: ProgrammeRules,
  visitId: number,
): Promise<BalanceChange[]> {
  const customerId = (await visitById(db, visitId))?.customer_id ?? null;
  const entries = (await entriesOfVisit(db, visitId)).filter((entry) => entry.customer_id === customerId);
  const changes: BalanceChange[] = [];
  for (const unit of unitsOf(rules)) {
    const own = entries.filter((entry) => entry.unit_id === unit.unitId);
    const newest = own.at(-1);
    if (!newest) continue;
    const after = await balanceSeen(db, newest);
    changes.push(balanceChange(rules, unit, beforeOf(own, after)));
  }
  return changes;
}

/**
 * What a receipt says: every unit of the programme with its way through a visit, also a unit that the visit did not
 * move. Within a till visits are numbered as they are written, so the entries up to this one make its balance.
 */
export async function balancesAtVisit(
  db: ReadDb,
  rules: ProgrammeRules,
  visitId: number,
  walletId: number,
): Promise<BalanceChange[]> {
  const moved = await changesOfVisit(db, rules, visitId);
  const changes: BalanceChange[] = [];
  for (const unit of unitsOf(rules)) {
    const own = moved.find((change) => change.unitId === unit.unitId);
    const before = own ? 0 : await balanceUpToVisit(db, walletId, unit.unitId, visitId);
    changes.push(own ?? balanceChange(rules, unit, { before, earned: 0, spent: 0, gifts: 0 }));
  }
  return changes;
}

function beforeOf(entries: readonly LedgerEntry[], after: number) {
  const sum = (wanted: (entry: LedgerEntry) => boolean) =>
    entries.filter(wanted).reduce((total, entry) => total + entry.change, 0);
  const earned = sum((entry) => entry.change > 0);
  const spent = -sum((entry) => entry.change < 0) + 0;
  const gifts = sum((entry) => entry.kind === 'gift');
  return { before: after - earned + spent, earned, spent, gifts };
}
