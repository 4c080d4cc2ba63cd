import type { OfferedReward } from '#renderer/src/screens/till/choose-reward.ts';
import type { EarningWorld } from '#renderer/src/screens/till/earning-preview.ts';
import { reduceTill } from '#renderer/src/screens/till/reduce-till.ts';
import {
  initialTill,
  type TillAction,
  type TillRules,
  type TillState,
  type UndoResult,
} from '#renderer/src/screens/till/till-state.ts';
import type { Balance, CustomerCard, Receipt, RewardOffer } from '#shared/contract/till.ts';
import { businessDay } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules, Reward } from '#shared/domain/loyalty/programme.ts';

/** Shapes for the tests of the till. */
export const rules: TillRules = { amountRule: 'required', largestWithoutQuestion: 6000 };

export const aino = { customerId: 1, name: 'Aino Mäkelä' };
export const olli = { customerId: 2, name: 'Olli Nieminen' };

export const freeCoffee: OfferedReward = {
  rewardId: 11,
  name: 'Filter coffee on us',
  kind: 'freeItem',
  unitId: 5,
  price: 10,
  itemId: 1,
  percent: null,
  amountOff: null,
  partial: false,
  balance: 14,
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
  vouchers: [],
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
  vouchers: [],
  tier: null,
  nextTier: null,
  earning: {
    tierId: null,
    earnedToday: [],
    visitNumber: 42,
    daysToBirthday: null,
    birthdayGiven: false,
    referredById: null,
    given: [],
  },
  heldPrices: [],
  household: [],
  parkedId: null,
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

/** A programme of one point per euro and a stamp per visit, changed by `fields`. */
export const someRules = (fields: Partial<ProgrammeRules> = {}): ProgrammeRules => ({
  pointsUnitId: 6,
  points: { points: 1, per: 100, minAmount: 0, excluded: [], perItem: [], dailyCap: null },
  stampCards: [
    { unitId: 5, name: 'Coffee card', size: 10, stamps: 1, on: { kind: 'visit', minAmount: 0 }, perDay: 2 },
  ],
  bonuses: [],
  gifts: { signUp: null, referral: null, birthday: null, milestones: [] },
  rewards: [],
  expiry: { points: { kind: 'never' }, stamps: { kind: 'never' } },
  tiers: null,
  giveBackLimit: null,
  ...fields,
});

/** A Tuesday morning, with {@link someRules}. */
export const aWorld = (fields: Partial<ProgrammeRules> = {}): EarningWorld => ({
  rules: someRules(fields),
  time: { day: businessDay(20_760), weekday: 2, minute: 8 * 60 },
  categoryOf: (itemId) => (itemId === 1 ? 'Coffee' : 'Food'),
  asksAmount: true,
});

export const aReward = (fields: Partial<Reward> = {}): Reward => ({
  id: 11,
  name: 'Filter coffee on us',
  kind: 'freeItem',
  unitId: 5,
  price: 10,
  itemId: null,
  percent: null,
  amountOff: null,
  partial: false,
  stock: null,
  firstDay: null,
  lastDay: null,
  tierId: null,
  onlyNew: false,
  cost: 60,
  active: true,
  ...fields,
});

export const aRewardOffer = (fields: Partial<RewardOffer> = {}): RewardOffer => ({
  rewardId: 11,
  name: 'Filter coffee on us',
  kind: 'freeItem',
  unitId: 5,
  price: 10,
  ready: fields.obstacle === undefined || fields.obstacle === null,
  obstacle: null,
  itemId: null,
  percent: null,
  amountOff: null,
  partial: false,
  ...fields,
});
