import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Receipt, till } from '#shared/contract/till.ts';
import type { BasketLine, OfferedReward } from './entry.ts';
import type { NewCustomerForm, Person, VisitToMove } from './till-panels.ts';
import type { TillRules, TillState } from './till-state.ts';

type TillAnswers = InferContractRouterOutputs<typeof till>;

export type UndoResult = TillAnswers['undo'];

/** Whose card was scanned. */
export type ScanResult =
  | { readonly kind: 'customer'; readonly person: Person; readonly code: string }
  | { readonly kind: 'blocked'; readonly person: Person; readonly code: string }
  | { readonly kind: 'unknown'; readonly code: string };

/** What a write brought back. */
export type WriteResult =
  | { readonly kind: 'checkIn'; readonly receipt: Receipt }
  | { readonly kind: 'undo'; readonly undone: UndoResult }
  | { readonly kind: 'move'; readonly receipt: Receipt }
  | { readonly kind: 'giveCard' }
  | { readonly kind: 'note' };

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
  | { readonly type: 'walkIn' }
  | { readonly type: 'newCustomer' }
  | { readonly type: 'fillForm'; readonly fields: Partial<NewCustomerForm> }
  | { readonly type: 'writeNote'; readonly text: string | null }
  | { readonly type: 'saveNote'; readonly newId: string }
  | { readonly type: 'startMove'; readonly visit: VisitToMove }
  | { readonly type: 'selectVisit'; readonly visitId: number | null }
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
