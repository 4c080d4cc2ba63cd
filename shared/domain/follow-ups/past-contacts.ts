import type { BusinessDay } from '../business-day/business-day.ts';
import type { Because } from './because.ts';
import type { FollowUpOutcome, FollowUpReason } from './reasons.ts';

/** What became of a follow-up, as far as the list needs it; facts taken back are none. */
export interface PastFact {
  readonly factId: number;
  /** The person: for a merged entry the one kept. */
  readonly customerId: number;
  readonly reason: FollowUpReason;
  readonly outcome: FollowUpOutcome;
  readonly day: BusinessDay;
  /** When it comes back to the list; null = never. */
  readonly untilDay: BusinessDay | null;
  readonly promiseId: number | null;
  readonly because: Because;
  /** For a hint that waits for the next visit: it has been said. */
  readonly settled: boolean;
}

/** Outcomes that reached the person, so that they count for how often somebody may be turned to. */
export const contacts: readonly FollowUpOutcome[] = ['reached', 'willCome', 'leftMessage'];

/** After so many attempts without an answer it is left alone. */
export const mostAttempts = 3;

/**
 * How many times in a row nobody answered; any other outcome begins anew.
 * @param facts of one matter of one person, oldest first
 */
export function attemptsInARow(facts: readonly PastFact[]): number {
  const before = facts.findLastIndex((fact) => fact.outcome !== 'noAnswer' || fact.untilDay === null);
  return facts.length - 1 - before;
}

/** What may be asked of one person today, by what was before. */
export interface Standing {
  /** Not to be turned to at all, but for what was promised. */
  readonly leaveAlone: boolean;
  /** Was contacted within the gap, or often enough this month. */
  readonly capped: boolean;
  /** The fact that brings them back today because it was said so. */
  readonly returning: PastFact | null;
}

const lasting: readonly FollowUpOutcome[] = ['movedAway', 'doNotContact'];

/** Days of the month that the cap counts. */
const monthDays = 30;

/**
 * How it stands with a person on a day.
 * @param facts all of this person that stand, oldest first
 * @param lastDay day of their newest visit: whoever came again has not moved away
 */
export function standingOn(
  day: BusinessDay,
  facts: readonly PastFact[],
  lastDay: BusinessDay | null,
  caps: { readonly gapDays: number; readonly perMonth: number },
): Standing {
  const isOver = facts.some(
    (fact) =>
      lasting.includes(fact.outcome) &&
      !(fact.outcome === 'movedAway' && lastDay !== null && lastDay > fact.day),
  );
  const hintWaits = facts.some((fact) => fact.outcome === 'nextVisit' && !fact.settled);
  const newest = facts.findLast((fact) => fact.promiseId === null) ?? null;
  const waits = newest !== null && newest.untilDay !== null && newest.untilDay > day;
  const reached = facts.filter((fact) => contacts.includes(fact.outcome));
  const isRecent = reached.some((fact) => day - fact.day < caps.gapDays);
  const inMonth = reached.filter((fact) => day - fact.day < monthDays).length;
  const comesBack = newest !== null && newest.untilDay !== null && newest.untilDay <= day;
  return {
    leaveAlone: isOver || hintWaits || waits,
    capped: isRecent || inMonth >= caps.perMonth,
    returning: comesBack ? newest : null,
  };
}
