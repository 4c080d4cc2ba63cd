import { sql } from 'kysely';
import { type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import type { Period } from '#shared/domain/retention/index.ts';
import { isMilestone } from '#shared/domain/visits/milestones.ts';
import { milestonesReached } from '#shared/domain/visits/milestones-reached.ts';
import type { ReadDb } from '../db/connection.ts';
import { totalsPerCustomer } from './customer-totals.ts';
import { type CustomerAsOf, customersAsOf } from './customers-as-of.ts';
import { namesOf, type Page } from './names-of.ts';
import { mergedPeople, rowsOf, sinceOfCustomers } from './standing-days.ts';

/** Whether some visit of the last so many was the one of a milestone. */
function hasCounted(visits: number, last: number): boolean {
  for (let count = visits - last + 1; count <= visits; count += 1) if (isMilestone(count)) return true;
  return false;
}

/** Days of an average year. */
const yearDays = 365.2425;

/**
 * Whether a year with us may have become full between two days, give or take two for leap days: whoever is wrongly
 * taken for one only has their days read for nothing.
 */
function hasAnniversary(firstDay: BusinessDay, after: BusinessDay, before: BusinessDay): boolean {
  const years = (day: number) => Math.floor((day - firstDay) / yearDays);
  return years(before + 2) > Math.max(0, years(after - 2));
}

const idsPerQuery = 500;

/** All days with a visit before `end`, rising, of some customers. */
async function daysOf(
  db: ReadDb,
  ids: readonly number[],
  end: BusinessDay,
): Promise<ReadonlyMap<number, readonly BusinessDay[]>> {
  const found = new Map<number, BusinessDay[]>();
  for (let index = 0; index < ids.length; index += idsPerQuery) {
    const part = sql.join(ids.slice(index, index + idsPerQuery));
    const rows = await rowsOf(
      db,
      sql<{ id: number; day: BusinessDay }>`
      SELECT customer_id AS id, business_day AS day FROM visits
      WHERE customer_id IN (${part}) AND business_day < ${end}
        AND customer_id NOT IN (SELECT id FROM (${mergedPeople}) AS people)
      GROUP BY customer_id, business_day HAVING SUM(sign) > 0
      UNION ALL
      SELECT p.kept_id, v.business_day FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
      WHERE p.kept_id IN (${part}) AND v.business_day < ${end}
      GROUP BY p.kept_id, v.business_day HAVING SUM(v.sign) > 0
      ORDER BY 1, 2`,
    );
    for (const { id, day } of rows) {
      const own = found.get(id);
      if (own === undefined) found.set(id, [day]);
      else own.push(day);
    }
  }
  return found;
}

export interface ReachedMilestone {
  readonly customerId: number;
  readonly kind: 'visits' | 'years';
  readonly count: number;
  readonly day: BusinessDay;
}

/** The milestones reached in a period, newest first, then by customer. */
export async function reachedMilestones(db: ReadDb, period: Period): Promise<readonly ReachedMilestone[]> {
  const seen = new Map((await totalsPerCustomer(db, period)).map((one) => [one.customerId, one.visits]));
  const since = await sinceOfCustomers(db);
  const firstDayOf = (one: CustomerAsOf) => since.get(one.customerId) ?? one.firstDay;
  const before = new Map((await customersAsOf(db, period.start)).map((one) => [one.customerId, one.lastDay]));
  const candidates = (await customersAsOf(db, period.end)).filter((one) => {
    const visits = seen.get(one.customerId);
    if (visits === undefined) return false;
    const first = firstDayOf(one);
    return (
      hasCounted(one.visits, visits) ||
      hasAnniversary(first, before.get(one.customerId) ?? first, one.lastDay)
    );
  });
  const ids = candidates.map((one) => one.customerId);
  const days = await daysOf(db, ids, period.end);
  return candidates
    .flatMap((one) =>
      milestonesReached({ firstDay: firstDayOf(one), days: days.get(one.customerId) ?? [] }, period).map(
        (reached) => ({
          customerId: one.customerId,
          kind: reached.kind,
          count: reached.kind === 'visits' ? reached.visits : reached.years,
          day: reached.day,
        }),
      ),
    )
    .sort((a, b) => b.day - a.day || a.customerId - b.customerId || (a.kind < b.kind ? -1 : 1));
}

/** Those who reached one, with their visits in the period. */
export async function peopleWithMilestones(
  db: ReadDb,
  period: Period,
): Promise<readonly { readonly customerId: number; readonly visits: number }[]> {
  const ids = new Set((await reachedMilestones(db, period)).map((one) => one.customerId));
  return (await totalsPerCustomer(db, period)).filter((one) => ids.has(one.customerId));
}

/** One page of them with names. */
export async function milestonesPage(db: ReadDb, period: Period, page: Page) {
  const reached = await reachedMilestones(db, period);
  const shown = reached.slice(page.offset, page.offset + page.limit);
  const rows = await namesOf(db, [...new Set(shown.map((one) => one.customerId))]);
  const nameOf = new Map(rows.map((row) => [row.id, row.name]));
  return {
    total: reached.length,
    people: new Set(reached.map((one) => one.customerId)).size,
    milestones: shown.map((one) => ({
      ...one,
      day: formatDay(one.day),
      name: nameOf.get(one.customerId) ?? '',
    })),
  };
}
