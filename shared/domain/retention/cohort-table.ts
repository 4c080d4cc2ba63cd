import {
  type BusinessDay,
  type BusinessMonth,
  formatDay,
  monthOf,
  monthRange,
} from '../business-day/business-day.ts';
import type { CustomerId } from './classify.ts';
import { dayOrThrow, historiesOf, type RetentionVisit } from './visit-log.ts';

/** The customers whose first visit fell in one calendar month, and how many of them came in the months after. */
export type Cohort = {
  /** "YYYY-MM". */
  readonly month: string;
  /** Customers with their first visit in it. */
  readonly size: number;
  /**
   * Customers of the cohort with a visit k months later, k = 0, 1, 2 ...; [0] is the size by definition. Null for the
   * month that has not finished; months after that have no cell.
   */
  readonly cells: readonly (number | null)[];
};

/** The average of a column, weighted by cohort size. */
export type CohortColumn = {
  readonly k: number;
  /** Active people and sizes summed over the cohorts that have the column. */
  readonly active: number;
  readonly size: number;
  /** active / size; null when no cohort has the column finished. */
  readonly share: number | null;
};

export type CohortTable = {
  /** By month, rising; months without newcomers have no row. */
  readonly cohorts: readonly Cohort[];
  /** One for each k of the longest row. */
  readonly columns: readonly CohortColumn[];
};

export type CohortQuestion = {
  /** The day after the last one looked at, "YYYY-MM-DD", as in `retention`: "2024-01-01" for all of 2023. */
  readonly end: string;
  /** "Customer since", "YYYY-MM-DD", for those who have one from before the log; it counts as a first visit. */
  readonly since?: ReadonlyMap<CustomerId, string>;
};

/**
 * The cohort retention table of a visit log (metrics.md §3), up to, without, `end`. When `end` is not the first day of
 * a month, the month it cuts is unfinished. A row may rise again: it is no survival curve.
 * Throws a RangeError for a day that is no date.
 */
export function cohortTable(visits: Iterable<RetentionVisit>, question: CohortQuestion): CohortTable {
  const counts = new Map<string, CohortCount>();
  const count = (cohort: BusinessMonth, k: number) => {
    const key = `${cohort} ${k}`;
    counts.set(key, { cohort, k, customers: (counts.get(key)?.customers ?? 0) + 1 });
  };
  for (const { firstDay, days } of historiesOf(visits, question)) {
    const cohort = monthOf(firstDay);
    count(cohort, 0);
    for (const month of new Set(days.map(monthOf))) if (month > cohort) count(cohort, month - cohort);
  }
  return cohortTableFromCounts(counts.values(), dayOrThrow(question.end));
}

/** Customers of a cohort with a visit k months later; k = 0 counts the newcomers themselves. */
export type CohortCount = { readonly cohort: BusinessMonth; readonly k: number; readonly customers: number };

/** The same table from counts that SQL has made. Months in which nobody came need no count. */
export function cohortTableFromCounts(counts: Iterable<CohortCount>, end: BusinessDay): CohortTable {
  const byCohort = new Map<BusinessMonth, Map<number, number>>();
  for (const { cohort, k, customers } of counts) {
    const row = byCohort.get(cohort) ?? new Map<number, number>();
    byCohort.set(cohort, row.set(k, customers));
  }
  const endMonth = monthOf(end);
  const isCut = monthRange(endMonth).from < end;
  const cohorts = [...byCohort]
    .sort(([a], [b]) => a - b)
    .map(([month, row]) => ({
      month: formatDay(monthRange(month).from).slice(0, 7),
      size: row.get(0) ?? 0,
      cells: Array.from({ length: endMonth - month + (isCut ? 1 : 0) }, (_, k) =>
        month + k === endMonth ? null : (row.get(k) ?? 0),
      ),
    }));
  return { cohorts, columns: columnsOf(cohorts) };
}

/** Sums over the cohorts that have the column: not the mean of percentages, which weighs one person like sixty. */
function columnsOf(cohorts: readonly Cohort[]): readonly CohortColumn[] {
  const width = Math.max(0, ...cohorts.map((cohort) => cohort.cells.length));
  return Array.from({ length: width }, (_, k) => {
    let active = 0;
    let size = 0;
    for (const cohort of cohorts) {
      const cell = cohort.cells[k] ?? null;
      if (cell === null) continue;
      active += cell;
      size += cohort.size;
    }
    return { k, active, size, share: size === 0 ? null : active / size };
  });
}
