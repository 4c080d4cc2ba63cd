import {
  addDays,
  type BusinessMonth,
  businessMonth,
  formatDay,
  monthOf,
  monthRange,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';

export type PeriodKind = 'month' | 'quarter' | 'year';

/** A calendar month, quarter or year; `first` is its first month. */
export interface CalendarPeriod {
  readonly kind: PeriodKind;
  readonly first: BusinessMonth;
}

/** Any days, `[from, to)`, `YYYY-MM-DD`. */
export interface FreeRange {
  readonly kind: 'range';
  readonly from: string;
  readonly to: string;
}

export type Period = CalendarPeriod | FreeRange;

/** First and last day with a visit, and the shop's day now, as `reports.span` answers. */
export interface Span {
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly today: string;
}

const monthsIn = (kind: PeriodKind): number => ({ month: 1, quarter: 3, year: 12 })[kind];

const dayNumber = (day: string) => {
  const parsed = parseDay(day);
  if (parsed === null) throw new RangeError(`Not a day: ${day}`);
  return parsed;
};

/** The period of that kind a month lies in. */
const periodOfMonth = (kind: PeriodKind, month: number): CalendarPeriod => ({
  kind,
  first: businessMonth(month - (month % monthsIn(kind))),
});

/** The period of that kind a day (`YYYY-MM-DD`) lies in. Throws a RangeError for what is no day. */
export const periodOf = (kind: PeriodKind, day: string): CalendarPeriod =>
  periodOfMonth(kind, monthOf(dayNumber(day)));

/** The days from one to another, both included; null when they are no days or the wrong way round. */
export const freeRange = (first: string, last: string): FreeRange | null => {
  const from = parseDay(first);
  const until = parseDay(last);
  if (from === null || until === null || until < from || from < dayNumber('0002-01-01')) return null;
  return { kind: 'range', from: formatDay(from), to: formatDay(addDays(until, 1)) };
};

/** Reads "2023-10", "2023-Q4", "2023" or "2023-10-05..2023-11-20"; null for anything else. */
export const parsePeriod = (text: string): Period | null => {
  const [first, last, ...rest] = text.split('..');
  if (first !== undefined && last !== undefined) return rest.length > 0 ? null : freeRange(first, last);
  const match = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  if (year < 2) return null;
  if (match[2] !== undefined) {
    return { kind: 'quarter', first: businessMonth(year * 12 + (Number(match[2]) - 1) * 3) };
  }
  return match[3] === undefined
    ? { kind: 'year', first: businessMonth(year * 12) }
    : { kind: 'month', first: businessMonth(year * 12 + Number(match[3]) - 1) };
};

/** The number of a month "2023-10". Throws a RangeError for what is no month. */
export const monthNumber = (month: string): BusinessMonth => monthOf(dayNumber(`${month}-01`));

/** The inverse of {@link parsePeriod}: how a period is written in the address. */
export const formatPeriod = (period: Period): string => {
  if (period.kind === 'range') return `${period.from}..${lastDayOf(period)}`;
  const { kind, first } = period;
  const year = String(Math.floor(first / 12)).padStart(4, '0');
  const month = (first % 12) + 1;
  if (kind === 'year') return year;
  return kind === 'month' ? `${year}-${String(month).padStart(2, '0')}` : `${year}-Q${(month + 2) / 3}`;
};

/** First day of the period and of the one after it (exclusive), `YYYY-MM-DD`. */
export const periodDays = (period: Period): { readonly from: string; readonly to: string } => {
  if (period.kind === 'range') return { from: period.from, to: period.to };
  return {
    from: formatDay(monthRange(period.first).from),
    to: formatDay(monthRange(businessMonth(period.first + monthsIn(period.kind) - 1)).to),
  };
};

/** How many days a period has. */
export const lengthOf = (period: Period): number => {
  const { from, to } = periodDays(period);
  return dayNumber(to) - dayNumber(from);
};

/** The last day that still belongs to the period. */
export const lastDayOf = (period: Period): string => formatDay(addDays(dayNumber(periodDays(period).to), -1));

const stepCalendar = (period: CalendarPeriod, steps: number): CalendarPeriod => ({
  kind: period.kind,
  first: businessMonth(period.first + steps * monthsIn(period.kind)),
});

/** The period that many steps later (earlier when negative); free days move by their own length. */
export const stepPeriod = (period: Period, steps: number): Period => {
  if (period.kind !== 'range') return stepCalendar(period, steps);
  const moved = (day: string) => formatDay(addDays(dayNumber(day), steps * lengthOf(period)));
  return { kind: 'range', from: moved(period.from), to: moved(period.to) };
};

/** All periods of a kind there is something to say about, the latest first. */
export const periodsBack = (kind: PeriodKind, span: Span): readonly CalendarPeriod[] => {
  const offered = offeredPeriods(kind, span);
  if (offered === null) return [];
  const count = Math.floor((offered.last.first - offered.first.first) / monthsIn(kind)) + 1;
  return Array.from({ length: count }, (_, index) => stepCalendar(offered.last, -index));
};

/** Whole days until the period is over, 0 when it is over. */
export const daysToGo = (period: Period, today: string): number =>
  Math.max(0, dayNumber(periodDays(period).to) - dayNumber(today));

/** Periods there is something to say about: from the first visit to today; null before the first visit. */
export const offeredPeriods = (
  kind: PeriodKind,
  span: Span,
): { readonly first: CalendarPeriod; readonly last: CalendarPeriod } | null =>
  span.firstDay === null
    ? null
    : { first: periodOf(kind, span.firstDay), last: periodOf(kind, laterOf(span.today, span.lastDay)) };

const laterOf = (a: string, b: string | null): string => (b !== null && b > a ? b : a);

/** True when the shop has had, or may still have, a visit in the period. */
export const isOffered = (period: Period, span: Span): boolean => {
  if (span.firstDay === null) return false;
  const { from, to } = periodDays(period);
  return to > span.firstDay && from <= laterOf(span.today, span.lastDay);
};

/**
 * What to open first: the last finished period in which the shop has visits, so that nobody meets a half
 * month; the first one while nothing is finished yet. Null before the first visit.
 */
export const openingPeriod = (kind: PeriodKind, span: Span): CalendarPeriod | null => {
  const offered = offeredPeriods(kind, span);
  if (offered === null || span.lastDay === null) return null;
  const finished = stepCalendar(periodOf(kind, span.today), -1).first;
  const withVisits = periodOf(kind, span.lastDay).first;
  const first = Math.max(offered.first.first, Math.min(finished, withVisits));
  return { kind, first: businessMonth(first) };
};

/** Keeps a period inside what is offered. */
export const clampPeriod = (period: Period, span: Span): Period | null => {
  if (period.kind === 'range') return isOffered(period, span) ? period : openingPeriod('month', span);
  const offered = offeredPeriods(period.kind, span);
  if (offered === null) return null;
  const first = Math.min(Math.max(period.first, offered.first.first), offered.last.first);
  return { kind: period.kind, first: businessMonth(first) };
};

/**
 * True when the shop's record begins inside the window before the period's start: people who came before
 * the record are missing from S, so the figure starts from too few.
 */
export const recordTooShort = (period: Period, windowDays: number, firstDay: string): boolean =>
  dayNumber(firstDay) > dayNumber(periodDays(period).from) - windowDays;
