import { daysFromCivil } from './civil-date.ts';

const secondMs = 1000;
const dayMs = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/**
 * Milliseconds by which the wall clock of an IANA time zone is ahead of UTC at a moment (epoch milliseconds).
 * Throws a RangeError for an unknown zone. Costs microseconds; `business-day.ts` remembers the answers.
 */
export function zoneOffsetAt(atMs: number, timeZone: string): number {
  const second = Math.floor(atMs / secondMs) * secondMs;
  const read = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const part of formatterOf(timeZone).formatToParts(second)) {
    if (part.type in read) read[part.type as keyof typeof read] = Number(part.value);
  }
  const days = daysFromCivil(read.year, read.month, read.day);
  return days * dayMs + (read.hour * 3600 + read.minute * 60 + read.second) * secondMs - second;
}

/**
 * The first moment at which a zone's wall clock reaches the given reading (written as if it were UTC, in epoch
 * milliseconds). A reading that comes twice gives the first; one that the clocks jump over gives the end of the jump.
 */
export function wallClockStart(reading: number, timeZone: string): number {
  // No zone is more than a day away from UTC, so these two moments lie before and after the one in question.
  const before = zoneOffsetAt(reading - dayMs, timeZone);
  const after = zoneOffsetAt(reading + dayMs, timeZone);
  const early = reading - before;
  if (before === after) return early;
  if (zoneOffsetAt(early, timeZone) === before) return early;
  const late = reading - after;
  if (zoneOffsetAt(late, timeZone) === after) return late;
  return jumpBetween(late, early, timeZone);
}

/** The moment of the change of offset inside (from, to], by bisection. */
function jumpBetween(from: number, to: number, timeZone: string): number {
  const old = zoneOffsetAt(from, timeZone);
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffsetAt(middle, timeZone) === old) low = middle;
    else high = middle;
  }
  return high;
}
