import { type RawBuilder, sql } from 'kysely';
import { addCarry, carryOf, noCarry } from '#shared/domain/loyalty/carry.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { type BalanceRow, setBalance } from './ledger.ts';
import { inPortions, type Those } from './summary-rebuild.ts';

interface EntrySums {
  readonly wallet_id: number;
  readonly unit_id: number;
  readonly carry_den: number;
  readonly change: number;
  readonly carry_num: number;
}

export interface WalletBalance extends BalanceRow {
  readonly walletId: number;
}

/**
 * Sums of the entries; fractions of different denominators stay apart, because SQL cannot add them exactly. Over all
 * wallets one scan and a sort beat walking the index of wallets, which jumps about in the table: hence the plus signs.
 */
const entrySums = (wallets: Those): RawBuilder<EntrySums> =>
  wallets === 'all'
    ? sql`SELECT wallet_id, unit_id, carry_den, SUM(change) AS change, SUM(carry_num) AS carry_num
        FROM ledger_entries GROUP BY +wallet_id, +unit_id, +carry_den`
    : sql`SELECT wallet_id, unit_id, carry_den, SUM(change) AS change, SUM(carry_num) AS carry_num
        FROM ledger_entries WHERE wallet_id IN (${sql.join(wallets)}) GROUP BY wallet_id, unit_id, carry_den`;

/** Balances as the ledger entries demand them, one for every wallet and unit that was ever touched. */
export async function expectedBalances(db: ReadDb, wallets: Those): Promise<WalletBalance[]> {
  const balances = new Map<string, WalletBalance>();
  for (const portion of inPortions(wallets)) {
    const rows = await db.query((k) => ({ compile: () => entrySums(portion).compile(k) }));
    for (const row of rows) {
      const key = `${row.wallet_id}/${row.unit_id}`;
      const known = balances.get(key);
      balances.set(key, {
        walletId: row.wallet_id,
        unitId: row.unit_id,
        balance: (known?.balance ?? 0) + row.change,
        carry: addCarry(known?.carry ?? noCarry, carryOf(row.carry_num, row.carry_den)),
      });
    }
  }
  return [...balances.values()];
}

/** What each lot still holds, as the draws demand it. */
export const expectedRemaining = sql`
  lots.amount - COALESCE((SELECT SUM(d.amount) FROM ledger_draws AS d WHERE d.lot_id = lots.entry_id), 0)`;

/** Makes `balances` and the remainders of lots anew from the append-only entries and draws. */
export async function rebuildBalances(tx: WriteTx, wallets: Those): Promise<void> {
  for (const portion of inPortions(wallets)) {
    const some = portion === 'all' ? sql`` : sql`AND wallet_id IN (${sql.join(portion)})`;
    const run = (query: RawBuilder<unknown>) => tx.runQuery((k) => ({ compile: () => query.compile(k) }));
    await run(sql`DELETE FROM balances WHERE 1 = 1 ${some}`);
    for (const row of await expectedBalances(tx, portion)) await setBalance(tx, row.walletId, row);
    await run(
      sql`UPDATE lots SET remaining = ${expectedRemaining} WHERE remaining <> ${expectedRemaining} ${some}`,
    );
  }
}
