import {
  type BusinessDay,
  businessDay,
  businessMonth,
  monthOf,
  monthRange,
} from '../business-day/business-day.ts';
import type { CareRule } from './privacy-rules.ts';

/** The same day so many months later, or the last of that month where it has no such day. */
export function addMonths(day: BusinessDay, months: number): BusinessDay {
  const own = monthRange(monthOf(day));
  const other = monthRange(businessMonth(monthOf(day) + months));
  return businessDay(Math.min(other.from + (day - own.from), other.to - 1));
}

/** The first day of the month of a day. */
export const firstOfMonth = (day: BusinessDay): BusinessDay => monthRange(monthOf(day)).from;

/** Whether a note about a day is old. */
export function isOld(made: BusinessDay, { months }: CareRule, today: BusinessDay): boolean {
  return months !== null && addMonths(made, months) <= today;
}

/** Months in which the till says that a note is old before it goes. */
export const noticeMonths = 1;

/** Notes about this day and earlier ones go on a day; null = none do. */
export function notesGoUntil({ months }: CareRule, today: BusinessDay): BusinessDay | null {
  return months === null ? null : addMonths(firstOfMonth(today), -(months + noticeMonths));
}

/**
 * The day of the next monthly run: the first of the month after the last one, or today when that is over. A shop in
 * which none ever ran waits for the next month, so that nobody is forgotten whom nobody could see on the list.
 * @param last day of the last run; null = never
 */
export function nextRun(last: BusinessDay | null, today: BusinessDay): BusinessDay {
  const next = monthRange(businessMonth(monthOf(last ?? today) + 1)).from;
  return businessDay(Math.max(next, today));
}

/** Whoever was last here before this day is forgotten by a run of this day's month. */
export function seenBefore(run: BusinessDay, inactiveMonths: number): BusinessDay {
  return addMonths(firstOfMonth(run), -inactiveMonths);
}
