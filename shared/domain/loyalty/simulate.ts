import { type BusinessDay, type BusinessMonth, monthOf, weekdayOf } from '../business-day/business-day.ts';
import { addCarry, type Carry, noCarry } from './carry.ts';
import { type EarnLine, earn } from './earn.ts';
import { dueGifts, type GivenGift } from './gifts.ts';
import type { ProgrammeRules, Reward, TierLevel, TierScheme } from './programme.ts';
import { dearestPerUnit } from './reconcile.ts';
import { bestStanding, levelFor, levelForRank, ranking, TierHistory, tierWindow } from './tiers.ts';

/** A real visit as it is replayed. */
export interface SimulatedVisit {
  readonly customerId: number;
  readonly day: BusinessDay;
  /** Minutes after midnight on the shop's clock. */
  readonly minute: number;
  /** What was paid, minor units; null when no sum was typed. */
  readonly amount: number | null;
  readonly lines: readonly EarnLine[];
  /** Which visit (day) of the customer it was; null for a second check-in on one day. */
  readonly visitNumber: number | null;
  /** Days to or from the nearest birthday; null when it is not known. */
  readonly daysToBirthday: number | null;
  readonly referredById: number | null;
}

/** One month under one set of rules. */
export interface SimulatedSide {
  /** Points earned, gifts included. */
  readonly points: number;
  /** Stamps of all cards, gifts included. */
  readonly stamps: number;
  /** Gifts given. */
  readonly gifts: number;
  /** Rewards that will be taken for what was earned, by the redemption rate: an expectation, so not whole. */
  readonly redemptions: number;
  /** Cost of those rewards to the shop, minor units, not whole either. */
  readonly cost: number;
}

export interface SimulatedMonth {
  readonly month: BusinessMonth;
  readonly visits: number;
  /** Minor units. */
  readonly amount: number;
  readonly now: SimulatedSide;
  readonly draft: SimulatedSide;
}

export interface SimulationProgress {
  /** Visits replayed. */
  readonly done: number;
  readonly total: number;
}

export interface Simulation {
  /** Rules in force on a day: what really counted then. */
  readonly now: (day: BusinessDay) => ProgrammeRules;
  readonly draft: ProgrammeRules;
  /** In the order of time. */
  readonly visits: Iterable<SimulatedVisit>;
  readonly total: number;
  /**
   * Tier days of customers before the replay, so that levels are right from its first day; only read where a tier
   * multiplies.
   */
  readonly daysBefore?: ReadonlyMap<number, TierHistory>;
  /** Share of the earned value that is redeemed (`redemptionRate`); null when nothing is known: then all of it. */
  readonly redemptionRate: number | null;
  /** Visits between two tellings of the progress. */
  readonly chunk?: number;
}

/**
 * Share of what was earned that was redeemed, both at reward cost; null when nothing was earned or nothing redeemed,
 * because then there is nothing to go by. Never above 1: rewards may be paid from what was earned long before.
 */
export function redemptionRate(earnedCost: number, redeemedCost: number): number | null {
  return earnedCost <= 0 || redeemedCost <= 0 ? null : Math.min(1, redeemedCost / earnedCost);
}

/** What one customer has under one set of rules. */
interface Holder {
  carry: Carry;
  day: BusinessDay | null;
  readonly earnedToday: Map<number, number>;
  /** Day of the last birthday gift. */
  birthday: BusinessDay | null;
  readonly given: GivenGift[];
}

/** A birthday gift longer ago than this was for another year. */
const birthdayMemory = 200;
/** Ranks are taken anew after so many days of the replay. */
const rankDays = 7;

/** The days of everybody, growing with the replay. */
class Histories {
  readonly #before: ReadonlyMap<number, TierHistory>;
  readonly #grown = new Map<number, TierHistory>();

  constructor(before: ReadonlyMap<number, TierHistory>) {
    this.#before = before;
  }

  of(customerId: number): TierHistory {
    const known = this.#grown.get(customerId);
    if (known) return known;
    const history = this.#before.get(customerId)?.copy() ?? new TierHistory();
    this.#grown.set(customerId, history);
    return history;
  }

