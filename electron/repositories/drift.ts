import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '../db/connection.ts';
import { monthColumns, statsColumns } from './expected-customers.ts';
import { expectedBalances, expectedRemaining } from './ledger-rebuild.ts';
import { areBalancesSound, areCustomersSound, areLotsSound } from './sound-sums.ts';
import { expectedDays, expectedMonths, expectedStats } from './summary-rebuild.ts';

export type DerivedTable = 'customer_stats' | 'customer_month' | 'day_totals' | 'balances' | 'lots';

/** A row of a derived table that is not what the append-only tables say. */
export interface Drift {
  readonly table: DerivedTable;
  /** `expected` stands there wrongly or not at all; `stored` is wrong or should not be there. */
  readonly side: 'expected' | 'stored';
  readonly row: Readonly<Record<string, unknown>>;
}

/** Rows named per table and side: as many as are repaired one by one, and as are sent from one thread to another. */
const mostRows = 5_000;

/** Whether there may be more rows than those that are named. */
export function isMoreThanNamed(drift: readonly Drift[]): boolean {
  const named = new Map<string, number>();
  for (const { table, side } of drift) {
    const key = `${table} ${side}`;
    named.set(key, (named.get(key) ?? 0) + 1);
  }
  return [...named.values()].some((rows) => rows >= mostRows);
}

type Rows = RawBuilder<unknown>;

function select(db: ReadDb, query: Rows): Promise<Record<string, unknown>[]> {
  return db.query((k) => ({ compile: () => (query as RawBuilder<Record<string, unknown>>).compile(k) }));
}

/** What stands on one side only. Sorts all rows of both sides, so it is for tables that are known to have drifted. */
async function compare(db: ReadDb, table: DerivedTable, stored: Rows, expected: Rows): Promise<Drift[]> {
  const most = sql.lit(mostRows);
  const wrong = await select(db, sql`${stored} EXCEPT ${expected} LIMIT ${most}`);
  const missing = await select(db, sql`${expected} EXCEPT ${stored} LIMIT ${most}`);
  return [
    ...wrong.map((row) => ({ table, side: 'stored' as const, row })),
    ...missing.map((row) => ({ table, side: 'expected' as const, row })),
  ];
}

/** Rows of `customer_stats` and `customer_month` that are not what the visits say; none in a sound shop. */
export async function customerDrift(db: ReadDb): Promise<Drift[]> {
  if (await areCustomersSound(db)) return [];
  return [
    ...(await compare(
      db,
      'customer_stats',
      sql`SELECT ${statsColumns} FROM customer_stats`,
      expectedStats('all'),
    )),
    ...(await compare(
      db,
      'customer_month',
      sql`SELECT ${monthColumns} FROM customer_month`,
      expectedMonths('all'),
    )),
  ];
}

/** Rows of `day_totals` that are not what the visits say. They are few: the days of a shop's life. */
export async function dayDrift(db: ReadDb): Promise<Drift[]> {
  const key = (row: Record<string, unknown>) => Object.values(row).join('/');
  const columns = sql`business_day, check_ins, identified, amount, identified_amount, amount_check_ins, rewards`;
  const stored = await select(db, sql`SELECT ${columns} FROM day_totals`);
  const expected = await select(db, expectedDays('all'));
  const without = (rows: readonly Record<string, unknown>[], others: readonly Record<string, unknown>[]) => {
    const known = new Set(others.map(key));
    return rows.filter((row) => !known.has(key(row))).slice(0, mostRows);
  };
  return [
    ...without(stored, expected).map((row) => ({
      table: 'day_totals' as const,
      side: 'stored' as const,
      row,
    })),
    ...without(expected, stored).map((row) => ({
      table: 'day_totals' as const,
      side: 'expected' as const,
      row,
    })),
  ];
}

/** Rows of `customer_stats`, `customer_month` and `day_totals` that are not what the visits say; none in a sound shop. */
export async function summaryDrift(db: ReadDb): Promise<Drift[]> {
  return [...(await customerDrift(db)), ...(await dayDrift(db))];
}

async function balanceDrift(db: ReadDb): Promise<Drift[]> {
  if (await areBalancesSound(db)) return [];
  const columns = sql`wallet_id, unit_id, balance, carry_num, carry_den`;
  const stored = new Map(
    (await select(db, sql`SELECT ${columns} FROM balances`)).map((row) => [
      `${row.wallet_id}/${row.unit_id}`,
      row,
    ]),
  );
  const wrong: Drift[] = [];
  const missing: Drift[] = [];
  for (const { walletId, unitId, balance, carry } of await expectedBalances(db, 'all')) {
    const key = `${walletId}/${unitId}`;
    const row = stored.get(key);
    stored.delete(key);
    if (row && row.balance === balance && row.carry_num === carry.num && row.carry_den === carry.den)
      continue;
    if (row) wrong.push({ table: 'balances', side: 'stored', row });
    const expected = { balance, carry_num: carry.num, carry_den: carry.den };
    missing.push({
      table: 'balances',
      side: 'expected',
      row: { wallet_id: walletId, unit_id: unitId, ...expected },
    });
  }
  for (const row of stored.values()) wrong.push({ table: 'balances', side: 'stored', row });
  return [...wrong.slice(0, mostRows), ...missing.slice(0, mostRows)];
}

async function lotDrift(db: ReadDb): Promise<Drift[]> {
  if (await areLotsSound(db)) return [];
  const rows = await select(
    db,
    sql`SELECT entry_id, wallet_id, amount, remaining, ${expectedRemaining} AS expected_remaining
      FROM lots WHERE remaining <> ${expectedRemaining} LIMIT ${sql.lit(mostRows)}`,
  );
  return rows.map((row) => ({ table: 'lots', side: 'stored', row }));
}

/** Rows of `balances` and remainders of lots that are not what the ledger says; none in a sound shop. */
export async function ledgerDrift(db: ReadDb): Promise<Drift[]> {
  return [...(await balanceDrift(db)), ...(await lotDrift(db))];
}
