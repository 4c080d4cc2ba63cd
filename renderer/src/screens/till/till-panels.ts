import type { Receipt } from '#shared/contract/till.ts';
import type { Entry } from './entry.ts';

/** A customer as far as the till needs to name them. */
export interface Person {
  readonly customerId: number;
  readonly name: string;
}

/** A list of people being searched: the words, the highlighted row, and an Enter that waits for the answer. */
export interface Search {
  readonly query: string;
  readonly active: number;
  /** Enter was pressed before the answer to these words had come: its first person is the one. */
  readonly commit: boolean;
}

export const emptySearch: Search = { query: '', active: 0, commit: false };

export type Answer = 'yes' | 'no';

/** What is asked of a new customer; saved together with the visit. */
export interface NewCustomerForm {
  readonly name: string;
  readonly phone: string;
  /** As typed: day and month, the year if they like. */
  readonly birthday: string;
  /** May the shop keep their name? Not answered counts as no. */
  readonly membership: Answer | null;
  readonly contact: Answer | null;
  readonly referredBy: Person | null;
  readonly referrer: Search;
  /** A card nobody has yet, scanned before or meanwhile. */
  readonly cardCode: string | null;
}

export const emptyForm: NewCustomerForm = {
  name: '',
  phone: '',
  birthday: '',
  membership: null,
  contact: null,
  referredBy: null,
  referrer: emptySearch,
  cardCode: null,
};

/** A visit of today that is to be taken back or given to somebody else. */
export interface VisitToMove {
  readonly visitId: number;
  readonly name: string | null;
  readonly customerId: number | null;
  readonly at: number;
  readonly amount: number | null;
}

/** A visit of which money is given back, and what is asked about it. */
export interface RefundForm {
  readonly visitId: number;
  readonly name: string | null;
  readonly at: number;
  /** What was paid, and what of it can still be returned, minor units. */
  readonly paid: number;
  readonly left: number;
  /** Whether rewards were used with it. */
  readonly hasRewards: boolean;
  /** To be returned, minor units; 0 while nothing is typed. */
  readonly amount: number;
  readonly returnRewards: boolean;
  readonly reason: string;
}

/** A visit that was taken back, and what had been entered for it. */
export interface UndoneVisit {
  readonly person: Person | null;
  readonly amount: number | null;
  readonly changes: Receipt['changes'];
  readonly entry: Entry;
}

/** The panels one returns to: what stands in the middle while nobody searches. */
export type BasePanel =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'chosen';
      readonly person: Person;
      /** Text of a note being written; null while none is. */
      readonly note: string | null;
      /** The scan alone is to check them in, as soon as their card is known. */
      readonly rush: boolean;
    }
  | { readonly kind: 'walkIn' }
  | { readonly kind: 'newCustomer'; readonly form: NewCustomerForm }
  | {
      readonly kind: 'receipt';
      readonly receipt: Receipt;
      /** They became a customer with this visit. Whoever a list brought along is none the less known here. */
      readonly isNew: boolean;
      readonly note: string | null;
      /** What was entered for it, for a correction after an undo. */
      readonly entry: Entry;
    }
  | { readonly kind: 'undone'; readonly undone: UndoneVisit };

export type Panel =
  | BasePanel
  | ({ readonly kind: 'searching'; readonly behind: BasePanel } & Search)
  | ({ readonly kind: 'unknownCard'; readonly code: string; readonly behind: BasePanel } & Search)
  | ({ readonly kind: 'moving'; readonly visit: VisitToMove; readonly behind: BasePanel } & Search)
  | { readonly kind: 'refunding'; readonly form: RefundForm; readonly behind: BasePanel };

export const idle: BasePanel = { kind: 'idle' };

/** The panel to return to when this one is left: a note being written is closed. */
export const baseOf = (panel: Panel): BasePanel => {
  switch (panel.kind) {
    case 'searching':
    case 'unknownCard':
    case 'moving':
    case 'refunding':
      return panel.behind;
    case 'chosen':
    case 'receipt':
      return { ...panel, note: null };
    default:
      return panel;
  }
};

/** The list of people being searched in this panel; null when there is none. */
export const searchIn = (panel: Panel): Search | null => {
  switch (panel.kind) {
    case 'searching':
    case 'unknownCard':
    case 'moving':
      return { query: panel.query, active: panel.active, commit: panel.commit };
    case 'newCustomer':
      return panel.form.referrer;
    default:
      return null;
  }
};

/** The customer the screen is about, when there is one who is not checked in yet. */
export const personOf = (panel: Panel): Person | null => {
  const base = baseOf(panel);
  return base.kind === 'chosen' ? base.person : null;
};
