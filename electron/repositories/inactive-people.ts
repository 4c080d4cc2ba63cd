import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { queryBuilder } from '../db/statement.ts';

const rowsOf = <R>(db: ReadDb, query: ReturnType<typeof sql<R>>): Promise<R[]> =>
  db.query<R>(() => ({ compile: () => query.compile(queryBuilder) }));

const entries = sql`SELECT e.id FROM customers AS e WHERE e.id = c.id OR e.merged_into_id = c.id`;
const answered = sql`COALESCE((SELECT MAX(k.business_day) FROM consents AS k WHERE k.customer_id IN (${entries})), 0)`;
const lastDay = sql`MAX(c.customer_since, COALESCE(s.last_day, 0), ${answered})`;
const isKept = sql`EXISTS (SELECT 1 FROM kept_people AS p WHERE p.customer_id IN (${entries}))`;

/** Everybody last seen before a day; the cheap conditions first, because nearly everybody was here since. */
const inactive = (before: BusinessDay) => sql`
  FROM customers AS c LEFT JOIN customer_stats AS s ON s.customer_id = c.id
  WHERE c.merged_into_id IS NULL AND c.customer_since < ${before} AND COALESCE(s.last_day, 0) < ${before}
    AND c.id NOT IN (SELECT customer_id FROM erasures) AND ${answered} < ${before}`;

/** Somebody who was last seen before the day that was asked for. */
export interface InactiveRow {
  readonly id: number;
  readonly name: string;
  readonly walletId: number;
  /** The last visit, answer to a question, or the day they became a customer. */
  readonly lastDay: BusinessDay;
  readonly visits: number;
  readonly sharesWallet: number;
  /** Vouchers that are neither used nor void nor over on `today`. */
  readonly vouchers: number;
}

/** Some of those last seen before a day whom nobody keeps, those gone longest first. */
export function inactivePeople(
  db: ReadDb,
  before: BusinessDay,
  today: BusinessDay,
  page: { readonly offset: number; readonly limit: number },
): Promise<InactiveRow[]> {
  return rowsOf(
    db,
    sql<InactiveRow>`SELECT c.id, c.name, c.wallet_id AS "walletId", ${lastDay} AS "lastDay", COALESCE(s.visits, 0) AS visits,
      EXISTS (SELECT 1 FROM customers AS o WHERE o.wallet_id = c.wallet_id AND o.id <> c.id
        AND o.merged_into_id IS NULL AND o.id NOT IN (SELECT customer_id FROM erasures)) AS "sharesWallet",
      (SELECT COUNT(*) FROM vouchers AS v WHERE v.customer_id = c.id AND v.voided_at IS NULL
        AND v.expires_day >= ${today}
        AND NOT EXISTS (SELECT 1 FROM voucher_uses AS u WHERE u.voucher_id = v.id)) AS vouchers
      ${inactive(before)} AND NOT ${isKept} ORDER BY 4, 1 LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
}

/** How many were last seen before a day and are kept by nobody. */
export async function countInactive(db: ReadDb, before: BusinessDay): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{ n: number }>`SELECT COUNT(*) AS n ${inactive(before)} AND NOT ${isKept}`,
  );
  return row?.n ?? 0;
}

/** Whether somebody is among those last seen before a day whom nobody keeps. */
export async function isInactive(db: ReadDb, id: number, before: BusinessDay): Promise<boolean> {
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`SELECT c.id ${inactive(before)} AND NOT ${isKept} AND c.id = ${id}`,
  );
  return rows.length > 0;
}

export interface KeptRow {
  readonly id: number;
  readonly name: string;
  readonly lastDay: BusinessDay;
  readonly staffName: string;
}

/** Those last seen before a day who stay because somebody said so. */
export function keptInactive(db: ReadDb, before: BusinessDay): Promise<KeptRow[]> {
  return rowsOf(
    db,
    sql<KeptRow>`SELECT c.id, c.name, ${lastDay} AS "lastDay",
      (SELECT t.name FROM kept_people AS p JOIN staff AS t ON t.id = p.staff_id
        WHERE p.customer_id IN (${entries}) ORDER BY p.at DESC LIMIT 1) AS "staffName"
      ${inactive(before)} AND ${isKept} ORDER BY 3, 1`,
  );
}

/** Keeps a person from now on, under the entry given. */
export async function keepPerson(tx: WriteTx, row: Schema['kept_people']): Promise<void> {
  await tx.runQuery((k) =>
    k
      .insertInto('kept_people')
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  );
}

/** Keeps a person no longer, under whichever of their entries it was said. */
export async function keepNoLonger(tx: WriteTx, customerId: number): Promise<void> {
  const change = sql`DELETE FROM kept_people WHERE customer_id IN
    (SELECT id FROM customers WHERE id = ${customerId} OR merged_into_id = ${customerId})`;
  await tx.runQuery(() => ({ compile: () => change.compile(queryBuilder) }));
}
