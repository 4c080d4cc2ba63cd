import { type RawBuilder, sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { WriteTx } from '../db/connection.ts';

/** What is made anew: everything, or what belongs to these ids (or days). */
export type Those<T extends number = number> = 'all' | readonly T[];

/** The same, or the ids that a query gives. */
export type Among = Those | RawBuilder<unknown>;

/** Ids in one statement: far below what the engines allow, and some tens of milliseconds of work. */
const idsAtOnce = 250;

/** Lists of at most `idsAtOnce`, so that any number of ids can be asked for. */
export function inPortions<T extends number>(those: Those<T>): Those<T>[] {
  if (those === 'all') return ['all'];
  const portions: T[][] = [];
  for (let start = 0; start < those.length; start += idsAtOnce)
    portions.push(those.slice(start, start + idsAtOnce));
  return portions;
}

/** Narrows a query to some ids; nothing to add for all of them. */
export function among(column: string, those: Among): RawBuilder<unknown> {
  if (those === 'all') return sql``;
  return sql`AND ${sql.ref(column)} IN (${'length' in those ? sql.join(those) : those})`;
}

/** Whose visits count for whom, where that is not simply their own. */
export const mergedPeople = sql`
  SELECT id, merged_into_id AS kept_id FROM customers WHERE merged_into_id IS NOT NULL
  UNION ALL SELECT DISTINCT merged_into_id, merged_into_id FROM customers WHERE merged_into_id IS NOT NULL`;

/**
 * Days on which customers really came; undone check-ins are out, as everywhere a visit is counted. Visits of merged
 * entries are those of the one kept: the few merged are added up apart, so that all the others are read in the order of
 * the index.
 */
export const standingDays = (customers: Among): RawBuilder<unknown> => sql`
  SELECT customer_id, business_day, business_month, SUM(sign) AS check_ins, COALESCE(SUM(amount), 0) AS spend,
    SUM(CASE WHEN amount IS NULL THEN 0 ELSE sign END) AS known
  FROM visits
  WHERE customer_id IS NOT NULL ${among('customer_id', customers)}
    AND customer_id NOT IN (SELECT id FROM (${mergedPeople}) AS people)
  GROUP BY customer_id, business_day, business_month
  HAVING SUM(sign) > 0
  UNION ALL
  SELECT p.kept_id, v.business_day, v.business_month, SUM(v.sign), COALESCE(SUM(v.amount), 0),
    SUM(CASE WHEN v.amount IS NULL THEN 0 ELSE v.sign END)
  FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
  WHERE 1 = 1 ${among('p.kept_id', customers)}
  GROUP BY p.kept_id, v.business_day, v.business_month
  HAVING SUM(v.sign) > 0`;

/** Rows of `customer_month` as the visits demand them. */
export const expectedMonths = (customers: Among): RawBuilder<unknown> => sql`
  SELECT month, customer_id, visits, spend, month - FIRST_VALUE(month) OVER earlier AS age,
    LAG(month) OVER earlier AS prev
  FROM (
    SELECT customer_id, business_month AS month, COUNT(*) AS visits, SUM(spend) AS spend
    FROM (${standingDays(customers)}) AS days
    GROUP BY customer_id, business_month
  ) AS months
  WINDOW earlier AS (PARTITION BY customer_id ORDER BY month ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;

/** Moment of the last check-in of an entry on a customer's last day. */
const lastMoment = (entry: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  SELECT MAX(v.at) FROM visits AS v
  WHERE v.customer_id = ${entry} AND v.business_day = s.last_day AND v.sign = 1
    AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = v.id)`;

/** Rows of `customer_stats` as the visits demand them, one for every customer who is not part of another. */
export const expectedStats = (customers: Among): RawBuilder<unknown> => sql`
  SELECT c.id AS customer_id, s.first_day, s.last_day,
    CASE WHEN c.id NOT IN (SELECT merged_into_id FROM customers WHERE merged_into_id IS NOT NULL)
      THEN (${lastMoment(sql`c.id`)})
      ELSE (SELECT MAX((${lastMoment(sql`p.id`)})) FROM (${mergedPeople}) AS p WHERE p.kept_id = c.id)
    END AS last_at,
    COALESCE(s.visits, 0) AS visits, COALESCE(s.check_ins, 0) AS check_ins, COALESCE(s.spend, 0) AS spend,
    COALESCE(s.known, 0) AS amount_check_ins
  FROM customers AS c
  LEFT JOIN (
    SELECT customer_id, MIN(business_day) AS first_day, MAX(business_day) AS last_day, COUNT(*) AS visits,
      SUM(check_ins) AS check_ins, SUM(spend) AS spend, SUM(known) AS known
    FROM (${standingDays(customers)}) AS days
    GROUP BY customer_id
  ) AS s ON s.customer_id = c.id
  WHERE c.merged_into_id IS NULL ${among('c.id', customers)}`;

/**
 * Rows of `day_totals` as visits and rewards demand them; a day whose visits were all undone keeps its zeros. Check-ins of
 * nobody stand together in the index of customers, so they are added up apart instead of asking at every visit.
 */
export const expectedDays = (days: Those<BusinessDay>): RawBuilder<unknown> => sql`
  SELECT t.business_day, t.check_ins, t.check_ins - COALESCE(n.check_ins, 0) AS identified, t.amount,
    t.amount - COALESCE(n.amount, 0) AS identified_amount, t.check_ins - t.without_amount AS amount_check_ins,
    COALESCE(r.rewards, 0) AS rewards
  FROM (
    SELECT business_day, SUM(sign) AS check_ins, COALESCE(SUM(amount), 0) AS amount,
      COALESCE(SUM(sign) FILTER (WHERE amount IS NULL), 0) AS without_amount
    FROM visits
    WHERE 1 = 1 ${among('business_day', days)}
    GROUP BY business_day
  ) AS t
  LEFT JOIN (
    SELECT business_day, SUM(sign) AS check_ins, COALESCE(SUM(amount), 0) AS amount
    FROM visits
    WHERE customer_id IS NULL ${among('business_day', days)}
    GROUP BY business_day
  ) AS n ON n.business_day = t.business_day
  LEFT JOIN (
    SELECT v.business_day, COUNT(*) AS rewards
    FROM ledger_entries AS e
    INNER JOIN visits AS v ON v.id = e.visit_id
    WHERE e.kind = 'redeem' ${among('v.business_day', days)}
      AND NOT EXISTS (SELECT 1 FROM ledger_entries AS u WHERE u.reverses_id = e.id)
    GROUP BY v.business_day
  ) AS r ON r.business_day = t.business_day`;

/** Runs one set-based change written as SQL. */
async function change(tx: WriteTx, query: RawBuilder<unknown>): Promise<void> {
  await tx.runQuery((k) => ({ compile: () => query.compile(k) }));
}

/** Makes `day_totals` anew from the append-only visits and ledger entries. */
export async function rebuildDayTotals(tx: WriteTx, days: Those<BusinessDay>): Promise<void> {
  for (const portion of inPortions(days)) {
    await change(tx, sql`DELETE FROM day_totals WHERE 1 = 1 ${among('business_day', portion)}`);
    await change(
      tx,
      sql`INSERT INTO day_totals
        (business_day, check_ins, identified, amount, identified_amount, amount_check_ins, rewards)
        ${expectedDays(portion)}`,
    );
  }
}
