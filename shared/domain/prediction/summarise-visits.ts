import type { VisitRow } from './visit-row.ts';

/** One check-in of a customer; `day` counts days (a business day), `amount` in minor units where it is known. */
export interface LoggedVisit {
  readonly customerId: number | string;
  readonly day: number;
  readonly amount?: number | null;
}

/** What the models need to know of one customer. */
export interface CustomerRow extends VisitRow {
  readonly customerId: number | string;
  readonly gapsWeeks: readonly number[];
  readonly lastDay: number;
  /** Visit days with a known amount above 0, and their mean in minor units; null without any. */
  readonly purchases: number;
  readonly meanSpend: number | null;
}

/**
 * One row per customer from the check-ins up to and including the day `until` (prediction.md §1): several check-ins of a
 * day are one visit and their amounts are summed. Later days are left out, as imports may bring them, and so is whoever
 * came first after `until`. Ordered by customer as they first appear.
 */
export function summariseVisits(visits: Iterable<LoggedVisit>, until: number): readonly CustomerRow[] {
  const byCustomer = new Map<number | string, Map<number, number>>();
  for (const { customerId, day, amount } of visits) {
    if (!Number.isInteger(day)) throw new RangeError(`Not a day: ${day}`);
    if (day > until) continue;
    let days = byCustomer.get(customerId);
    if (days === undefined) {
      days = new Map();
      byCustomer.set(customerId, days);
    }
    days.set(day, (days.get(day) ?? 0) + (amount ?? 0));
  }
  return Array.from(byCustomer, ([customerId, days]) => rowOf(customerId, days, until));
}

function rowOf(
  customerId: number | string,
  amounts: ReadonlyMap<number, number>,
  until: number,
): CustomerRow {
  const days = [...amounts.keys()].sort((a, b) => a - b);
  const first = days[0] ?? until;
  const lastDay = days.at(-1) ?? until;
  const gapsWeeks = days.slice(1).map((day, index) => (day - (days[index] ?? day)) / 7);
  const paid = [...amounts.values()].filter((amount) => amount > 0);
  return {
    customerId,
    repeatVisits: gapsWeeks.length,
    recencyWeeks: (lastDay - first) / 7,
    ageWeeks: (until - first) / 7,
    sumLogGaps: gapsWeeks.reduce((sum, gap) => sum + Math.log(gap), 0),
    gapsWeeks,
    lastDay,
    purchases: paid.length,
    meanSpend: paid.length === 0 ? null : paid.reduce((sum, amount) => sum + amount, 0) / paid.length,
  };
}
