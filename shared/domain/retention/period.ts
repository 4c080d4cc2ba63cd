import {
  addDays,
  type BusinessDay,
  businessDay,
  businessMonth,
  monthOf,
  monthRange,
} from '../business-day/business-day.ts';

/** The days `[start, end)` a report is about. */
export type Period = { readonly start: BusinessDay; readonly end: BusinessDay };

/**
 * What "active" means (metrics.md §0): a visit in the last so many days, or, with 'previous-period', a visit in the
 * calendar period itself: active at the start = seen in the period before, active at the end = seen in this one.
 */
export type ActivityWindow = number | 'previous-period';

/** Where the two windows of activity begin: they are `[startFrom, start)` and `[endFrom, end)`. */
export type ActivityBounds = { readonly startFrom: BusinessDay; readonly endFrom: BusinessDay };

/**
 * The windows in which a visit makes somebody active at the start and at the end of a period.
 * Throws a RangeError for an empty period or a window that is not a whole number of days >= 1.
 */
export function activityBounds(period: Period, window: ActivityWindow): ActivityBounds {
  if (period.end <= period.start) throw new RangeError('A period ends after it starts');
  if (window === 'previous-period') return { startFrom: previousPeriod(period).start, endFrom: period.start };
  if (!Number.isInteger(window) || window < 1) throw new RangeError(`Not an activity window: ${window} days`);
  return { startFrom: addDays(period.start, -window), endFrom: addDays(period.end, -window) };
}

/** The period before: as many whole months for a period of whole months, else as many days. */
export function previousPeriod({ start, end }: Period): Period {
  const first = monthOf(start);
  const afterLast = monthOf(end);
  const wholeMonths = monthRange(first).from === start && monthRange(afterLast).from === end;
  if (!wholeMonths) return { start: businessDay(start - (end - start)), end: start };
  return { start: monthRange(businessMonth(first - (afterLast - first))).from, end: start };
}
