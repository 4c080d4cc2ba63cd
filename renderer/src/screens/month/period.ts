import {
  addDays,
  type BusinessMonth,
  businessMonth,
  formatDay,
  monthOf,
  monthRange,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';

export type PeriodKind = 'month' | 'quarter';

/** A calendar month or quarter; `first` is its first month. */
export interface Period {
  readonly kind: PeriodKind;
  readonly first: BusinessMonth;
}

/** First and last day with a visit, and the shop's day now, as `reports.span` answers. */
export interface Span {
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly today: string;
}

const monthsIn = (kind: PeriodKind): number => (kind === 'month' ? 1 : 3);

const dayNumber = (day: string) => {
  const parsed = parseDay(day);
  if (parsed === null) throw new RangeError(`Not a day: ${day}`);
  return parsed;
};

/** The period of that kind a month lies in. */
const periodOfMonth = (kind: PeriodKind, month: number): Period => ({
  kind,
  first: businessMonth(month - (month % monthsIn(kind))),
});

/** The period of that kind a day (`YYYY-MM-DD`) lies in. Throws a RangeError for what is no day. */
export const periodOf = (kind: PeriodKind, day: string): Period =>
  periodOfMonth(kind, monthOf(dayNumber(day)));

/** Reads "2023-10" or "2023-Q4"; null for anything else. */
export const parsePeriod = (text: string): Period | null => {
  const match = /^(\d{4})-(?:Q([1-4])|(0[1-9]|1[0-2]))$/.exec(text);
  if (match === null) return null;
  const year = Number(match[1]);
  if (year < 2) return null;
  return match[2] === undefined
    ? { kind: 'month', first: businessMonth(year * 12 + Number(match[3]) - 1) }
    : { kind: 'quarter', first: businessMonth(year * 12 + (Number(match[2]) - 1) * 3) };
};

/** The inverse of {@link parsePeriod}: how a period is written in the address. */
export const formatPeriod = ({ kind, first }: Period): string => {
  const year = String(Math.floor(first / 12)).padStart(4, '0');
  const month = (first % 12) + 1;
  return kind === 'month' ? `${year}-${String(month).padStart(2, '0')}` : `${year}-Q${(month + 2) / 3}`;
};

/** First day of the period and of the one after it (exclusive), `YYYY-MM-DD`. */
export const periodDays = ({ kind, first }: Period): { readonly from: string; readonly to: string } => ({
  from: formatDay(monthRange(first).from),
  to: formatDay(monthRange(businessMonth(first + monthsIn(kind) - 1)).to),
});

/** The last day that still belongs to the period. */
export const lastDayOf = (period: Period): string => formatDay(addDays(dayNumber(periodDays(period).to), -1));

/** The period that many steps later (earlier when negative). */
export const stepPeriod = (period: Period, steps: number): Period => ({
  kind: period.kind,
  first: businessMonth(period.first + steps * monthsIn(period.kind)),
});

/** Whole days until the period is over, 0 when it is over. */
export const daysToGo = (period: Period, today: string): number =>
  Math.max(0, dayNumber(periodDays(period).to) - dayNumber(today));

/** Periods there is something to say about: from the first visit to today; null before the first visit. */
export const offeredPeriods = (
  kind: PeriodKind,
  span: Span,
): { readonly first: Period; readonly last: Period } | null =>
  span.firstDay === null
    ? null
    : { first: periodOf(kind, span.firstDay), last: periodOf(kind, laterOf(span.today, span.lastDay)) };

const laterOf = (a: string, b: string | null): string => (b !== null && b > a ? b : a);

/**
 * What to open first: the last finished period in which the shop has visits, so that nobody meets a half
 * month; the first one while nothing is finished yet. Null before the first visit.
 */
export const openingPeriod = (kind: PeriodKind, span: Span): Period | null => {
  const offered = offeredPeriods(kind, span);
  if (offered === null || span.lastDay === null) return null;
  const finished = stepPeriod(periodOf(kind, span.today), -1).first;
  const withVisits = periodOf(kind, span.lastDay).first;
  const first = Math.max(offered.first.first, Math.min(finished, withVisits));
  return { kind, first: businessMonth(first) };
};

/** Keeps a period inside what is offered. */
export const clampPeriod = (period: Period, span: Span): Period | null => {
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
