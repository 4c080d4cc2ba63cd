import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { WriteTx } from '../db/connection.ts';
import { rebuildCustomerSummaries } from '../repositories/customer-rebuild.ts';
import { type DerivedTable, type Drift, isMoreThanNamed } from '../repositories/drift.ts';
import { rebuildBalances } from '../repositories/ledger-rebuild.ts';
import { inPortions, rebuildDayTotals } from '../repositories/summary-rebuild.ts';
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

/** Ids of some kind in rows of some tables, each once. */
function idsIn<T extends number>(
  drift: readonly Drift[],
  tables: readonly DerivedTable[],
  column: string,
): T[] {
  const rows = drift.filter(({ table }) => tables.includes(table)).map(({ row }) => row[column]);
  return [...new Set(rows.filter((id) => typeof id === 'number'))] as T[];
}

/**
 * Makes anew what belongs to rows that have drifted: a few customers, days or wallets in each transaction, so that the
 * till goes first. Where more rows have drifted than are named, everything is made anew.
 */
export async function repairSummaries(ctx: ShopContext, drift: readonly Drift[]): Promise<void> {
  if (isMoreThanNamed(drift)) return rebuildSummaries(ctx);
  for (const some of inPortions(idsIn(drift, ['customer_stats', 'customer_month'], 'customer_id')))
    await ctx.work.write((tx) => rebuildCustomerSummaries(tx, some));
  for (const some of inPortions(idsIn<BusinessDay>(drift, ['day_totals'], 'business_day')))
    await ctx.work.write((tx) => rebuildDayTotals(tx, some));
  for (const some of inPortions(idsIn(drift, ['balances', 'lots'], 'wallet_id')))
    await ctx.work.write((tx) => rebuildBalances(tx, some));
}
