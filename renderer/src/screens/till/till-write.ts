import type { CheckInInput } from '#shared/contract/till.ts';
import type { ParkedContent } from './parked-entry.ts';
import type { Person } from './till-panels.ts';

/** Something the till is writing, or failed to write and can try again. */
export type Intent =
  | { readonly kind: 'checkIn'; readonly input: Omit<CheckInInput, 'requestId'> }
  | { readonly kind: 'undo'; readonly visitId: number }
  | { readonly kind: 'move'; readonly visitId: number; readonly to: Person }
  | { readonly kind: 'giveCard'; readonly code: string; readonly to: Person }
  | { readonly kind: 'note'; readonly person: Person; readonly text: string }
  | {
      readonly kind: 'askedAbout';
      readonly person: Person;
      /** Null: the words as they are, for what is not sold. */
      readonly itemId: number | null;
      readonly words: string;
    }
  | {
      readonly kind: 'refund';
      readonly visitId: number;
      readonly name: string | null;
      readonly amount: number;
      readonly returnRewards: boolean;
      readonly reason: string;
    }
  | {
      readonly kind: 'park';
      readonly name: string | null;
      readonly content: ParkedContent;
      /** The one set aside before that this one takes the place of. */
      readonly replaces: number | null;
    }
  | { readonly kind: 'release'; readonly parkedId: number; readonly name: string | null };

export interface Write {
  /** The same for every try of the same intent, so that it is written once. */
  readonly requestId: string;
  readonly intent: Intent;
  /** `interrupted`: the program was closed before the answer came. */
  readonly status: 'sending' | 'failed' | 'interrupted';
  /** The thrown value of the last try. */
  readonly failure: unknown;
}

/** The id for an intent: that of the try before when it is the same intent, else the new one. */
const requestIdFor = (intent: Intent, before: Write | null, newId: string): string =>
  before !== null && JSON.stringify(before.intent) === JSON.stringify(intent) ? before.requestId : newId;

/** A write that is to be sent now. */
export const sending = (intent: Intent, before: Write | null, newId: string): Write => ({
  requestId: requestIdFor(intent, before, newId),
  intent,
  status: 'sending',
  failure: null,
});
