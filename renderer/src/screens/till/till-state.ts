import type { TillPreferences } from '#shared/contract/settings.ts';
import { type Entry, emptyEntry } from './entry.ts';
import type { TillAction } from './till-actions.ts';
import { idle, type Panel, type Person } from './till-panels.ts';
import type { Write } from './till-write.ts';

/** What the shop decided about amounts. */
export type TillRules = Pick<TillPreferences, 'amountRule' | 'largestWithoutQuestion'>;

/**
 * What has to be answered before the visit is written: the amount, whether so large an amount is meant, the
 * name of a new customer, their first answer, their birthday.
 */
export type Question = 'amount' | 'large' | 'name' | 'membership' | 'birthday';

/** A line about what just happened beside the panel. */
export type Notice =
  | { readonly kind: 'notCheckedIn'; readonly name: string }
  | { readonly kind: 'cardGiven'; readonly name: string; readonly code: string }
  | { readonly kind: 'cardBlocked'; readonly person: Person; readonly code: string }
  | { readonly kind: 'noteSaved'; readonly name: string }
  | { readonly kind: 'undone'; readonly name: string | null; readonly amount: number | null }
  | { readonly kind: 'moved'; readonly name: string | null }
  | { readonly kind: 'failed'; readonly failure: unknown };

/** Everything the till screen shows that does not come from the shop's file. */
export interface TillState {
  readonly rules: TillRules;
  readonly panel: Panel;
  readonly entry: Entry;
  readonly question: Question | null;
  /** The write under way or the one that failed; at most one. */
  readonly write: Write | null;
  readonly notice: Notice | null;
  /** The visit of today whose actions are shown. */
  readonly selectedVisitId: number | null;
  /** What was done while a write was under way; happens when it is settled. */
  readonly queued: readonly TillAction[];
}

/** The till as it opens: nobody there, nothing entered. */
export const initialTill = (rules: TillRules): TillState => ({
  rules,
  panel: idle,
  entry: emptyEntry,
  question: null,
  write: null,
  notice: null,
  selectedVisitId: null,
  queued: [],
});

/** The same till with another panel in the middle; questions and news of the panel before are over. */
export const withPanel = (state: TillState, panel: Panel): TillState => ({
  ...state,
  panel,
  question: null,
  notice: null,
  selectedVisitId: null,
  write: state.write?.status === 'sending' ? state.write : null,
});

/** Whether a write is on its way, so that nothing else may be written. */
export const isSending = (state: TillState): boolean => state.write?.status === 'sending';
