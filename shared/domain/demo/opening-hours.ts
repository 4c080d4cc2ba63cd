import {
  addDays,
  type BusinessDay,
  businessDayRange,
  formatDay,
  momentOf,
  type ShopCalendar,
  weekdayOf,
} from '../business-day/business-day.ts';
import type { DayPart } from './catalogue.ts';
import type { SeededRandom } from './seeded-random.ts';

/** When a made-up shop is open. Minutes count from midnight of the business day's date and may pass 24:00. */
export interface OpeningHours {
  readonly open: number;
  readonly close: number;
  readonly isClosedOn: (day: BusinessDay) => boolean;
}

const dayMinutes = 1440;
const minuteMs = 60_000;
/** Earlier than this after opening, the till would have nothing to show yet. */
const fewestMinutesOpen = 20;

const usualHours = {
  cafe: { open: 450, close: 1110 },
  other: { open: 450, close: 1110 },
  salon: { open: 540, close: 1140 },
} as const;

const holidays = new Set(['12-24', '12-25', '12-26', '01-01']);

/** The minute of the business day at a moment: 25 h after midnight of its date is 1500. */
export function minuteInDay(at: number, day: BusinessDay, calendar: ShopCalendar): number {
  const { start } = businessDayRange(day, calendar);
  return calendar.cutoffMinutes + Math.floor((at - start) / minuteMs);
}

/** The moment of a minute of a business day, inside that day also where the clocks change. */
export function momentInDay(day: BusinessDay, minute: number, calendar: ShopCalendar): number {
  const { start, end } = businessDayRange(day, calendar);
  const at =
    end - start === dayMinutes * minuteMs
      ? start + (minute - calendar.cutoffMinutes) * minuteMs
      : momentOf(addDays(day, Math.floor(minute / dayMinutes)), minute % dayMinutes, calendar);
  return Math.min(Math.max(at, start), end - minuteMs);
}

/**
 * The hours of a made-up shop. A demo is looked at in the evening and on Sundays too: then the shop is one that opens
 * later or on that day, so that its till is never asleep.
 */
export function demoOpeningHours(
  kind: 'cafe' | 'salon' | 'other',
  today: BusinessDay,
  nowMinute: number,
  calendar: ShopCalendar,
): OpeningHours {
  const usual = usualHours[kind];
  const length = usual.close - usual.open;
  const isOpenNow = nowMinute >= usual.open + fewestMinutesOpen && nowMinute <= usual.close;
  const wanted = isOpenNow ? usual.open : Math.floor((nowMinute - 180) / 30) * 30;
  const latest = calendar.cutoffMinutes + dayMinutes - length;
  const open = Math.min(Math.max(wanted, calendar.cutoffMinutes), latest);
  const weekday = weekdayOf(today);
  const freeDays = kind === 'salon' ? [7, 1] : [7];
  const closed = freeDays.includes(weekday) ? [(weekday % 7) + 1] : freeDays;
  return {
    open,
    close: open + length,
    isClosedOn: (day) =>
      day !== today && (closed.includes(weekdayOf(day)) || holidays.has(formatDay(day).slice(5))),
  };
}

/** Part of the day a minute belongs to. */
export function dayPartOf(minute: number, hours: OpeningHours): DayPart {
  const since = minute - hours.open;
  if (since < 195) return 'morning';
  return since < 390 ? 'midday' : 'afternoon';
}

const peaks = [
  { since: 65, deviation: 38, weight: 45 },
  { since: 275, deviation: 38, weight: 25 },
  { since: 430, deviation: 75, weight: 30 },
] as const;

/** A minute at which somebody comes in: a café fills in three waves, a salon evenly, every quarter of an hour. */
export function arrivalMinute(
  random: SeededRandom,
  kind: 'cafe' | 'salon' | 'other',
  hours: OpeningHours,
): number {
  if (kind === 'salon') return hours.open + random.between(1, (hours.close - hours.open) / 15 - 1) * 15;
  const peak = random.weighted(peaks, (one) => one.weight);
  return withinHours(hours.open + random.normal(peak.since, peak.deviation), hours);
}

/** The nearest whole minute at which the shop is open. */
export function withinHours(minute: number, hours: OpeningHours): number {
  return Math.min(Math.max(Math.round(minute), hours.open), hours.close - 1);
}
