import type { BusinessDay } from '../business-day/business-day.ts';
import type { Period } from './period.ts';

export type CustomerId = string | number;

/** What retention needs to know about one customer and one period; computed from visits here or by SQL elsewhere. */
export type RetentionFact = {
  readonly customerId: CustomerId;
  /** Day of the first visit ever; an imported "customer since" counts as one. */
  readonly firstDay: BusinessDay;
  readonly activeAtStart: boolean;
  readonly activeAtEnd: boolean;
  /** Days inside the period with a visit. */
  readonly visitDaysInPeriod: number;
};

/**
 * What became of a customer in a period. Exactly one applies:
 * - kept: active at the start and at the end
 * - lapsed: active at the start, no longer at the end
 * - new: first visit ever in the period, active at the end
 * - newLapsed: first visit ever in the period, no longer active at its end (only when the window is shorter than it)
 * - reactivated: active at the end, not at the start, not new
 * - passedThrough: neither active at the start nor at the end nor new, yet seen in between (short windows again)
 * - outside: none of this
 */
export type RetentionClass =
  | 'kept'
  | 'lapsed'
  | 'new'
  | 'newLapsed'
  | 'reactivated'
  | 'passedThrough'
  | 'outside';

/** The one classification all retention figures and the names behind them rest on. */
export function classify(fact: RetentionFact, period: Period): RetentionClass {
  if (fact.activeAtStart) return fact.activeAtEnd ? 'kept' : 'lapsed';
  const isNew = fact.firstDay >= period.start && fact.firstDay < period.end;
  if (isNew) return fact.activeAtEnd ? 'new' : 'newLapsed';
  if (fact.activeAtEnd) return 'reactivated';
  return fact.visitDaysInPeriod > 0 ? 'passedThrough' : 'outside';
}

/** The figures of a retention report that are counts of people, each with names behind it. */
export type RetentionGroup =
  | 'S'
  | 'E'
  | 'N'
  | 'R'
  | 'kept'
  | 'lapsed'
  | 'newInPeriod'
  | 'seenOfS'
  | 'customers'
  | 'repeaters';

/** Whether a customer is one of the people behind a figure. */
export function isInGroup(fact: RetentionFact, period: Period, group: RetentionGroup): boolean {
  const what = classify(fact, period);
  switch (group) {
    case 'S':
      return what === 'kept' || what === 'lapsed';
    case 'E':
      return what === 'kept' || what === 'new' || what === 'reactivated';
    case 'N':
      return what === 'new';
    case 'R':
      return what === 'reactivated';
    case 'kept':
    case 'lapsed':
      return what === group;
    case 'newInPeriod':
      return what === 'new' || what === 'newLapsed';
    case 'seenOfS':
      return fact.activeAtStart && fact.visitDaysInPeriod > 0;
    case 'customers':
      return fact.visitDaysInPeriod > 0;
    case 'repeaters':
      return fact.visitDaysInPeriod >= 2;
  }
}