  all(): ReadonlyMap<number, TierHistory> {
    return new Map([...this.#before, ...this.#grown]);
  }
}

/** Levels under one set of rules during a replay; looked up only where some level multiplies. */
class Standings {
  readonly #histories: Histories;
  #ranks: ReadonlyMap<number, number> = new Map();
  #rankedOn: BusinessDay | null = null;

  constructor(histories: Histories) {
    this.#histories = histories;
  }

  #rank(tiers: TierScheme, day: BusinessDay): void {
    const window = tierWindow(tiers.window, day);
    this.#rankedOn = day;
    this.#ranks = ranking(
      [...this.#histories.all()].map(([customerId, history]) => ({
        customerId,
        spend: bestStanding(tiers, history, day),
        visits: history.standingIn('visits', window),
      })),
    );
  }

  levelOf({ tiers }: ProgrammeRules, customerId: number, day: BusinessDay): TierLevel | null {
    if (!tiers?.levels.some(({ factor }) => factor.num !== factor.den)) return null;
    if (tiers.basis !== 'rank') {
      return levelFor(tiers, bestStanding(tiers, this.#histories.of(customerId), day));
    }
    if (this.#rankedOn === null || day >= this.#rankedOn + rankDays) this.#rank(tiers, day);
    return levelForRank(tiers, this.#ranks.get(customerId) ?? null);
  }
}

/** One set of rules during a replay. */
class Side {
  readonly #holders = new Map<number, Holder>();
  readonly #dearest = new WeakMap<ProgrammeRules, ReadonlyMap<number, Reward>>();
  readonly #rate: number;
  #sums = { points: 0, stamps: 0, gifts: 0, redemptions: 0, cost: 0 };

  constructor(redemptionRate: number | null) {
    this.#rate = redemptionRate ?? 1;
  }

  #holderOf(customerId: number): Holder {
    const known = this.#holders.get(customerId);
    if (known) return known;
    const holder: Holder = { carry: noCarry, day: null, earnedToday: new Map(), birthday: null, given: [] };
    this.#holders.set(customerId, holder);
    return holder;
  }

  /** The reward of each unit that costs most for a point: what an owner must reckon with. */
  #dearestOf(rules: ProgrammeRules): ReadonlyMap<number, Reward> {
    const known = this.#dearest.get(rules);
    if (known) return known;
    const units = new Set(rules.rewards.map((reward) => reward.unitId));
    const dearest = new Map<number, Reward>();
    for (const unitId of units) {
      const priced = rules.rewards.filter((reward) => reward.active && reward.unitId === unitId);
      const reward = dearestPerUnit(priced) ?? priced[0];
      if (reward) dearest.set(unitId, reward);
    }
    this.#dearest.set(rules, dearest);
    return dearest;
  }

  #count(rules: ProgrammeRules, unitId: number, change: number): void {
    const sums = this.#sums;
    if (unitId === rules.pointsUnitId) sums.points += change;
    else sums.stamps += change;
    const reward = this.#dearestOf(rules).get(unitId);
    if (!reward) return;
    sums.redemptions += (change * this.#rate) / reward.price;
    sums.cost += (change * this.#rate * reward.cost) / reward.price;
  }

  #give(rules: ProgrammeRules, visit: SimulatedVisit, holder: Holder): void {
    const { day, visitNumber, daysToBirthday, referredById } = visit;
    const birthdayGiven = holder.birthday !== null && day - holder.birthday < birthdayMemory;
    const facts = { visitNumber, daysToBirthday, birthdayGiven, referredById, given: holder.given };
    for (const { gift, occasion, visits } of dueGifts(rules.gifts, facts)) {
      if (occasion === 'birthday') holder.birthday = day;
      else holder.given.push({ occasion, visits });
      this.#sums.gifts += 1;
      this.#count(rules, gift.unitId, gift.amount);
    }
  }

  replay(rules: ProgrammeRules, visit: SimulatedVisit, tier: TierLevel | null): void {
    const { day, minute, amount, lines } = visit;
    const holder = this.#holderOf(visit.customerId);
    if (holder.day !== day) {
      holder.day = day;
      holder.earnedToday.clear();
    }
    const earnings = earn(rules, {
      amount,
      lines,
      time: { day, weekday: weekdayOf(day), minute },
      carry: holder.carry,
      tier,
      earnedToday: (unitId) => holder.earnedToday.get(unitId) ?? 0,
    });
    for (const { unitId, kind, change, carry } of earnings) {
      if (kind === 'points') holder.carry = addCarry(holder.carry, carry);
      holder.earnedToday.set(unitId, (holder.earnedToday.get(unitId) ?? 0) + change);
      this.#count(rules, unitId, change);
    }
    this.#give(rules, visit, holder);
  }

  /** The sums since the last call. */
  close(): SimulatedSide {
    const sums = this.#sums;
    this.#sums = { points: 0, stamps: 0, gifts: 0, redemptions: 0, cost: 0 };
    return sums;
  }
}

/**
 * Replays real visits under the rules that counted and under a draft, month by month. What was paid stays as it was:
 * nobody is assumed to come more often or to spend more. What is earned is turned into rewards by the redemption rate
 * that the ledger shows, at the cost of the reward that costs most per point. A reader that stops taking values stops the
 * simulation.
 * @returns after all progress, one row for each month that had visits, oldest first
 */
export function* simulate(
  simulation: Simulation,
): Generator<SimulationProgress, readonly SimulatedMonth[], undefined> {
  const { now, draft, visits, total, chunk = 1000 } = simulation;
  const sides = { now: new Side(simulation.redemptionRate), draft: new Side(simulation.redemptionRate) };
  const histories = new Histories(simulation.daysBefore ?? new Map<number, TierHistory>());
  const standings = { now: new Standings(histories), draft: new Standings(histories) };
  const months: SimulatedMonth[] = [];
  let current = { month: null as BusinessMonth | null, visits: 0, amount: 0 };
  const close = () => {
    const { month } = current;
    if (month === null) return;
    months.push({ ...current, month, now: sides.now.close(), draft: sides.draft.close() });
  };
  let done = 0;
  for (const visit of visits) {
    const month = monthOf(visit.day);
    if (month !== current.month) {
      close();
      current = { month, visits: 0, amount: 0 };
    }
    current.visits += 1;
    current.amount += visit.amount ?? 0;
    const today = now(visit.day);
    sides.now.replay(today, visit, standings.now.levelOf(today, visit.customerId, visit.day));
    sides.draft.replay(draft, visit, standings.draft.levelOf(draft, visit.customerId, visit.day));
    histories.of(visit.customerId).add({ day: visit.day, amount: visit.amount ?? 0 });
    done += 1;
    if (done % chunk === 0) yield { done, total };
  }
  close();
  yield { done, total };
  return months;
}
