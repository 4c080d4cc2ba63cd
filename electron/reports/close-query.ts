import { type RawBuilder, sql } from 'kysely';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { type OddDay, oddAmountLimit, oddDays } from '#shared/domain/month-close/odd-days.ts';
import type { ReadDb } from '../db/connection.ts';
import { rowsOf } from './standing-days.ts';

/** Days looked back for what is usual: half a year, 26 of each weekday. */
const daysBack = 182;

/** Rows told of one kind: enough to act on. */
const mostRows = 100;

/** A month as days `[from, to)` and as moments `[start, end)`. */
export interface MonthInterval {
  readonly from: BusinessDay;
  readonly to: BusinessDay;
  readonly start: number;
  readonly end: number;
}

export interface OddAmount {
  readonly visitId: number;
  readonly day: BusinessDay;
  readonly customerName: string | null;
  readonly amount: number;
}

/** Days unlike their weekday; days before the shop's first check-in are nobody's. */
async function oddDaysOf(db: ReadDb, { from, to }: MonthInterval): Promise<readonly OddDay[]> {
  const rows = await rowsOf(
    db,
    sql<{ day: BusinessDay; checkIns: number }>`
      SELECT business_day AS day, check_ins AS "checkIns" FROM day_totals
      WHERE business_day >= ${from - daysBack} AND business_day < ${to} ORDER BY business_day`,
  );
  const [first] = await rowsOf(
    db,
    sql<{ day: BusinessDay | null }>`SELECT MIN(business_day) AS day FROM day_totals WHERE check_ins > 0`,
  );
  const counts = new Map(rows.map(({ day, checkIns }) => [day, checkIns]));
  const since = Math.max(from - daysBack, first?.day ?? to);
  const days = Array.from({ length: Math.max(0, to - since) }, (_, index) => {
    const day = addDays(to, index - Math.max(0, to - since));
    return { day, checkIns: counts.get(day) ?? 0 };
  });
  return oddDays(
    days.filter(({ day }) => day >= from),
    days.filter(({ day }) => day < from),
  );
}

/** Standing check-ins with a known amount of `[from, to)`. */
const standing = (from: number, to: number): RawBuilder<unknown> => sql`
  FROM visits AS v WHERE v.business_day >= ${from} AND v.business_day < ${to} AND v.sign = 1 AND v.amount IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = v.id)`;

async function oddAmountsOf(db: ReadDb, { from, to }: MonthInterval): Promise<readonly OddAmount[]> {
  const amounts = await rowsOf(
    db,
    sql<{ amount: number }>`SELECT v.amount AS amount ${standing(from - daysBack, to)}`,
  );
  const limit = oddAmountLimit(amounts.map(({ amount }) => amount));
  if (limit === null) return [];
  return rowsOf(
    db,
    sql<OddAmount>`
      SELECT o.id AS "visitId", o.business_day AS day, c.name AS "customerName", o.amount AS amount
      FROM (SELECT v.id, v.business_day, v.customer_id, v.amount ${standing(from, to)} AND v.amount > ${limit}) AS o
      LEFT JOIN customers AS c ON c.id = o.customer_id
      ORDER BY o.business_day, o.id LIMIT ${sql.lit(mostRows)}`,
  );
}

/** People below zero in a unit, the deepest first; a household is named by its first entry. */
function overdrawnWallets(db: ReadDb) {
  return rowsOf(
    db,
    sql<{ customerId: number; name: string; unitId: number; unitName: string; balance: number }>`
      SELECT c.id AS "customerId", c.name AS name, b.unit_id AS "unitId", u.name AS "unitName", b.balance AS balance
      FROM balances AS b
      JOIN units AS u ON u.id = b.unit_id
      JOIN customers AS c ON c.id = (
        SELECT MIN(o.id) FROM customers AS o WHERE o.wallet_id = b.wallet_id AND o.merged_into_id IS NULL)
      WHERE b.balance < 0
      ORDER BY b.balance, c.id LIMIT ${sql.lit(mostRows)}`,
  );
}

/** Per unit: the balance at the end counted from the entries, and wallets that today hold something else. */
async function countedUnits(db: ReadDb, to: BusinessDay) {
  const counted = await rowsOf(
    db,
    sql<{ unitId: number; counted: number }>`
      SELECT unit_id AS "unitId", SUM(change) AS counted FROM ledger_entries WHERE business_day < ${to} GROUP BY unit_id`,
  );
  const wrong = await rowsOf(
    db,
    sql<{ unitId: number; wrong: number }>`
      SELECT s.unit_id AS "unitId", SUM(CASE WHEN s.held = s.written THEN 0 ELSE 1 END) AS wrong FROM (
        SELECT wallet_id, unit_id, SUM(held) AS held, SUM(written) AS written FROM (
          SELECT wallet_id, unit_id, balance AS held, 0 AS written FROM balances
          UNION ALL
          SELECT wallet_id, unit_id, 0, SUM(change) FROM ledger_entries GROUP BY wallet_id, unit_id
        ) AS both_sides GROUP BY wallet_id, unit_id
      ) AS s GROUP BY s.unit_id`,
  );
  return { counted, wrong };
}

/** People entered in the month, the newest first, and how many they are. */
async function enteredPeople(db: ReadDb, { start, end }: MonthInterval, limit: number) {
  const entered = sql`FROM customers WHERE created_at >= ${start} AND created_at < ${end} AND merged_into_id IS NULL`;
  const people = await rowsOf(
    db,
    sql<{ customerId: number; name: string; phone: string | null }>`
      SELECT id AS "customerId", name, phone ${entered} ORDER BY id DESC LIMIT ${limit}`,
  );
  const [count] = await rowsOf(db, sql<{ total: number }>`SELECT COUNT(*) AS total ${entered}`);
  return { people, total: Number(count?.total ?? 0) };
}

/** What the shop says about a month that is to be closed. */
export async function closeFindings(db: ReadDb, month: MonthInterval & { readonly mostCompared: number }) {
  return {
    overdrawn: await overdrawnWallets(db),
    ...(await countedUnits(db, month.to)),
    days: await oddDaysOf(db, month),
    amounts: await oddAmountsOf(db, month),
    entered: await enteredPeople(db, month, month.mostCompared),
  };
}
