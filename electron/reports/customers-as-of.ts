import { type RawBuilder, sql } from 'kysely';
import { type BusinessDay, businessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb } from '../db/connection.ts';
import { mergedPeople, rowsOf, standingDays } from './standing-days.ts';

/** A customer with a visit before some day, and everything up to, without, that day. */
export interface CustomerAsOf {
  readonly customerId: number;
  /** First visit in the record. */
  readonly firstDay: BusinessDay;
  readonly lastDay: BusinessDay;
  /** Days with a visit. */
  readonly visits: number;
  /** Minor units. */
  readonly spend: number;
}

interface Later {
  readonly customerId: number;
  readonly visits: number;
  readonly spend: number;
}

const dayAfterAll = businessDay(2_932_896);

/** The last day with a visit before a day, of one entry; the index is read backwards up to the first that counts. */
const lastDayBefore = (day: BusinessDay, customer: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  SELECT v.business_day FROM visits AS v WHERE v.customer_id = ${customer} AND v.business_day < ${day}
  GROUP BY v.business_day HAVING SUM(v.sign) > 0 ORDER BY v.business_day DESC LIMIT 1`;

interface LastDay {
  readonly customerId: number;
  readonly lastDay: BusinessDay | null;
}

/** The same for those with several entries, all of them. */
const mergedLastDays = (db: ReadDb, day: BusinessDay): Promise<LastDay[]> =>
  rowsOf(
    db,
    sql<LastDay>`
    SELECT p.kept_id AS "customerId", MAX(d.business_day) AS "lastDay"
    FROM (SELECT DISTINCT kept_id FROM (${mergedPeople}) AS people) AS p LEFT JOIN (
      SELECT p.kept_id, v.business_day FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
      WHERE v.business_day < ${day}
      GROUP BY p.kept_id, v.business_day HAVING SUM(v.sign) > 0
    ) AS d ON d.kept_id = p.kept_id
    GROUP BY p.kept_id`,
  );

async function lastDaysBefore(db: ReadDb, day: BusinessDay): Promise<Map<number, BusinessDay | null>> {
  const own = await rowsOf(
    db,
    sql<LastDay>`
    SELECT a.customer_id AS "customerId", (${lastDayBefore(day, sql`a.customer_id`)}) AS "lastDay"
    FROM (SELECT DISTINCT customer_id FROM (${standingDays(day, dayAfterAll)}) AS days) AS a`,
  );
  const merged = await mergedLastDays(db, day);
  return new Map([...own, ...merged].map((row) => [row.customerId, row.lastDay]));
}

const idsPerQuery = 500;

/** The last day with a visit before a day, of some customers. */
export async function lastDaysOf(
  db: ReadDb,
  day: BusinessDay,
  ids: readonly number[],
): Promise<ReadonlyMap<number, BusinessDay | null>> {
  const found = new Map<number, BusinessDay | null>();
  for (let index = 0; index < ids.length; index += idsPerQuery) {
    const part = sql.join(ids.slice(index, index + idsPerQuery));
    const rows = await rowsOf(
      db,
      sql<LastDay>`
      SELECT s.customer_id AS "customerId",
        CASE WHEN s.last_day < ${day} THEN s.last_day ELSE (${lastDayBefore(day, sql`s.customer_id`)}) END AS "lastDay"
      FROM customer_stats AS s WHERE s.customer_id IN (${part})`,
    );
    for (const { customerId, lastDay } of rows) found.set(customerId, lastDay);
  }
  for (const { customerId, lastDay } of await mergedLastDays(db, day)) {
    if (found.has(customerId)) found.set(customerId, lastDay);
  }
  return found;
}

/**
 * Everybody with a visit before `end`, by id, with the figures as they were then. They are the sums kept for each
 * customer, less what came later: so a month that has just ended costs little more than today.
 */
export async function customersAsOf(db: ReadDb, end: BusinessDay): Promise<readonly CustomerAsOf[]> {
  const rows = await rowsOf(
    db,
    sql<CustomerAsOf>`
    SELECT customer_id AS "customerId", first_day AS "firstDay", last_day AS "lastDay", visits, spend
    FROM customer_stats WHERE first_day < ${end} ORDER BY customer_id`,
  );
  const later = await rowsOf(
    db,
    sql<Later>`
    SELECT customer_id AS "customerId", COUNT(*) AS visits, SUM(spend) AS spend
    FROM (${standingDays(end, dayAfterAll)}) AS days GROUP BY customer_id`,
  );
  if (later.length === 0) return rows;
  const cut = new Map(later.map((row) => [row.customerId, row]));
  const lastDays = await lastDaysBefore(db, end);
  return rows.map((row) => {
    const after = cut.get(row.customerId);
    if (after === undefined) return row;
    return {
      ...row,
      lastDay: lastDays.get(row.customerId) ?? row.firstDay,
      visits: row.visits - after.visits,
      spend: row.spend - after.spend,
    };
  });
}
