import { sql } from 'kysely';
import type { FirstReturnFigures } from '#shared/contract/reports.ts';
import {
  type BusinessDay,
  type BusinessMonth,
  formatDay,
  monthOf,
  monthRange,
} from '#shared/domain/business-day/business-day.ts';
import {
  type FirstReturn,
  firstReturnRows,
  firstVisitReturn,
  kaplanMeier,
  repeatWithin,
  returnHorizons,
} from '#shared/domain/retention/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { endOf, type UpTo } from './cohort-query.ts';
import { earlierSince, mergedPeople, rowsOf } from './standing-days.ts';

export interface Newcomer extends FirstReturn {
  readonly customerId: number;
}

/**
 * The first visit before `end` and the one after it of everybody who is not known from before the record. The second is
 * found by reading on in the index until a day counts.
 */
export async function newcomers(db: ReadDb, end: BusinessDay): Promise<readonly Newcomer[]> {
  const rows = await rowsOf(
    db,
    sql<Newcomer>`
    SELECT s.customer_id AS "customerId", s.first_day AS "firstDay", (
      SELECT v.business_day FROM visits AS v
      WHERE v.customer_id = s.customer_id AND v.business_day > s.first_day AND v.business_day < ${end}
      GROUP BY v.business_day HAVING SUM(v.sign) > 0 ORDER BY v.business_day LIMIT 1
    ) AS "secondDay"
    FROM customer_stats AS s
    WHERE s.first_day < ${end} AND s.customer_id NOT IN (SELECT customer_id FROM (${earlierSince}) AS earlier)
    ORDER BY s.customer_id`,
  );
  const merged = await rowsOf(
    db,
    sql<{ customerId: number; secondDay: BusinessDay | null }>`
    SELECT d.kept_id AS "customerId", MIN(CASE WHEN d.business_day > s.first_day THEN d.business_day END) AS "secondDay"
    FROM (
      SELECT p.kept_id, v.business_day FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
      WHERE v.business_day < ${end}
      GROUP BY p.kept_id, v.business_day HAVING SUM(v.sign) > 0
    ) AS d JOIN customer_stats AS s ON s.customer_id = d.kept_id
    GROUP BY d.kept_id`,
  );
  if (merged.length === 0) return rows;
  const second = new Map(merged.map((row) => [row.customerId, row.secondDay]));
  return rows.map((row) => {
    const secondDay = second.get(row.customerId);
    return secondDay === undefined ? row : { ...row, secondDay };
  });
}

/** `YYYY-MM`. */
export const monthText = (month: BusinessMonth): string => formatDay(monthRange(month).from).slice(0, 7);

/** First to second visit of everybody, and of each month's newcomers (metrics.md §0, §2 and §4). */
export async function firstReturnFigures(db: ReadDb, question: UpTo): Promise<FirstReturnFigures> {
  const end = endOf(question);
  const people = await newcomers(db, end);
  const curve = kaplanMeier(firstReturnRows(people, end));
  // A running day has not passed: whoever is expected back by it may still come.
  const passed = question.to <= question.today ? question.to : question.today;
  return {
    ...curve,
    horizons: returnHorizons,
    within: returnHorizons.map((days) => repeatWithin(people, passed, days)),
    months: firstVisitReturn(people, passed).map((one) => ({
      month: monthText(one.month),
      newcomers: one.newcomers,
      returned: one.returned,
    })),
  };
}

/** The newcomers of a month who came a second time within so many days, or those who did not. */
export async function returnedPeople(
  db: ReadDb,
  question: UpTo,
  asked: { readonly month: BusinessMonth; readonly days: number; readonly returned: boolean },
): Promise<readonly number[]> {
  return (await newcomers(db, endOf(question)))
    .filter(({ firstDay }) => monthOf(firstDay) === asked.month)
    .filter(({ firstDay, secondDay }) => {
      const isBack = secondDay !== null && secondDay - firstDay <= asked.days;
      return isBack === asked.returned;
    })
    .map(({ customerId }) => customerId);
}
