import type { BusinessDay } from '../business-day/business-day.ts';
import { type Interval, median, wilson } from '../statistics/index.ts';
import { classify, type RetentionFact } from './classify.ts';
import { type ActivityBounds, type ActivityWindow, activityBounds, type Period } from './period.ts';
import { type CustomerHistory, dayOrThrow, historiesOf, type RetentionVisit } from './visit-log.ts';

/**
 * The figures of a period (metrics.md §0 and §1). Always E = kept + R + N and S = kept + lapsed.
 * A rate without anybody in its denominator is null: no data, never 0 % or 100 %.
 */
export type Retention = {
  /** Active at the start. */
  readonly S: number;
  /** Active at the end. */
  readonly E: number;
  /** New in the period and active at its end. */
  readonly N: number;
  /** Reactivated: active at the end, not at the start, not new. */
  readonly R: number;
  readonly kept: number;
  readonly lapsed: number;
  /** First visit ever in the period, whether or not still active at its end. */
  readonly newInPeriod: number;
  /** Those of S with a visit inside the period. */
  readonly seenOfS: number;
  /** The headline: kept / S. */
  readonly retention: number | null;
  /** 95 % Wilson interval of the headline. */
  readonly retentionInterval: Interval | null;
  /** (E - N) / S: counts the reactivated as kept and can exceed 1. */
  readonly textbook: number | null;
  /** Customer-days with a visit in the period. */
  readonly visits: number;
  /** Customers seen in the period. */
  readonly customers: number;
  /** Those of them seen on two or more days. */
  readonly repeaters: number;
  /** repeaters / customers. */
  readonly repeatRate: number | null;
  /** visits / customers, and the median of the customers' visit days. */
  readonly frequencyMean: number | null;
  readonly frequencyMedian: number | null;
};

/** Counts classified customers into the figures of a period. The caller finds the facts: here from visits, or by SQL. */
export function retentionFromFacts(facts: Iterable<RetentionFact>, period: Period): Retention {
  const people = { kept: 0, lapsed: 0, new: 0, newLapsed: 0, reactivated: 0, passedThrough: 0, outside: 0 };
  const visitDays: number[] = [];
  let seenOfS = 0;
  for (const fact of facts) {
    people[classify(fact, period)] += 1;
    if (fact.visitDaysInPeriod === 0) continue;
    visitDays.push(fact.visitDaysInPeriod);
    if (fact.activeAtStart) seenOfS += 1;
  }
  const S = people.kept + people.lapsed;
  const E = people.kept + people.reactivated + people.new;
  const visits = visitDays.reduce((sum, days) => sum + days, 0);
  const repeaters = visitDays.filter((days) => days >= 2).length;
  return {
    S,
    E,
    N: people.new,
    R: people.reactivated,
    kept: people.kept,
    lapsed: people.lapsed,
    newInPeriod: people.new + people.newLapsed,
    seenOfS,
    retention: ratio(people.kept, S),
    retentionInterval: wilson(people.kept, S),
    textbook: textbookRetention(S, E, people.new),
    visits,
    customers: visitDays.length,
    repeaters,
    repeatRate: ratio(repeaters, visitDays.length),
    frequencyMean: ratio(visits, visitDays.length),
    frequencyMedian: median(visitDays),
  };
}

/** The textbook formula (E - N) / S; null when nobody was active at the start. */
export function textbookRetention(S: number, E: number, N: number): number | null {
  return ratio(E - N, S);
}

function ratio(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

export type RetentionQuestion = {
  /** First day of the period, "YYYY-MM-DD". */
  readonly start: string;
  /** The day after its last, "YYYY-MM-DD". */
  readonly end: string;
  /** Days without a visit after which somebody no longer counts as active, or 'previous-period'. */
  readonly window: ActivityWindow;
};

/**
 * Retention straight from a visit log: the definition that faster paths are checked against.
 * Throws a RangeError for a day that is no date, an empty period or an impossible window.
 */
export function retention(visits: Iterable<RetentionVisit>, question: RetentionQuestion): Retention {
  const period: Period = { start: dayOrThrow(question.start), end: dayOrThrow(question.end) };
  return retentionFromFacts(factsFromVisits(visits, period, question.window), period);
}

/** What each customer of a visit log did around a period, in order of appearance. */
export function factsFromVisits(
  visits: Iterable<RetentionVisit>,
  period: Period,
  window: ActivityWindow,
): readonly RetentionFact[] {
  const bounds = activityBounds(period, window);
  return historiesOf(visits).map((history) => factOf(history, period, bounds));
}

/** What one customer did around a period. */
export function factOf(
  { customerId, firstDay, days }: Pick<CustomerHistory, 'customerId' | 'firstDay' | 'days'>,
  period: Period,
  { startFrom, endFrom }: ActivityBounds,
): RetentionFact {
  const countBetween = (from: BusinessDay, to: BusinessDay) =>
    days.filter((day) => day >= from && day < to).length;
  return {
    customerId,
    firstDay,
    activeAtStart: countBetween(startFrom, period.start) > 0,
    activeAtEnd: countBetween(endFrom, period.end) > 0,
    visitDaysInPeriod: countBetween(period.start, period.end),
  };
}
