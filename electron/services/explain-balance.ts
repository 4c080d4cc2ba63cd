import type { BalanceRow } from '#shared/contract/loyalty.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import { customerById } from '../repositories/customers.ts';
import {
  balanceAfter,
  countEntries,
  type ExplainedEntry,
  entryPage,
  walletBalances,
} from '../repositories/ledger.ts';
import { loadUnits } from '../repositories/programmes.ts';
import { failure } from './failure.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';

/** A row of the ledger with its reason, as it crosses the wire. */
export function explainedRow(entry: ExplainedEntry, balance: number): BalanceRow {
  return {
    entryId: entry.id,
    at: entry.at,
    day: formatDay(entry.business_day),
    kind: entry.kind,
    change: entry.change,
    balance,
    visitId: entry.visit_id,
    // The reversing row of a visit carries the amount with a minus; the sentence names the amount itself.
    amount: entry.amount === null ? null : Math.abs(entry.amount),
    programmeNumber: entry.programmeNumber,
    staffName: entry.staffName,
    customerName: entry.customerName,
    why: JSON.parse(entry.why) as Why,
  };
}

/**
 * One page of a customer's ledger rows in one unit, newest first, each with its reason and the balance after it.
 * @throws Failure NotFound
 */
export async function explainBalance(
  ctx: ShopContext,
  input: {
    readonly customerId: number;
    readonly unitId: number;
    readonly offset: number;
    readonly limit: number;
  },
) {
  shopFacts(ctx);
  const db = ctx.work.read;
  const customer = await customerById(db, input.customerId);
  if (!customer) throw failure('NotFound', { what: 'customer', id: input.customerId });
  const unit = (await loadUnits(db)).find((candidate) => candidate.id === input.unitId);
  if (!unit) throw failure('NotFound', { what: 'reward', id: input.unitId });
  const walletId = customer.wallet_id;
  const entries = await entryPage(db, walletId, unit.id, input);
  const newest = entries[0];
  let balance = newest ? await balanceAfter(db, walletId, unit.id, newest.id) : 0;
  const rows: BalanceRow[] = [];
  for (const entry of entries) {
    rows.push(explainedRow(entry, balance));
    balance -= entry.change;
  }
  const balances = await walletBalances(db, walletId);
  return {
    unitId: unit.id,
    kind: unit.kind,
    unitName: unit.name,
    balance: balances.find((row) => row.unitId === unit.id)?.balance ?? 0,
    total: await countEntries(db, walletId, unit.id),
    rows,
  };
}
