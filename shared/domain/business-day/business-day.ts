import { civilFromDays, daysFromCivil, isCivilDate } from './civil-date.ts';
import { wallClockStart, zoneOffsetAt } from './zone-offset.ts';

declare const dayBrand: unique symbol;
declare const monthBrand: unique symbol;

/** Days since 1970-01-01 on the shop's calendar; the day of a visit after the cut-off has been applied. */
export type BusinessDay = number & { readonly [dayBrand]: 'BusinessDay' };

/** A calendar month of business days: year * 12 + month - 1. */
export type BusinessMonth = number & { readonly [monthBrand]: 'BusinessMonth' };

/**
 * What turns a moment into a business day: an IANA time zone and the wall-clock minute at which the day begins
 * (240 = 04:00, so that a bar's 01:30 still belongs to the evening before).
 */
export type ShopCalendar = { readonly timeZone: string; readonly cutoffMinutes: number };

const minuteMs = 60_000;
const dayMs = 86_400_000;
const earliestDay = daysFromCivil(1, 1, 1);
const latestDay = daysFromCivil(9999, 12, 31);

/** Takes a day number as a business day; throws a RangeError unless it is an integer between the years 1 and 9999. */
export function businessDay(days: number): BusinessDay {
  if (!isBusinessDay(days)) throw new RangeError(`Not a business day: ${days}`);
  return days;
}

function isBusinessDay(days: number): days is BusinessDay {
  return Number.isInteger(days) && days >= earliestDay && days <= latestDay;
}

/** Takes year * 12 + month - 1 as a month; throws a RangeError unless it is an integer between the years 1 and 9999. */
export function businessMonth(months: number): BusinessMonth {
  if (!isBusinessMonth(months)) throw new RangeError(`Not a business month: ${months}`);
  return months;
}

function isBusinessMonth(months: number): months is BusinessMonth {
  return Number.isInteger(months) && months >= 12 && months <= 9999 * 12 + 11;
}

/** Reads "YYYY-MM-DD"; null for anything else, also for dates that do not exist. */
export function parseDay(text: string): BusinessDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return null;
  return dayOfDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day of a Gregorian date (month 1..12); null when there is no such date. */
export function dayOfDate(year: number, month: number, day: number): BusinessDay | null {
  return isCivilDate(year, month, day) ? businessDay(daysFromCivil(year, month, day)) : null;
}

