import { sql } from 'kysely';
import type { GapFigures } from '#shared/contract/reports.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { kaplanMeier } from '#shared/domain/retention/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { endOf, type UpTo } from './cohort-query.ts';
import type { Run } from './run.ts';
import { mergedPeople, rowsOf } from './standing-days.ts';

export interface GapProgress {
  readonly done: number;
  readonly total: number;
}

/** Customers whose days are read at once. */
const customersAtOnce = 2000;

interface CustomerDay {
  readonly customerId: number;
  readonly day: BusinessDay;
}

/** Days of the customers from one id to another, in the order of the index; then those of the few merged among them. */
async function daysOfCustomers(
  db: ReadDb,
  { first, last, end }: { readonly first: number; readonly last: number; readonly end: BusinessDay },
): Promise<readonly CustomerDay[]> {
  const own = await rowsOf(
    db,
    sql<CustomerDay>`
    SELECT customer_id AS "customerId", business_day AS day FROM visits
    WHERE customer_id >= ${first} AND customer_id <= ${last} AND business_day < ${end}
      AND customer_id NOT IN (SELECT id FROM (${mergedPeople}) AS people)
    GROUP BY customer_id, business_day HAVING SUM(sign) > 0 ORDER BY customer_id, business_day`,
  );
  const merged = await rowsOf(
    db,
    sql<CustomerDay>`
    SELECT p.kept_id AS "customerId", v.business_day AS day
    FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
    WHERE p.kept_id >= ${first} AND p.kept_id <= ${last} AND v.business_day < ${end}
    GROUP BY p.kept_id, v.business_day HAVING SUM(v.sign) > 0 ORDER BY p.kept_id, v.business_day`,
  );
  return merged.length === 0 ? own : [...own, ...merged];
}

/** How often each length of a gap and of a wait occurs. */
class GapCounts {
  readonly #gaps = new Map<number, number>();
  readonly #waits = new Map<number, number>();
  readonly #end: BusinessDay;

  constructor(end: BusinessDay) {
    this.#end = end;
  }

  /** Takes all days of some customers, one customer after another, each one's rising. */
  add(rows: readonly CustomerDay[]): void {
    let before: CustomerDay | null = null;
    for (const row of rows) {
      if (before?.customerId === row.customerId) count(this.#gaps, row.day - before.day);
      else if (before) this.#wait(before.day);
      before = row;
    }
    if (before) this.#wait(before.day);
  }

  /** Nobody waits since the last day looked at. */
  #wait(since: BusinessDay): void {
    const days = this.#end - 1 - since;
    if (days > 0) count(this.#waits, days);
  }

  rows() {
    return [
      ...Array.from(this.#gaps, ([days, times]) => ({ days, event: 1 as const, count: times })),
      ...Array.from(this.#waits, ([days, times]) => ({ days, event: 0 as const, count: times })),
    ];
  }
}

function count(lengths: Map<number, number>, days: number): void {
  lengths.set(days, (lengths.get(days) ?? 0) + 1);
}

/** Time between visits, all gaps pooled (metrics.md §4): frequent customers weigh more, so it comes without limits. */
export async function gapFigures(db: ReadDb, question: UpTo, run: Run<GapProgress>): Promise<GapFigures> {
  const end = endOf(question);
  const ids = await rowsOf(
    db,
    sql<{ id: number }>`
    SELECT customer_id AS id FROM customer_stats WHERE first_day < ${end} ORDER BY customer_id`,
  );
  const counts = new GapCounts(end);
  for (let done = 0; done < ids.length; done += customersAtOnce) {
    run.tell({ done, total: ids.length });
    await run.pause();
    const first = ids[done]?.id ?? 0;
    const last = ids[Math.min(done + customersAtOnce, ids.length) - 1]?.id ?? first;
    counts.add(await daysOfCustomers(db, { first, last, end }));
  }
  run.tell({ done: ids.length, total: ids.length });
  const curve = kaplanMeier(counts.rows());
  return {
    n: curve.n,
    events: curve.events,
    median: curve.median,
    lastT: curve.lastT,
    solidUntil: curve.solidUntil,
    steps: curve.steps.map(({ t, S, atRisk, events }) => ({ t, S, atRisk, events })),
  };
}
