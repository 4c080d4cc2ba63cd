import {
  addDays,
  type BusinessDay,
  minuteOfDay,
  weekdayOf,
} from '#shared/domain/business-day/business-day.ts';
import type { EarnBase, EarnLine } from '#shared/domain/loyalty/earn.ts';
import type { GiftFacts } from '#shared/domain/loyalty/gifts.ts';
import type { ProgrammeRules, TierLevel } from '#shared/domain/loyalty/programme.ts';
import type { RewardChoice, RewardFacts } from '#shared/domain/loyalty/redeem.ts';
import { bestStanding, levelFor, levelForRank, withHold } from '#shared/domain/loyalty/tiers.ts';
import { nearestBirthday } from '#shared/domain/visits/birthdays.ts';
import type { ReadDb } from '../db/connection.ts';
import {
  birthdayGivenSince,
  earnedOnDay,
  givenGifts,
  hasBought,
  heldTier,
  rankedTier,
  reservedUnits,
  rewardCounts,
} from '../repositories/loyalty-facts.ts';
import { customerDays, type VisitLine } from '../repositories/visits.ts';
import type { ShopFacts } from './shop-context.ts';

/** Who the facts are about. */
export interface FactsOf {
  readonly id: number;
  readonly walletId: number;
  readonly last_day: BusinessDay | null;
  readonly visits: number;
  readonly referred_by_id: number | null;
  readonly birth_day: number | null;
  readonly birth_month: number | null;
}

/**
 * The tier of a customer on a day, from the visits alone (a ranking: from the last daily run), never below what the
 * owner holds.
 */
export async function tierOn(
  db: ReadDb,
  rules: ProgrammeRules,
  customerId: number,
  day: BusinessDay,
): Promise<TierLevel | null> {
  const { tiers } = rules;
  if (!tiers) return null;
  const held = await heldTier(db, customerId, day);
  if (tiers.basis === 'rank') {
    return withHold(tiers, levelForRank(tiers, (await rankedTier(db, customerId)).rank), held);
  }
  const days = (await customerDays(db, customerId)).filter((visited) => visited.day <= day);
  const standing = bestStanding(
    tiers,
    days.map((visited) => ({ day: visited.day, amount: visited.amount ?? 0 })),
    day,
  );
  return withHold(tiers, levelFor(tiers, standing), held);
}

/** Which visit (day) a check-in on `day` is; null when the customer was here already on that day or later. */
export function visitNumberOn(
  customer: Pick<FactsOf, 'last_day' | 'visits'>,
  day: BusinessDay,
): number | null {
  return customer.last_day !== null && customer.last_day >= day ? null : customer.visits + 1;
}

/** Longer ago than this, a birthday gift was for another year. */
const birthdayMemory = 200;

/** What decides the gifts of a visit; nothing is read that the rules do not ask for. */
export async function giftFacts(
  db: ReadDb,
  rules: ProgrammeRules,
  customer: FactsOf,
  day: BusinessDay,
): Promise<GiftFacts> {
  const { birth_day, birth_month } = customer;
  const birth = birth_day !== null && birth_month !== null ? { day: birth_day, month: birth_month } : null;
  const nearest = rules.gifts.birthday && birth ? nearestBirthday(birth, day) : null;
  const daysToBirthday = nearest === null ? null : Math.abs(nearest - day);
  const visitNumber = visitNumberOn(customer, day);
  const isNear = daysToBirthday !== null && daysToBirthday <= (rules.gifts.birthday?.daysAround ?? -1);
  return {
    visitNumber,
    daysToBirthday,
    birthdayGiven: isNear && (await birthdayGivenSince(db, customer.id, addDays(day, -birthdayMemory))),
    referredById: customer.referred_by_id,
    given: mayBringGift(rules, visitNumber) ? await givenGifts(db, customer.id) : [],
  };
}

/** Whether a visit of this number is one that brings a gift: only then what was given before matters. */
function mayBringGift({ gifts }: ProgrammeRules, visitNumber: number | null): boolean {
  return (
    (visitNumber === 1 && gifts.signUp !== null) ||
    (visitNumber === 2 && gifts.referral !== null) ||
    gifts.milestones.some((milestone) => milestone.visits === visitNumber)
  );
}

const hasCaps = (rules: ProgrammeRules): boolean =>
  (rules.points?.dailyCap ?? null) !== null || rules.stampCards.some((card) => card.perDay !== null);

/** Per unit, what counts against the daily caps; not read when there are none or the customer was not here today. */
export async function earnedToday(
  db: ReadDb,
  rules: ProgrammeRules,
  customer: FactsOf,
  day: BusinessDay,
): Promise<ReadonlyMap<number, number>> {
  if (!hasCaps(rules) || customer.last_day === null || customer.last_day < day) return new Map();
  return earnedOnDay(db, customer.id, day);
}

/** Lines of an order as the rules see them. */
export function earnLines(facts: ShopFacts, lines: readonly VisitLine[]): EarnLine[] {
  return lines.map(({ itemId, quantity, unitPrice }) => ({
    itemId,
    quantity,
    unitPrice,
    category: facts.items.get(itemId)?.category ?? '',
  }));
}

/** Everything about a visit that decides what it earns, but for the carried remainder. */
export async function earnBase(
  db: ReadDb,
  facts: ShopFacts,
  rules: ProgrammeRules,
  visit: {
    readonly customer: FactsOf;
    readonly at: number;
    readonly day: BusinessDay;
    readonly amount: number | null;
    readonly lines: readonly VisitLine[];
    readonly tier: TierLevel | null;
  },
): Promise<Omit<EarnBase, 'carry'>> {
  const today = await earnedToday(db, rules, visit.customer, visit.day);
  return {
    amount: visit.amount,
    lines: earnLines(facts, visit.lines),
    time: { day: visit.day, weekday: weekdayOf(visit.day), minute: minuteOfDay(visit.at, facts.calendar) },
    tier: visit.tier,
    earnedToday: (unitId) => today.get(unitId) ?? 0,
  };
}

/**
 * What decides which rewards can be had.
 * @param parkedId the check-in set aside that is being finished: its own reserve does not stand in its way
 */
export async function rewardFacts(
  db: ReadDb,
  rules: ProgrammeRules,
  about: {
    readonly customerId: number;
    readonly walletId: number;
    readonly day: BusinessDay;
    readonly tier: TierLevel | null;
    readonly balanceOf: (unitId: number) => number;
    readonly parkedId?: number | undefined;
    /** Which rewards are looked at; all when left out. */
    readonly choices?: readonly RewardChoice[];
  },
): Promise<RewardFacts> {
  const chosen = new Set(
    (about.choices ?? rules.rewards.map((reward) => ({ rewardId: reward.id }))).map((c) => c.rewardId),
  );
  const looked = rules.rewards.filter((reward) => chosen.has(reward.id));
  const given = looked.some((reward) => reward.stock !== null)
    ? await rewardCounts(db)
    : new Map<number, number>();
  const bought = new Set<number>();
  for (const reward of looked) {
    const { itemId } = reward;
    if (reward.onlyNew && itemId !== null && (await hasBought(db, about.customerId, itemId)))
      bought.add(itemId);
  }
  const reserved =
    looked.length > 0
      ? await reservedUnits(db, about.walletId, about.parkedId ?? 0)
      : new Map<number, number>();
  return {
    day: about.day,
    tier: about.tier,
    givenOf: (rewardId) => given.get(rewardId) ?? 0,
    hasBought: (itemId) => bought.has(itemId),
    balanceOf: (unitId) => about.balanceOf(unitId) - (reserved.get(unitId) ?? 0),
  };
}
