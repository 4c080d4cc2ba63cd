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

/** Shortest year: nobody completes one with us sooner. */
const shortestYear = 365;

/**
 * Whether a customer can have reached something in a period: a count that is a milestone, or a full year. Only these
 * customers' days are read.
 */
function isCandidate(customer: CustomerAsOf, firstDay: BusinessDay, seen: number, { end }: Period): boolean {
  const before = customer.visits - seen;
  for (let visits = before + 1; visits <= customer.visits; visits += 1) if (isMilestone(visits)) return true;
  return end - firstDay > shortestYear;
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
  const candidates = (await customersAsOf(db, period.end)).filter((one) => {
    const visits = seen.get(one.customerId);
    return visits !== undefined && isCandidate(one, firstDayOf(one), visits, period);
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

/** One page of them with names. */
export async function milestonesPage(db: ReadDb, period: Period, page: Page) {
  const reached = await reachedMilestones(db, period);
  const shown = reached.slice(page.offset, page.offset + page.limit);
  const rows = await namesOf(db, [...new Set(shown.map((one) => one.customerId))]);
  const nameOf = new Map(rows.map((row) => [row.id, row.name]));
  return {
    total: reached.length,
    milestones: shown.map((one) => ({
      ...one,
      day: formatDay(one.day),
      name: nameOf.get(one.customerId) ?? '',
    })),
  };
}
