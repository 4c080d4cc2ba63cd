import type { OfferedReward } from '#renderer/src/screens/till/entry.ts';
import { reduceTill } from '#renderer/src/screens/till/reduce-till.ts';
import {
  initialTill,
  type TillAction,
  type TillRules,
  type TillState,
  type UndoResult,
} from '#renderer/src/screens/till/till-state.ts';
import type { Balance, CustomerCard, Receipt } from '#shared/contract/till.ts';

/** Shapes for the tests of the till. */
export const rules: TillRules = { amountRule: 'required', largestWithoutQuestion: 6000 };

export const aino = { customerId: 1, name: 'Aino Mäkelä' };
export const olli = { customerId: 2, name: 'Olli Nieminen' };

export const freeCoffee: OfferedReward = {
  rewardId: 11,
  name: 'Filter coffee on us',
  unitId: 5,
  price: 10,
  itemId: 1,
  amountOff: null,
  item: { itemId: 1, name: 'Filter coffee', unitPrice: 320 },
};

/** A till after these actions. */
export const tillAfter = (...actions: readonly TillAction[]): TillState =>
  actions.reduce(reduceTill, initialTill(rules));

export const choose = (person = aino): TillAction => ({ type: 'choose', person, newId: 'request-choose' });
export const digits = (text: string): TillAction => ({ type: 'digits', digits: text });
export const typed = (text: string): TillAction => ({ type: 'typed', text });
export const submit = (newId = 'request-1'): TillAction => ({ type: 'submit', newId });
export const esc: TillAction = { type: 'escape' };

export const aReceipt = (fields: Partial<Receipt> = {}): Receipt => ({
  visitId: 700,
  at: Date.UTC(2026, 10, 3, 6, 52),
  day: '2026-11-03',
  customerId: aino.customerId,
  customerName: aino.name,
  amount: 900,
  lines: [],
  rewards: [],
  changes: [],
  visits: 12,
  staffName: 'Mira',
  replayed: false,
  ...fields,
});

export const written = (receipt = aReceipt(), requestId = 'request-1'): TillAction => ({
  type: 'written',
  requestId,
  result: { kind: 'checkIn', receipt },
});

export const anUndo = (fields: Partial<UndoResult> = {}): UndoResult => ({
  visitId: 701,
  undoneVisitId: 700,
  customerId: aino.customerId,
  customerName: aino.name,
  amount: 900,
  changes: [],
  replayed: false,
  ...fields,
});

export const aCard = (fields: Partial<CustomerCard> = {}): CustomerCard => ({
  customerId: aino.customerId,
  name: aino.name,
  cardCode: '290100000425',
  phoneTail: '4417',
  customerSince: '2025-01-14',
  visits: 41,
  lastVisit: { day: '2026-10-31', at: Date.UTC(2026, 9, 31, 7, 12), amount: 900 },
  rhythmDays: 3.5,
  usual: null,
  balances: [],
  rewards: [],
  hints: [],
  sameName: 0,
  ...fields,
});

export const aBalance = (fields: Partial<Balance> = {}): Balance => ({
  unitId: 5,
  kind: 'stamps',
  name: 'Coffee card',
  balance: 7,
  target: 10,
  rewardName: 'Filter coffee on us',
  carryNum: 0,
  carryDen: 1,
  ...fields,
});

export const unknownCard: TillAction = {
  type: 'scanned',
  result: { kind: 'unknown', code: '7340021' },
  rush: false,
  newId: 'scan',
};
export const scanOf = (person: typeof aino, rush = false): TillAction => ({
  type: 'scanned',
  result: { kind: 'customer', person, code: '290100000425' },
  rush,
  newId: 'scan',
});
