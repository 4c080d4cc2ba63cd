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

/** The visit days of one customer, rising and each once, and what was paid on each, minor units (0: nothing known). */
export interface VisitDays {
  readonly customerId: number | string;
  readonly days: readonly number[];
  readonly amounts: readonly number[];
}

/**
 * Check-ins by customer as they first appear: several of a day are one visit and their amounts are summed.
 * @throws RangeError for what is no day
 */
export function visitDays(visits: Iterable<LoggedVisit>): readonly VisitDays[] {
  const byCustomer = new Map<number | string, Map<number, number>>();
  for (const { customerId, day, amount } of visits) {
    if (!Number.isInteger(day)) throw new RangeError(`Not a day: ${day}`);
    let days = byCustomer.get(customerId);
    if (days === undefined) {
      days = new Map();
      byCustomer.set(customerId, days);
    }
    days.set(day, (days.get(day) ?? 0) + (amount ?? 0));
  }
  return Array.from(byCustomer, ([customerId, paid]) => {
    const days = [...paid.keys()].sort((a, b) => a - b);
    return { customerId, days, amounts: days.map((day) => paid.get(day) ?? 0) };
  });
}

/**
 * One row per customer from the visit days up to and including the day `until` (prediction.md §1). Later days are left out,
 * as imports may bring them, and so is whoever came first after `until`.
 */
export function summariseDays(people: Iterable<VisitDays>, until: number): readonly CustomerRow[] {
  const rows: CustomerRow[] = [];
  for (const person of people) if ((person.days[0] ?? until + 1) <= until) rows.push(rowOf(person, until));
  return rows;
}

/** The same from single check-ins, in any order. */
export const summariseVisits = (visits: Iterable<LoggedVisit>, until: number): readonly CustomerRow[] =>
  summariseDays(visitDays(visits), until);

function rowOf({ customerId, days, amounts }: VisitDays, until: number): CustomerRow {
  const first = days[0] ?? until;
  let lastDay = first;
  const gapsWeeks: number[] = [];
  let sumLogGaps = 0;
  let purchases = 0;
  let spent = 0;
  for (let index = 0; index < days.length; index += 1) {
    const day = days[index] ?? first;
    if (day > until) break;
    if (index > 0) {
      const gap = (day - lastDay) / 7;
      gapsWeeks.push(gap);
      sumLogGaps += Math.log(gap);
    }
    lastDay = day;
    const amount = amounts[index] ?? 0;
    if (amount > 0) {
      purchases += 1;
      spent += amount;
    }
  }
  return {
    customerId,
    repeatVisits: gapsWeeks.length,
    recencyWeeks: (lastDay - first) / 7,
    ageWeeks: (until - first) / 7,
    sumLogGaps,
    gapsWeeks,
    lastDay,
    purchases,
    meanSpend: purchases === 0 ? null : spent / purchases,
  };
}
