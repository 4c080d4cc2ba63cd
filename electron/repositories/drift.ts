import { type RawBuilder, sql } from 'kysely';
import type { ReadDb } from '../db/connection.ts';
import { expectedBalances, expectedRemaining } from './ledger-rebuild.ts';
import { expectedDays, expectedMonths, expectedStats, standingDays } from './summary-rebuild.ts';

export type DerivedTable = 'customer_stats' | 'customer_month' | 'day_totals' | 'balances' | 'lots';

/** A row of a derived table that is not what the append-only tables say. */
export interface Drift {
  readonly table: DerivedTable;
  /** `expected` stands there wrongly or not at all; `stored` is wrong or should not be there. */
  readonly side: 'expected' | 'stored';
  readonly row: Readonly<Record<string, unknown>>;
}

/** Rows reported per table and side: enough to see what went wrong. */
const mostRows = 100;

type Rows = RawBuilder<unknown>;

function select(db: ReadDb, query: Rows): Promise<Record<string, unknown>[]> {
  return db.query((k) => ({ compile: () => (query as RawBuilder<Record<string, unknown>>).compile(k) }));
}

async function numberOf(db: ReadDb, query: RawBuilder<unknown>): Promise<number> {
  const [row] = await select(db, sql`SELECT ${query} AS number`);
  return Number(row?.number ?? 0);
}

interface Comparison {
  readonly table: DerivedTable;
  readonly stored: Rows;
  readonly expected: Rows;
  /**
   * Two numbers that differ when rows are missing although no stored row is wrong; they cost less than making
   * all expected rows a second time.
   */
  readonly measure: { readonly stored: RawBuilder<unknown>; readonly expected: RawBuilder<unknown> };
}

async function compare(db: ReadDb, { table, stored, expected, measure }: Comparison): Promise<Drift[]> {
  const wrong = await select(db, sql`${stored} EXCEPT ${expected} LIMIT ${sql.lit(mostRows)}`);
  const complete =
    wrong.length === 0 && (await numberOf(db, measure.stored)) === (await numberOf(db, measure.expected));
  const missing = complete
    ? []
    : await select(db, sql`${expected} EXCEPT ${stored} LIMIT ${sql.lit(mostRows)}`);
  return [
    ...wrong.map((row) => ({ table, side: 'stored' as const, row })),
    ...missing.map((row) => ({ table, side: 'expected' as const, row })),
  ];
}

const summaries: readonly Comparison[] = [
  {
    table: 'customer_stats',
    stored: sql`SELECT customer_id, first_day, last_day, last_at, visits, check_ins, spend, amount_check_ins
      FROM customer_stats`,
    expected: expectedStats('all'),
    measure: {
      stored: sql`(SELECT COUNT(*) FROM customer_stats)`,
      expected: sql`(SELECT COUNT(*) FROM customers)
        - (SELECT COUNT(*) FROM customers WHERE merged_into_id IS NOT NULL)`,
    },
  },
  {
    table: 'customer_month',
    stored: sql`SELECT month, customer_id, visits, spend, age, prev FROM customer_month`,
    expected: expectedMonths('all'),
    measure: {
      // Every row has at least one visit, so a missing row lowers the sum.
      stored: sql`(SELECT COALESCE(SUM(visits), 0) FROM customer_month)`,
      expected: sql`(SELECT COUNT(*) FROM (${standingDays('all')}) AS days)`,
    },
  },
  {
    table: 'day_totals',
    stored: sql`SELECT business_day, check_ins, identified, amount, identified_amount, amount_check_ins, rewards
      FROM day_totals`,
    expected: expectedDays('all'),
    measure: {
      stored: sql`(SELECT COUNT(*) FROM day_totals)`,
      expected: sql`(SELECT COUNT(DISTINCT business_day) FROM visits)`,
    },
  },
];

/** Rows of `customer_stats`, `customer_month` and `day_totals` that are not what the visits say; none in a sound shop. */
export async function summaryDrift(db: ReadDb): Promise<Drift[]> {
  const found: Drift[] = [];
  for (const comparison of summaries) found.push(...(await compare(db, comparison)));
  return found;
}

async function balanceDrift(db: ReadDb): Promise<Drift[]> {
  const stored = new Map(
    (await select(db, sql`SELECT wallet_id, unit_id, balance, carry_num, carry_den FROM balances`)).map(
      (row) => [`${row.wallet_id}/${row.unit_id}`, row],
    ),
  );
  const found: Drift[] = [];
  for (const expected of await expectedBalances(db, 'all')) {
    const key = `${expected.walletId}/${expected.unitId}`;
    const row = stored.get(key);
    stored.delete(key);
    const { balance, carry } = expected;
    if (row && row.balance === balance && row.carry_num === carry.num && row.carry_den === carry.den)
      continue;
    if (row) found.push({ table: 'balances', side: 'stored', row });
    found.push({ table: 'balances', side: 'expected', row: { ...expected } });
  }
  for (const row of stored.values()) found.push({ table: 'balances', side: 'stored', row });
  return found.slice(0, 2 * mostRows);
}

/**
 * Whether every lot holds what its draws leave. Each lot that was ever drawn from is compared; of the others none can
 * hold more than its amount, so they are all untouched exactly when the sums agree.
 */
async function areLotsSound(db: ReadDb): Promise<boolean> {
  const drawn = sql`SELECT lot_id, SUM(amount) AS drawn FROM ledger_draws GROUP BY lot_id`;
  const wrong = await numberOf(
    db,
    sql`(SELECT COUNT(*) FROM (${drawn}) AS d LEFT JOIN lots ON lots.entry_id = d.lot_id
      WHERE lots.entry_id IS NULL OR lots.amount - lots.remaining <> d.drawn)`,
  );
  if (wrong > 0) return false;
  const taken = await numberOf(db, sql`(SELECT SUM(amount - remaining) FROM lots)`);
  return taken === (await numberOf(db, sql`(SELECT SUM(amount) FROM ledger_draws)`));
}

async function lotDrift(db: ReadDb): Promise<Drift[]> {
  if (await areLotsSound(db)) return [];
  const rows = await select(
    db,
    sql`SELECT entry_id, amount, remaining, ${expectedRemaining} AS expected_remaining
      FROM lots WHERE remaining <> ${expectedRemaining} LIMIT ${sql.lit(mostRows)}`,
  );
  return rows.map((row) => ({ table: 'lots', side: 'stored', row }));
}

/** Rows of `balances` and remainders of lots that are not what the ledger says; none in a sound shop. */
export async function ledgerDrift(db: ReadDb): Promise<Drift[]> {
  return [...(await balanceDrift(db)), ...(await lotDrift(db))];
}

/** Everything derived, compared with the append-only tables; empty in a sound shop. Changes nothing. */
export async function driftCheck(db: ReadDb): Promise<Drift[]> {
  return [...(await summaryDrift(db)), ...(await ledgerDrift(db))];
}
