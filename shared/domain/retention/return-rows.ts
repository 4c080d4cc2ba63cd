import type { BusinessDay } from '../business-day/business-day.ts';
import type { DurationRow } from '../statistics/index.ts';
import type { CohortQuestion } from './cohort-table.ts';
import { type CustomerHistory, dayOrThrow, historiesOf, type RetentionVisit } from './visit-log.ts';

/** First visit and the one after it. */
export type FirstReturn = {
  readonly firstDay: BusinessDay;
  /** Null: not yet. */
  readonly secondDay: BusinessDay | null;
};

/**
 * The first visit of a customer's log and the one after it. Null for somebody without a visit in the log, and for a
 * customer since before the log: nobody knows when they came a second time.
 */
export function firstReturnOf(customer: Pick<CustomerHistory, 'firstDay' | 'days'>): FirstReturn | null {
  const [firstDay, secondDay = null] = customer.days;
  return firstDay === undefined || customer.firstDay < firstDay ? null : { firstDay, secondDay };
}

/**
 * Rows for the headline curve of metrics.md §4: one per customer, from the first to the second visit, those not back
 * waiting until the day before `end`. Rows of different customers are independent, so the limits hold.
 */
export function firstReturnRows(customers: Iterable<FirstReturn>, end: BusinessDay): readonly DurationRow[] {
  return Array.from(customers, ({ firstDay, secondDay }) =>
    secondDay !== null && secondDay < end
      ? { days: secondDay - firstDay, event: 1 }
      : { days: end - 1 - firstDay, event: 0 },
  );
}

/**
 * Rows of all gaps pooled: every gap between visits and, unless it is 0 days, the wait since the last one until the day
 * before `end`. Frequent customers weigh more and the gaps of one person are alike, so limits computed from these rows
 * are too narrow: show the curve without them.
 */
export function gapRows(
  customers: Iterable<Pick<CustomerHistory, 'days'>>,
  end: BusinessDay,
): readonly DurationRow[] {
  const rows: DurationRow[] = [];
  for (const { days } of customers) {
    let before: BusinessDay | null = null;
    for (const day of days) {
      if (day >= end) break;
      if (before !== null) rows.push({ days: day - before, event: 1 });
      before = day;
    }
    if (before !== null && end - 1 > before) rows.push({ days: end - 1 - before, event: 0 });
  }
  return rows;
}

/**
 * Both kinds of rows straight from a visit log, `end` and `since` as in `cohortTable`: `first` for the headline curve,
 * `gaps` for the pooled one. Throws a RangeError for a day that is no date.
 */
export function returnRows(
  visits: Iterable<RetentionVisit>,
  question: CohortQuestion,
): { readonly first: readonly DurationRow[]; readonly gaps: readonly DurationRow[] } {
  const histories = historiesOf(visits, question);
  const end = dayOrThrow(question.end);
  const newcomers = histories.map(firstReturnOf).filter((one) => one !== null);
  return { first: firstReturnRows(newcomers, end), gaps: gapRows(histories, end) };
}
