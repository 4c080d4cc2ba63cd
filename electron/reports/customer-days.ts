import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb } from '../db/connection.ts';
import { mergedPeople, rowsOf } from './standing-days.ts';

/** Customers whose days are read at once. */
const customersAtOnce = 2000;

/** A day on which somebody really came, and what they paid, minor units; 0 where no amount is known. */
export interface PaidDay {
  readonly customerId: number;
  readonly day: BusinessDay;
  readonly amount: number;
}

/** Days of the customers from one id to another, in the order of the index; then those of the few merged among them. */
async function daysOf(
  db: ReadDb,
  { first, last, end }: { readonly first: number; readonly last: number; readonly end: BusinessDay },
): Promise<readonly PaidDay[]> {
  const own = await rowsOf(
    db,
    sql<PaidDay>`
    SELECT customer_id AS "customerId", business_day AS day, COALESCE(SUM(amount), 0) AS amount FROM visits
    WHERE customer_id >= ${first} AND customer_id <= ${last} AND business_day < ${end}
      AND customer_id NOT IN (SELECT id FROM (${mergedPeople}) AS people)
    GROUP BY customer_id, business_day HAVING SUM(sign) > 0 ORDER BY customer_id, business_day`,
  );
  const merged = await rowsOf(
    db,
    sql<PaidDay>`
    SELECT p.kept_id AS "customerId", v.business_day AS day, COALESCE(SUM(v.amount), 0) AS amount
    FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
    WHERE p.kept_id >= ${first} AND p.kept_id <= ${last} AND v.business_day < ${end}
    GROUP BY p.kept_id, v.business_day HAVING SUM(v.sign) > 0 ORDER BY p.kept_id, v.business_day`,
  );
  return merged.length === 0 ? own : [...own, ...merged];
}

/**
 * Hands on the visit days before `end` of everybody, some customers at a time and all days of one together, rising.
 * @param before called before each portion and at the end: how many customers are done, and of how many
 */
export async function eachCustomerDays(
  db: ReadDb,
  { end }: { readonly end: BusinessDay },
  take: (rows: readonly PaidDay[]) => void,
  before: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const ids = await rowsOf(
    db,
    sql<{ id: number }>`
    SELECT customer_id AS id FROM customer_stats WHERE first_day < ${end} ORDER BY customer_id`,
  );
  for (let done = 0; done < ids.length; done += customersAtOnce) {
    await before(done, ids.length);
    const first = ids[done]?.id ?? 0;
    const last = ids[Math.min(done + customersAtOnce, ids.length) - 1]?.id ?? first;
    take(await daysOf(db, { first, last, end }));
  }
  await before(ids.length, ids.length);
}
