import { sql } from 'kysely';
import type { CohortFigures } from '#shared/contract/reports.ts';
import {
  addDays,
  type BusinessDay,
  type BusinessMonth,
  businessMonth,
  monthOf,
  monthRange,
} from '#shared/domain/business-day/business-day.ts';
import { type CohortCount, cohortTableFromCounts } from '#shared/domain/retention/index.ts';
import { rateOf } from '#shared/domain/statistics/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { earlierSince, rowsOf } from './standing-days.ts';

/** A report about everything up to, without, `to`. */
export interface UpTo {
  readonly to: BusinessDay;
  readonly today: BusinessDay;
}

/** The end of what can be looked at: the running day counts as far as it has come. */
export const endOf = ({ to, today }: UpTo): BusinessDay => (to <= today ? to : addDays(today, 1));

/**
 * A day inside the running month where the end lies beyond today, so that the month counts as unfinished also on its
 * first and last day.
 */
function cutOf(question: UpTo): BusinessDay {
  const { to, today } = question;
  if (to <= today) return to;
  const { from } = monthRange(monthOf(today));
  return today > from ? today : addDays(from, 1);
}

/** Active people by month and age; the month that `end` cuts has newcomers only, and those by the day. */
async function countsByAge(db: ReadDb, end: BusinessDay): Promise<Map<string, CohortCount>> {
  const lastMonth = monthOf(end);
  const [first] = await rowsOf(
    db,
    sql<{ month: BusinessMonth | null }>`SELECT MIN(month) AS month FROM customer_month`,
  );
  const counts = new Map<string, CohortCount>();
  // Month by month: sorting ten years at once takes twice as long.
  for (let month = first?.month ?? lastMonth; month < lastMonth; month = businessMonth(month + 1)) {
    const ages = await rowsOf(
      db,
      sql<{ age: number; customers: number }>`
      SELECT age, COUNT(*) AS customers FROM customer_month WHERE month = ${month} GROUP BY age`,
    );
    for (const { age, customers } of ages) {
      const cohort = businessMonth(month - age);
      counts.set(keyOf(cohort, age), { cohort, k: age, customers });
    }
  }
  const [cut] = await rowsOf(
    db,
    sql<{ customers: number }>`
    SELECT COUNT(*) AS customers FROM customer_stats
    WHERE first_day >= ${monthRange(lastMonth).from} AND first_day < ${end}`,
  );
  if (cut && cut.customers > 0)
    counts.set(keyOf(lastMonth, 0), { cohort: lastMonth, k: 0, customers: cut.customers });
  return counts;
}

interface Shifted {
  readonly since: BusinessDay;
  readonly firstDay: BusinessDay;
  readonly month: BusinessMonth;
  readonly age: number;
  readonly customers: number;
}

/** Months of those whom an import knows from before their first visit. */
const shiftedMonths = (db: ReadDb, end: BusinessDay): Promise<Shifted[]> =>
  rowsOf(
    db,
    sql<Shifted>`
    SELECT e.since AS since, s.first_day AS "firstDay", m.month AS month, m.age AS age, COUNT(*) AS customers
    FROM (${earlierSince}) AS e
      JOIN customer_stats AS s ON s.customer_id = e.customer_id
      CROSS JOIN customer_month AS m ON m.customer_id = e.customer_id
    WHERE s.first_day < ${end} AND m.month <= ${monthOf(end)}
    GROUP BY e.since, s.first_day, m.month, m.age`,
  );

const keyOf = (cohort: number, k: number): string => `${cohort} ${k}`;

/** Monthly cohorts up to, without, a day (metrics.md §3). Ages are kept with each month; only the imported are moved. */
export async function cohortFigures(db: ReadDb, question: UpTo): Promise<CohortFigures> {
  const end = endOf(question);
  const counts = await countsByAge(db, end);
  const add = (cohort: BusinessMonth, k: number, customers: number) => {
    const known = counts.get(keyOf(cohort, k))?.customers ?? 0;
    counts.set(keyOf(cohort, k), { cohort, k, customers: known + customers });
  };
  const lastMonth = monthOf(end);
  for (const { since, firstDay, month, age, customers } of await shiftedMonths(db, end)) {
    const cohort = monthOf(since);
    if (cohort === monthOf(firstDay)) continue;
    if (month < lastMonth || age === 0) add(businessMonth(month - age), age, -customers);
    if (age === 0) add(cohort, 0, customers);
    if (month < lastMonth) add(cohort, month - cohort, customers);
  }
  const { cohorts, columns } = cohortTableFromCounts(
    [...counts.values()].filter((count) => count.customers > 0),
    cutOf(question),
  );
  return {
    cohorts: [...cohorts],
    columns: columns.map(({ k, active, size }) => ({ k, rate: rateOf(active, size) })),
  };
}
