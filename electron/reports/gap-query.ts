import { sql } from 'kysely';
import type { GapFigures } from '#shared/contract/reports.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { gapRows, kaplanMeier } from '#shared/domain/retention/index.ts';
import type { DurationRow } from '#shared/domain/statistics/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { endOf, type UpTo } from './cohort-query.ts';
import { customersAsOf } from './customers-as-of.ts';
import { mergedPeople, rowsOf } from './standing-days.ts';

/** Gaps between the days of everybody who is one entry, counted by their length; read in the order of the index. */
const countedGaps = (db: ReadDb, end: BusinessDay): Promise<{ days: number; count: number }[]> =>
  rowsOf(
    db,
    sql<{ days: number; count: number }>`
    SELECT gap AS days, COUNT(*) AS count FROM (
      SELECT business_day - LAG(business_day) OVER (PARTITION BY customer_id ORDER BY business_day) AS gap
      FROM (
        SELECT customer_id, business_day FROM visits
        WHERE customer_id IS NOT NULL AND business_day < ${end}
          AND customer_id NOT IN (SELECT id FROM (${mergedPeople}) AS people)
        GROUP BY customer_id, business_day HAVING SUM(sign) > 0
      ) AS days
    ) AS gaps WHERE gap IS NOT NULL GROUP BY gap`,
  );

/** Days of the few who are several entries. */
async function mergedDays(
  db: ReadDb,
  end: BusinessDay,
): Promise<ReadonlyMap<number, readonly BusinessDay[]>> {
  const rows = await rowsOf(
    db,
    sql<{ id: number; day: BusinessDay }>`
    SELECT p.kept_id AS id, v.business_day AS day
    FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
    WHERE v.business_day < ${end}
    GROUP BY p.kept_id, v.business_day HAVING SUM(v.sign) > 0 ORDER BY p.kept_id, v.business_day`,
  );
  const found = new Map<number, BusinessDay[]>();
  for (const { id, day } of rows) found.set(id, [...(found.get(id) ?? []), day]);
  return found;
}

/** Time between visits, all gaps pooled (metrics.md §4): frequent customers weigh more, so it comes without limits. */
export async function gapFigures(db: ReadDb, question: UpTo): Promise<GapFigures> {
  const end = endOf(question);
  const merged = await mergedDays(db, end);
  const rows: DurationRow[] = (await countedGaps(db, end)).map((gap) => ({ ...gap, event: 1 }));
  for (const days of merged.values()) rows.push(...gapRows([{ days }], end));
  for (const { customerId, lastDay } of await customersAsOf(db, end)) {
    // Nobody waits since the last day looked at.
    if (!merged.has(customerId) && end - 1 > lastDay) rows.push({ days: end - 1 - lastDay, event: 0 });
  }
  const curve = kaplanMeier(rows);
  return {
    n: curve.n,
    events: curve.events,
    median: curve.median,
    lastT: curve.lastT,
    solidUntil: curve.solidUntil,
    steps: curve.steps.map(({ t, S, atRisk, events }) => ({ t, S, atRisk, events })),
  };
}
