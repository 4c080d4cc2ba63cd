import type { BusinessDay } from '../business-day/business-day.ts';

/** What a line of an order must be to count: one item, or a whole category. */
export type ItemScope =
  | { readonly kind: 'item'; readonly itemId: number }
  | { readonly kind: 'category'; readonly category: string };

/** An exact multiplier: `num / den`, e.g. 2/1 for double, 3/2 for half as much again. */
export interface Factor {
  readonly num: number;
  readonly den: number;
}

/** Points for money: `points` for every `per` minor units paid, the remainder carried. */
export interface PointsRule {
  readonly points: number;
  readonly per: number;
  /** Visits below this sum (minor units) earn no points. */
  readonly minAmount: number;
  /** What earns nothing, e.g. gift cards. */
  readonly excluded: readonly ItemScope[];
  /** Extra points for each piece of some items. */
  readonly perItem: readonly { readonly scope: ItemScope; readonly points: number }[];
  /** Most points a customer earns on one business day; null = no cap. */
  readonly dailyCap: number | null;
}

/** A stamp card: stamps for visits or for pieces of some items; full at `size`. */
export interface StampCard {
  readonly unitId: number;
  readonly name: string;
  readonly size: number;
  readonly stamps: number;
  readonly on:
    | { readonly kind: 'visit'; readonly minAmount: number }
    | { readonly kind: 'items'; readonly scopes: readonly ItemScope[] };
  /** Most stamps on one business day; null = no cap. */
  readonly perDay: number | null;
}

/** A time in which more is earned. Several that match do not multiply: the largest counts. */
export interface BonusWindow {
  readonly id: number;
  readonly name: string;
  /** ISO weekdays 1 (Monday) to 7; empty = every day. */
  readonly weekdays: readonly number[];
  /** Minutes after midnight, `[from, to)`; null = all day. */
  readonly hours: { readonly from: number; readonly to: number } | null;
  /** First and last business day; null = open. */
  readonly firstDay: BusinessDay | null;
  readonly lastDay: BusinessDay | null;
  readonly factor: Factor;
  readonly applies: 'points' | 'stamps' | 'both';
}

/** Points or stamps given once for an occasion. */
export interface Gift {
  readonly unitId: number;
  readonly amount: number;
}

export interface GiftRules {
  /** Head start, given with the first visit. */
  readonly signUp: Gift | null;
  /** Both sides, paid with the friend's second visit. */
  readonly referral: { readonly referrer: Gift; readonly friend: Gift } | null;
  /** With the first visit within `daysAround` of the birthday, once a year. */
  readonly birthday: { readonly gift: Gift; readonly daysAround: number } | null;
  readonly milestones: readonly { readonly visits: number; readonly gift: Gift }[];
}

export type RewardKind = 'freeItem' | 'percentOff' | 'amountOff' | 'addOn' | 'experience' | 'thanks';

/** What points or a full stamp card buy. */
export interface Reward {
  readonly id: number;
  readonly name: string;
  readonly kind: RewardKind;
  readonly unitId: number;
  /** In points or stamps. */
  readonly price: number;
  /** The item given (`freeItem`, `addOn`), when it is one of the catalogue. */
  readonly itemId: number | null;
  /** Per cent of the bill (`percentOff`). */
  readonly percent: number | null;
  /** Money off, minor units (`amountOff`). */
  readonly amountOff: number | null;
  /** Whether a part of an `amountOff` may be taken for a part of the price. */
  readonly partial: boolean;
  /** How many can be given in all; null = no limit. */
  readonly stock: number | null;
  readonly firstDay: BusinessDay | null;
  readonly lastDay: BusinessDay | null;
  /** Only from this tier on; null = everybody. */
  readonly tierId: number | null;
  /** Only for people who never bought the item: something new to them. */
  readonly onlyNew: boolean;
  /** Estimated cost to the shop, minor units. */
  readonly cost: number;
  readonly active: boolean;
}

/** When a lot ends. `graceDays` are added at the end. */
export type ExpiryRule =
  | { readonly kind: 'never' }
  | { readonly kind: 'months'; readonly months: number; readonly graceDays: number }
  /** At the end of the period in which it was earned, or `later` periods after that one. */
  | {
      readonly kind: 'endOf';
      readonly period: 'month' | 'quarter' | 'year';
      readonly later: number;
      readonly graceDays: number;
    }
  /** After so many months without a visit. */
  | { readonly kind: 'inactivity'; readonly months: number; readonly graceDays: number };

export interface TierLevel {
  readonly id: number;
  readonly name: string;
  /** Visits or minor units in the window; for a ranking, how many people it holds. The lowest level has 0. */
  readonly from: number;
  /** What its members get, as the owner says it. */
  readonly benefits: string;
  /** Points are multiplied by this. */
  readonly factor: Factor;
}

/** Standing of customers by what they did in a window. Levels rise. */
export interface TierScheme {
  readonly basis: 'visits' | 'spend' | 'rank';
  readonly window: { readonly kind: 'rolling'; readonly days: number } | { readonly kind: 'calendarYear' };
  /** A level is kept for so many days after it was last deserved. */
  readonly graceDays: number;
  readonly levels: readonly TierLevel[];
}

/** The rules as they are kept with a programme version. */
export interface ProgrammeRules {
  readonly pointsUnitId: number;
  readonly points: PointsRule | null;
  readonly stampCards: readonly StampCard[];
  readonly bonuses: readonly BonusWindow[];
  readonly gifts: GiftRules;
  readonly rewards: readonly Reward[];
  readonly expiry: { readonly points: ExpiryRule; readonly stamps: ExpiryRule };
  readonly tiers: TierScheme | null;
  /** Most the programme may give back, in basis points of the bill; null = the owner set no limit. */
  readonly giveBackLimit: number | null;
}

export interface Unit {
  readonly unitId: number;
  readonly kind: 'points' | 'stamps';
  /** Name of the stamp card; empty for points. */
  readonly name: string;
}

/** The units a programme counts in, stamp cards first: that is the order of the till. */
export function unitsOf(
  rules: Pick<ProgrammeRules, 'pointsUnitId' | 'points' | 'stampCards'>,
): readonly Unit[] {
  const cards = rules.stampCards.map(({ unitId, name }) => ({ unitId, kind: 'stamps' as const, name }));
  return rules.points ? [...cards, { unitId: rules.pointsUnitId, kind: 'points', name: '' }] : cards;
}

/**
 * The reward a customer is collecting for in one unit: the cheapest that the balance does not reach,
 * else (all are reached) the dearest; null when nothing is priced in that unit.
 */
export function nextReward(
  rules: Pick<ProgrammeRules, 'rewards'>,
  unitId: number,
  balance: number,
): Reward | null {
  const priced = rules.rewards
    .filter((reward) => reward.active && reward.unitId === unitId)
    .sort((a, b) => a.price - b.price);
  return priced.find((reward) => reward.price > balance) ?? priced.at(-1) ?? null;
}

/** Whether an item falls into a scope. */
export function inScope(
  item: { readonly itemId: number; readonly category: string },
  scopes: readonly ItemScope[],
): boolean {
  return scopes.some((scope) =>
    scope.kind === 'item' ? scope.itemId === item.itemId : scope.category === item.category,
  );
}
