import type { InferContractRouterOutputs } from '@orpc/contract';
import type { TillPreferences } from '#shared/contract/settings.ts';
import type { BalanceChange, Receipt, till } from '#shared/contract/till.ts';
import type { OfferedReward, OfferedVoucher } from './choose-reward.ts';
import { type BasketLine, type Entry, emptyEntry, type HeldPrice } from './entry.ts';
import {
  idle,
  type NewCustomerForm,
  type Panel,
  type Person,
  type RefundForm,
  type VisitToMove,
} from './till-panels.ts';
import type { Write } from './till-write.ts';

/** What the shop decided about amounts. */
export type TillRules = Pick<TillPreferences, 'amountRule' | 'largestWithoutQuestion'>;

/**
 * What has to be answered before the visit is written: the amount, whether so large an amount is meant, the
 * name of a new customer, their phone where it is none, their first answer, their birthday.
 */
export type Question = 'amount' | 'large' | 'name' | 'phone' | 'membership' | 'birthday';

/** A line about what just happened beside the panel. */
export type Notice =
  | { readonly kind: 'notCheckedIn'; readonly name: string }
  | { readonly kind: 'cardGiven'; readonly name: string; readonly code: string }
  | { readonly kind: 'cardBlocked'; readonly person: Person; readonly code: string }
  | { readonly kind: 'noteSaved'; readonly name: string }
  | { readonly kind: 'undone'; readonly name: string | null; readonly amount: number | null }
  | { readonly kind: 'moved'; readonly name: string | null }
  | {
      readonly kind: 'refunded';
      readonly name: string | null;
      readonly amount: number;
      readonly changes: readonly BalanceChange[];
    }
  | { readonly kind: 'parked' | 'released'; readonly name: string | null }
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

type TillAnswers = InferContractRouterOutputs<typeof till>;

export type UndoResult = TillAnswers['undo'];
export type RefundResult = TillAnswers['refund'];

/** Whose card was scanned. */
export type ScanResult =
  | { readonly kind: 'customer'; readonly person: Person; readonly code: string }
  | { readonly kind: 'blocked'; readonly person: Person; readonly code: string }
  | { readonly kind: 'unknown'; readonly code: string }
  /** The code of a voucher: it is used with a visit of the person it was given to. */
  | { readonly kind: 'voucher'; readonly person: Person; readonly offer: OfferedVoucher };

/** What a write brought back. */
export type WriteResult =
  | { readonly kind: 'checkIn'; readonly receipt: Receipt }
  | { readonly kind: 'undo'; readonly undone: UndoResult }
  | { readonly kind: 'move'; readonly receipt: Receipt }
  | { readonly kind: 'giveCard' }
  | { readonly kind: 'note' }
  | { readonly kind: 'refund'; readonly refunded: RefundResult }
  | { readonly kind: 'park' }
  | { readonly kind: 'release' };

/**
 * Every key, tap and scan, and every answer. `newId` is a fresh request id, used when the action starts a
 * write that is not a repetition.
 */
export type TillAction =
  /** Characters typed into the empty search box. */
  | { readonly type: 'typed'; readonly text: string }
  /** The words of the search, the card's owner, or the visit's new customer. */
  | { readonly type: 'searchFor'; readonly query: string }
  | { readonly type: 'move'; readonly by: number; readonly rows: number }
  /** Enter before the answer to these words had come. */
  | { readonly type: 'commit' }
  | { readonly type: 'choose'; readonly person: Person; readonly newId: string }
  /** Opens a person whatever the panel is about, as when the new customer turns out to be in the list. */
  | { readonly type: 'open'; readonly person: Person; readonly newId: string }
  | { readonly type: 'escape' }
  | { readonly type: 'digits'; readonly digits: string }
  | { readonly type: 'erase' }
  | { readonly type: 'addItem'; readonly item: Omit<BasketLine, 'quantity'> }
  | { readonly type: 'usual'; readonly lines: readonly BasketLine[] }
  | { readonly type: 'useReward'; readonly offer: OfferedReward }
  | { readonly type: 'dropReward'; readonly rewardId: number }
  | { readonly type: 'useVoucher'; readonly offer: OfferedVoucher }
  | { readonly type: 'dropVoucher'; readonly code: string }
  /** The prices kept for the customer who is open are known. */
  | { readonly type: 'holdPrices'; readonly customerId: number; readonly held: readonly HeldPrice[] }
  | { readonly type: 'walkIn' }
  | { readonly type: 'newCustomer' }
  | { readonly type: 'fillForm'; readonly fields: Partial<NewCustomerForm> }
  | { readonly type: 'writeNote'; readonly text: string | null }
  | { readonly type: 'saveNote'; readonly newId: string }
  /** What is written is something they asked about: an item, or null for the words. */
  | { readonly type: 'saveAskedAbout'; readonly itemId: number | null; readonly newId: string }
  | { readonly type: 'startMove'; readonly visit: VisitToMove }
  | { readonly type: 'selectVisit'; readonly visitId: number | null }
  | { readonly type: 'startRefund'; readonly form: RefundForm }
  | {
      readonly type: 'fillRefund';
      readonly fields: Partial<Pick<RefundForm, 'amount' | 'returnRewards' | 'reason'>>;
    }
  /** A code was typed and is that of a voucher. */
  | { readonly type: 'voucherFound'; readonly person: Person; readonly offer: OfferedVoucher }
  /** Sets the check-in aside. */
  | { readonly type: 'park'; readonly newId: string }
  /** Goes on with a check-in that was set aside; nobody for a sale without a customer. */
  | { readonly type: 'resume'; readonly person: Person | null; readonly entry: Entry }
  | {
      readonly type: 'release';
      readonly parkedId: number;
      readonly name: string | null;
      readonly newId: string;
    }
  | { readonly type: 'submit'; readonly newId: string }
  | { readonly type: 'undo'; readonly visitId: number; readonly newId: string }
  /** The undone visit again, with what had been entered, to be corrected. */
  | { readonly type: 'correct' }
  | { readonly type: 'retry' }
  | { readonly type: 'scanned'; readonly result: ScanResult; readonly rush: boolean; readonly newId: string }
  | { readonly type: 'callFailed'; readonly failure: unknown }
  | { readonly type: 'written'; readonly requestId: string; readonly result: WriteResult }
  | { readonly type: 'refused'; readonly requestId: string; readonly failure: unknown }
  | { readonly type: 'rules'; readonly rules: TillRules }
  /** Back to a state before keys that turned out to be a scan. */
  | { readonly type: 'rewind'; readonly to: TillState };

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
