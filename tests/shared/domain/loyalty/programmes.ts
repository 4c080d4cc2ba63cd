import { type BusinessDay, parseDay, weekdayOf } from '#shared/domain/business-day/business-day.ts';
import { noCarry } from '#shared/domain/loyalty/carry.ts';
import type { EarnBase, EarnLine } from '#shared/domain/loyalty/earn.ts';
import type {
  BonusWindow,
  PointsRule,
  ProgrammeRules,
  Reward,
  StampCard,
  TierLevel,
} from '#shared/domain/loyalty/programme.ts';

export const pointsUnit = 1;
export const stampUnit = 2;
export const coffee = { itemId: 11, category: 'coffee', unitPrice: 320 };
export const cake = { itemId: 12, category: 'bakery', unitPrice: 420 };
export const giftCard = { itemId: 13, category: 'giftCards', unitPrice: 2000 };

/** The business day of "YYYY-MM-DD". */
export function dayOf(text: string): BusinessDay {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`not a date: ${text}`);
  return day;
}

/** One of an item on a bill. */
export const aLine = (item: Omit<EarnLine, 'quantity'>, quantity = 1): EarnLine => ({ ...item, quantity });

export const aPointsRule = (change: Partial<PointsRule> = {}): PointsRule => ({
  points: 1,
  per: 100,
  minAmount: 0,
  excluded: [],
  perItem: [],
  dailyCap: null,
  ...change,
});

export const aStampCard = (change: Partial<StampCard> = {}): StampCard => ({
  unitId: stampUnit,
  name: 'Coffee card',
  size: 10,
  stamps: 1,
  on: { kind: 'visit', minAmount: 0 },
  perDay: null,
  ...change,
});

export const aReward = (change: Partial<Reward> = {}): Reward => ({
  id: 1,
  name: 'Something off',
  kind: 'amountOff',
  unitId: pointsUnit,
  price: 100,
  itemId: null,
  percent: null,
  amountOff: 500,
  partial: false,
  stock: null,
  firstDay: null,
  lastDay: null,
  tierId: null,
  onlyNew: false,
  cost: 500,
  active: true,
  ...change,
});

/** Ten stamps for a coffee. */
export const freeCoffee = aReward({
  id: 2,
  name: 'Free coffee',
  kind: 'freeItem',
  unitId: stampUnit,
  price: 10,
  itemId: coffee.itemId,
  amountOff: null,
  cost: 85,
});

export const aBonus = (change: Partial<BonusWindow> = {}): BonusWindow => ({
  id: 1,
  name: 'Tuesday double',
  weekdays: [2],
  hours: null,
  firstDay: null,
  lastDay: null,
  factor: { num: 2, den: 1 },
  applies: 'points',
  ...change,
});

export const aLevel = (change: Partial<TierLevel> = {}): TierLevel => ({
  id: 1,
  name: 'Friend',
  from: 0,
  benefits: '',
  factor: { num: 1, den: 1 },
  ...change,
});

/** A point a euro, a stamp a visit, no gifts, no expiry. */
export const aProgramme = (change: Partial<ProgrammeRules> = {}): ProgrammeRules => ({
  pointsUnitId: pointsUnit,
  points: aPointsRule(),
  stampCards: [aStampCard()],
  bonuses: [],
  gifts: { signUp: null, referral: null, birthday: null, milestones: [] },
  rewards: [aReward(), freeCoffee],
  expiry: { points: { kind: 'never' }, stamps: { kind: 'never' } },
  tiers: null,
  giveBackLimit: null,
  ...change,
});

/** A visit of 8.00 on a Wednesday at ten by somebody who has nothing yet. */
export function aVisit(change: Partial<EarnBase> & { day?: BusinessDay; minute?: number } = {}): EarnBase {
  const { day = dayOf('2026-03-11'), minute = 600, ...rest } = change;
  return {
    amount: 800,
    lines: [],
    time: { day, weekday: weekdayOf(day), minute },
    carry: noCarry,
    tier: null,
    earnedToday: () => 0,
    ...rest,
  };
}
