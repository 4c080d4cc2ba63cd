import type { ReadDb, WriteTx } from '../db/connection.ts';
import { rebuildCustomerSummaries } from '../repositories/customer-rebuild.ts';
import { type Drift, driftCheck } from '../repositories/drift.ts';
import { rebuildBalances } from '../repositories/ledger-rebuild.ts';
import { rebuildDayTotals } from '../repositories/summary-rebuild.ts';
import type { ShopContext } from './shop-context.ts';

async function rebuildAll(tx: WriteTx): Promise<void> {
  await rebuildCustomerSummaries(tx, 'all');
  await rebuildDayTotals(tx, 'all');
  await rebuildBalances(tx, 'all');
}

/** Makes every derived table anew from the append-only ones, in one transaction. Seconds in a large shop. */
export function rebuildSummaries(ctx: ShopContext): Promise<void> {
  return ctx.work.writeLarge(rebuildAll);
}

/** Rows of derived tables that are not what the append-only tables say; empty in a sound shop. Changes nothing. */
export function checkDrift(db: ReadDb): Promise<Drift[]> {
  return driftCheck(db);
}
