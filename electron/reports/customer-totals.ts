import { sql } from 'kysely';
import {
  type BusinessDay,
  businessMonth,
  monthOf,
  monthRange,
} from '#shared/domain/business-day/business-day.ts';
import type { Period } from '#shared/domain/retention/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { rowsOf, standingDays } from './standing-days.ts';

/** What one customer did in a period. */
export interface CustomerTotal {
  readonly customerId: number;
  /** Days with a visit. */
  readonly visits: number;
  /** Minor units. */
  readonly spend: number;
}

const isFirstOfMonth = (day: BusinessDay): boolean => monthRange(monthOf(day)).from === day;

/**
 * Everybody seen in a period, by id. Whole months come from the sums kept for each customer and month, the days before and
 * behind them from the visits.
 */
export async function totalsPerCustomer(
  db: ReadDb,
  { start, end }: Period,
): Promise<readonly CustomerTotal[]> {
  const first = isFirstOfMonth(start) ? monthOf(start) : businessMonth(monthOf(start) + 1);
  const after = monthOf(end);
  if (first >= after) {
    return rowsOf(
      db,
      sql<CustomerTotal>`
      SELECT customer_id AS "customerId", COUNT(*) AS visits, SUM(spend) AS spend
      FROM (${standingDays(start, end)}) AS days GROUP BY customer_id`,
    );
  }
  if (isFirstOfMonth(start) && isFirstOfMonth(end) && after - first === 1) {
    return rowsOf(
      db,
      sql<CustomerTotal>`
      SELECT customer_id AS "customerId", visits, spend FROM customer_month WHERE month = ${first}
      ORDER BY customer_id`,
    );
  }
  const months = sql`SELECT customer_id, visits, spend FROM customer_month
    WHERE month >= ${first} AND month < ${after}`;
  const [before, behind] = [monthRange(first).from, monthRange(after).from];
  const parts = [
    months,
    ...(start < before ? [sql`SELECT customer_id, 1, spend FROM (${standingDays(start, before)})`] : []),
    ...(behind < end ? [sql`SELECT customer_id, 1, spend FROM (${standingDays(behind, end)})`] : []),
  ];
  return rowsOf(
    db,
    sql<CustomerTotal>`
    SELECT customer_id AS "customerId", SUM(visits) AS visits, SUM(spend) AS spend
    FROM (${sql.join(parts, sql` UNION ALL `)}) AS parts GROUP BY customer_id`,
  );
}
