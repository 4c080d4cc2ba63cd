import { sql } from 'kysely';
import { type BusinessDay, monthOf, monthRange } from '#shared/domain/business-day/business-day.ts';
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

/** Everybody seen in a period, by id. Whole months come from the sums kept for each customer and month. */
export async function totalsPerCustomer(
  db: ReadDb,
  { start, end }: Period,
): Promise<readonly CustomerTotal[]> {
  if (isFirstOfMonth(start) && isFirstOfMonth(end)) {
    const [first, last] = [monthOf(start), monthOf(end) - 1];
    if (first === last) {
      return rowsOf(
        db,
        sql<CustomerTotal>`
        SELECT customer_id AS "customerId", visits, spend FROM customer_month WHERE month = ${first}
        ORDER BY customer_id`,
      );
    }
    return rowsOf(
      db,
      sql<CustomerTotal>`
      SELECT customer_id AS "customerId", SUM(visits) AS visits, SUM(spend) AS spend FROM customer_month
      WHERE month >= ${first} AND month <= ${last} GROUP BY customer_id`,
    );
  }
  return rowsOf(
    db,
    sql<CustomerTotal>`
    SELECT customer_id AS "customerId", COUNT(*) AS visits, SUM(spend) AS spend
    FROM (${standingDays(start, end)}) AS days GROUP BY customer_id`,
  );
}