/** Writes a day as "YYYY-MM-DD". */
export function formatDay(day: BusinessDay): string {
  const date = civilFromDays(day);
  return `${String(date.year).padStart(4, '0')}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** The day that many days later (earlier when negative). */
export function addDays(day: BusinessDay, days: number): BusinessDay {
  return businessDay(day + days);
}

/** The calendar month of a day. */
export function monthOf(day: BusinessDay): BusinessMonth {
  const date = civilFromDays(day);
  return businessMonth(date.year * 12 + date.month - 1);
}

/** The days of a month, half-open: from its first day up to, without, the first day of the next month. */
export function monthRange(month: BusinessMonth): { readonly from: BusinessDay; readonly to: BusinessDay } {
  return { from: firstDayOf(month), to: businessDay(firstDayOf(month + 1)) };
}

function firstDayOf(month: number): BusinessDay {
  return businessDay(daysFromCivil(Math.floor(month / 12), (month % 12) + 1, 1));
}

/** ISO weekday: 1 = Monday ... 7 = Sunday. */
export function weekdayOf(day: BusinessDay): number {
  // 1970-01-01 was a Thursday.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/**
 * The first and last moment of a business day in epoch milliseconds, half-open. A day is 24 hours long except where the
 * clocks change (23, 25, in a few zones 23.5). It starts when the wall clock first reaches the cut-off on that date; a
 * cut-off that the clocks jump over starts right after the jump. So consecutive days always touch.
 * Throws a RangeError for an unknown time zone or a cut-off outside 0..1439.
 */
export function businessDayRange(
  day: BusinessDay,
  calendar: ShopCalendar,
): { readonly start: number; readonly end: number } {
  const memory = memoryOf(calendar);
  return { start: startOf(day, memory), end: startOf(day + 1, memory) };
}

/**
 * The business day a moment (epoch milliseconds) belongs to.
 * Throws a RangeError for an unknown time zone, a cut-off outside 0..1439 or a moment that is not a finite number.
 */
export function businessDayAt(atMs: number, calendar: ShopCalendar): BusinessDay {
  return resolve(atMs, memoryOf(calendar)).day;
}

/** Minutes since local midnight on the wall clock, 0..1439, whatever the cut-off. */
export function minuteOfDay(atMs: number, calendar: ShopCalendar): number {
  const local = atMs + offsetAt(atMs, calendar);
  return Math.floor((local - Math.floor(local / dayMs) * dayMs) / minuteMs);
}

/** The date on the wall clock at a moment, without the cut-off: what a calendar on the wall shows. */
export function calendarDayOf(atMs: number, calendar: ShopCalendar): BusinessDay {
  return businessDay(Math.floor((atMs + offsetAt(atMs, calendar)) / dayMs));
}

/** The moment (epoch milliseconds) at which the wall clock first shows that minute (0..1439) of that calendar date. */
export function momentOf(day: BusinessDay, minute: number, calendar: ShopCalendar): number {
  return wallClockStart(day * dayMs + minute * minuteMs, calendar.timeZone);
}

type DayWindow = {
  readonly day: BusinessDay;
  readonly start: number;
  readonly end: number;
  /** The zone's offset, when it is the same all through the day; null on days on which the clocks change. */
  readonly offset: number | null;
};

/**
 * Resolving a moment through Intl costs microseconds, and the till, the imports and the generators ask millions of
 * times. So each calendar remembers the day it resolved last and where the days it met begin: a pure function's table.
 */
type CalendarMemory = {
  readonly timeZone: string;
  readonly cutoffMs: number;
  readonly starts: Map<number, number>;
  last: DayWindow | null;
};

/** Twenty-two years of days; beyond that the table starts over, so that no caller can grow it for ever. */
const rememberedDays = 8192;
const memories = new Map<string, Map<number, CalendarMemory>>();

function memoryOf(calendar: ShopCalendar): CalendarMemory {
  return memories.get(calendar.timeZone)?.get(calendar.cutoffMinutes) ?? newMemory(calendar);
}

function newMemory({ timeZone, cutoffMinutes }: ShopCalendar): CalendarMemory {
  if (!Number.isInteger(cutoffMinutes) || cutoffMinutes < 0 || cutoffMinutes > 1439) {
    throw new RangeError(`A day's cut-off lies between 0 and 1439 minutes: ${cutoffMinutes}`);
  }
  zoneOffsetAt(0, timeZone); // throws here, once, when there is no such zone
  const memory: CalendarMemory = {
    timeZone,
    cutoffMs: cutoffMinutes * minuteMs,
    starts: new Map(),
    last: null,
  };
  const ofZone = memories.get(timeZone) ?? new Map<number, CalendarMemory>();
  ofZone.set(cutoffMinutes, memory);
  memories.set(timeZone, ofZone);
  return memory;
}

function startOf(day: number, memory: CalendarMemory): number {
  const known = memory.starts.get(day);
  if (known !== undefined) return known;
  const start = wallClockStart(day * dayMs + memory.cutoffMs, memory.timeZone);
  if (memory.starts.size >= rememberedDays) memory.starts.clear();
  memory.starts.set(day, start);
  return start;
}

function resolve(atMs: number, memory: CalendarMemory): DayWindow {
  const { last } = memory;
  if (last !== null && atMs >= last.start && atMs < last.end) return last;
  if (!Number.isFinite(atMs)) throw new RangeError(`Not a moment: ${atMs}`);
  // The cut-off alone is at most a day and a half off; the two loops settle it.
  let day = Math.floor((atMs - memory.cutoffMs) / dayMs);
  while (startOf(day, memory) > atMs) day -= 1;
  while (startOf(day + 1, memory) <= atMs) day += 1;
  const start = startOf(day, memory);
  const end = startOf(day + 1, memory);
  // The clocks change on a day exactly when it is not 24 hours long.
  const offset = end - start === dayMs ? day * dayMs + memory.cutoffMs - start : null;
  const window: DayWindow = { day: businessDay(day), start, end, offset };
  memory.last = window;
  return window;
}

function offsetAt(atMs: number, calendar: ShopCalendar): number {
  return resolve(atMs, memoryOf(calendar)).offset ?? zoneOffsetAt(atMs, calendar.timeZone);
}
