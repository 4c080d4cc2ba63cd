import { type RawBuilder, sql } from 'kysely';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { Period } from '#shared/domain/retention/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';

/** Rows of a query written as SQL. */
export function rowsOf<R>(db: ReadDb, query: RawBuilder<R>): Promise<R[]> {
  return db.query<R>(() => ({ compile: () => query.compile(queryBuilder) }));
}

/** Whose visits count for whom, where that is not simply their own: merged entries and those kept. */
export const mergedPeople = sql`
  SELECT id, merged_into_id AS kept_id FROM customers WHERE merged_into_id IS NOT NULL
  UNION ALL SELECT DISTINCT merged_into_id, merged_into_id FROM customers WHERE merged_into_id IS NOT NULL`;

/**
 * Days of `[from, to)` on which customers really came, and what they paid: a day counts when its check-ins outnumber
 * their reversals. Visits of merged entries are those of the one kept; the few merged are added up apart, so that all
 * the others are read in the order of the index.
 */
export const standingDays = (from: BusinessDay, to: BusinessDay): RawBuilder<unknown> => sql`
  SELECT customer_id, business_day, COALESCE(SUM(amount), 0) AS spend FROM visits
  WHERE business_day >= ${from} AND business_day < ${to} AND customer_id IS NOT NULL
    AND customer_id NOT IN (SELECT id FROM (${mergedPeople}) AS people)
  GROUP BY business_day, customer_id HAVING SUM(sign) > 0
  UNION ALL
  SELECT p.kept_id, v.business_day, COALESCE(SUM(v.amount), 0)
  FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
  WHERE v.business_day >= ${from} AND v.business_day < ${to}
  GROUP BY p.kept_id, v.business_day HAVING SUM(v.sign) > 0`;

/**
 * Those who have been customers since before their first visit, as an import said; it counts as the first one.
 * @param among a further condition on the entry `c`
 */
const earlierThanVisits = (among: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  SELECT c.id AS customer_id, c.customer_since AS since
  FROM customers AS c JOIN customer_stats AS s ON s.customer_id = c.id
  WHERE c.import_id IS NOT NULL AND c.customer_since < s.first_day ${among}
    AND c.id NOT IN (SELECT merged_into_id FROM customers WHERE merged_into_id IS NOT NULL)
  UNION ALL
  SELECT p.kept_id, MIN(i.customer_since)
  FROM (${mergedPeople}) AS p
    CROSS JOIN customers AS i ON i.id = p.id AND i.import_id IS NOT NULL
    JOIN customer_stats AS s ON s.customer_id = p.kept_id
  GROUP BY p.kept_id, s.first_day HAVING MIN(i.customer_since) < s.first_day`;

export const earlierSince = earlierThanVisits(sql``);

/** Those of them who became customers in a period. */
export async function earlierSinceIn(
  db: ReadDb,
  { start, end }: Period,
): Promise<readonly { readonly customerId: number; readonly since: BusinessDay }[]> {
  const among = sql`AND c.customer_since >= ${start} AND c.customer_since < ${end}`;
  const rows = await rowsOf(
    db,
    sql<{ customerId: number; since: BusinessDay }>`
    SELECT customer_id AS "customerId", since FROM (${earlierThanVisits(among)}) AS earlier`,
  );
  return rows.filter(({ since }) => since >= start && since < end);
}

/** The same as a table of the program. */
export async function sinceOfCustomers(db: ReadDb): Promise<ReadonlyMap<number, BusinessDay>> {
  const rows = await rowsOf(db, sql<{ customer_id: number; since: BusinessDay }>`${earlierSince}`);
  return new Map(rows.map((row) => [row.customer_id, row.since]));
}

const idsPerQuery = 500;
/** From so many on passing over all customers is quicker. */
const manyIds = 2000;

/** The same for some customers, and perhaps for others too. */
export async function sinceOf(db: ReadDb, ids: readonly number[]): Promise<ReadonlyMap<number, BusinessDay>> {
  if (ids.length > manyIds) return sinceOfCustomers(db);
  const found = new Map<number, BusinessDay>();
  for (let index = 0; index < ids.length; index += idsPerQuery) {
    const part = sql.join(ids.slice(index, index + idsPerQuery));
    const rows = await rowsOf(
      db,
      sql<{ id: number; since: BusinessDay }>`
      SELECT customer_id AS id, since FROM (${earlierThanVisits(sql`AND c.id IN (${part})`)}) AS earlier`,
    );
    for (const { id, since } of rows) found.set(id, since);
  }
  return found;
}

/** Customer-days of an interval as two columns, in portions of so many days. */
export interface CustomerDay {
  readonly customerId: number;
  readonly day: BusinessDay;
}

/** Days read at once: the rows of a long interval must not all be in memory together. */
const daysAtOnce = 120;

/** Hands on every customer-day of `[from, to)`, portion by portion; inside one the order is that of the days but for the merged. */
export async function eachCustomerDay(
  db: ReadDb,
  span: { readonly from: BusinessDay; readonly to: BusinessDay },
  take: (rows: readonly CustomerDay[]) => void | Promise<void>,
): Promise<void> {
  for (let from = span.from; from < span.to; from = addDays(from, daysAtOnce)) {
    const to = addDays(from, Math.min(daysAtOnce, span.to - from));
    await take(
      await rowsOf(
        db,
        sql<CustomerDay>`
        SELECT customer_id AS "customerId", business_day AS day FROM (${standingDays(from, to)}) AS days`,
      ),
    );
  }
}
