import { type FollowUpReason, followUpReasons } from './reasons.ts';

/** What the owner decides about the list of the day. Promises are always on it. */
export interface ListSettings {
  /** People a day, promises and those who come back to the list not counted. */
  readonly perDay: number;
  readonly reasons: readonly FollowUpReason[];
  /** Birthdays so many days ahead. */
  readonly birthdayDays: number;
  /** Days after the first visit, if they have not come again by then. */
  readonly firstVisitDays: number;
  /** After something of a category was bought, so many days later. */
  readonly afterItems: readonly { readonly category: string; readonly days: number }[];
  /** What ends within so many days. */
  readonly expiringDays: number;
  /** The best customers not seen for so many days. */
  readonly silentDays: number;
  /** Nobody twice within so many days. */
  readonly gapDays: number;
  /** And nobody more often than this in 30 days. */
  readonly perMonth: number;
}

/**
 * What a new shop begins with. A salon is visited every few weeks: it asks after a treatment, and what looks like silence
 * in a café is the usual time between two appointments there.
 */
export function usualListSettings(kind: 'cafe' | 'salon' | 'other'): ListSettings {
  const isSalon = kind === 'salon';
  return {
    perDay: 15,
    reasons: followUpReasons,
    birthdayDays: isSalon ? 7 : 3,
    firstVisitDays: isSalon ? 21 : 7,
    afterItems: [],
    expiringDays: isSalon ? 30 : 14,
    silentDays: isSalon ? 90 : 30,
    gapDays: 14,
    perMonth: 2,
  };
}
