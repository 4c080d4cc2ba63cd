import type { BusinessDay } from '../business-day/business-day.ts';

/** Silent for longer than this, in days: lost (metrics.md §0). */
export const lostAfterDays = 365;

/** What a person's standing rests on. */
export type StandingFact = {
  readonly lastDay: BusinessDay;
  /** Median of the own gaps in days (`rhythmOf`); null with fewer than three gaps. */
  readonly rhythm: number | null;
  /** The day they told us that they will not come any more; null: never said so. */
  readonly toldUsOn: BusinessDay | null;
};

/**
 * A person's standing (metrics.md §0), always a guess from silence unless they told us:
 * - active: silent for at most max(3 x own rhythm, W) days
 * - lapsed: for longer
 * - lost: told us and did not come since, or silent for more than 365 days
 */
export type Standing =
  | { readonly kind: 'active' | 'lapsed'; readonly silentDays: number; readonly limit: number }
  | { readonly kind: 'lost'; readonly silentDays: number; readonly because: 'toldUs' | 'silence' };

/**
 * Standing at the start of a day; `window` is W in days. Without a rhythm of their own people are measured by W.
 * Somebody who came back after telling us counts by their visits again.
 */
export function standingOf(fact: StandingFact, today: BusinessDay, window: number): Standing {
  const silentDays = today - fact.lastDay;
  if (fact.toldUsOn !== null && fact.toldUsOn >= fact.lastDay) {
    return { kind: 'lost', silentDays, because: 'toldUs' };
  }
  if (silentDays > lostAfterDays) return { kind: 'lost', silentDays, because: 'silence' };
  const limit = Math.max(3 * (fact.rhythm ?? 0), window);
  return { kind: silentDays > limit ? 'lapsed' : 'active', silentDays, limit };
}
