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
  /** The wallet that carries remainders on; left out where everybody has one of their own. */
  readonly walletId?: number;
  /** The programme version under which it was written; left out where the day decides. */
  readonly versionId?: number;
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

/** What a replay goes by. */
export interface ReplaySettings {
  /** Rules in force on a day, or at a visit: what really counted then. */
  readonly now: (day: BusinessDay, visit: SimulatedVisit) => ProgrammeRules;
  readonly draft: ProgrammeRules;
  /**
   * Tier days of customers before the replay, so that levels are right from its first day; only read where a tier
   * multiplies.
   */
  readonly daysBefore?: ReadonlyMap<number, TierHistory>;
  /** Share of the earned value that is redeemed (`redemptionRate`); null when nothing is known: then all of it. */
  readonly redemptionRate: number | null;
}

export interface Simulation extends ReplaySettings {
  /** In the order of time. */
  readonly visits: Iterable<SimulatedVisit>;
  readonly total: number;
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
  day: BusinessDay | null;
  readonly earnedToday: Map<number, number>;
  /** Day of the last birthday gift. */
  birthday: BusinessDay | null;
  readonly given: GivenGift[];
  /** Everything earned, at the cost of the dearest reward, minor units, not whole. */
  worth: number;
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
  readonly #carries = new Map<number, Carry>();
  readonly #dearest = new WeakMap<ProgrammeRules, ReadonlyMap<number, Reward>>();
  readonly #rate: number;
  #sums = { points: 0, stamps: 0, gifts: 0, redemptions: 0, cost: 0 };

  constructor(redemptionRate: number | null) {
    this.#rate = redemptionRate ?? 1;
  }

  #holderOf(customerId: number): Holder {
    const known = this.#holders.get(customerId);
    if (known) return known;
    const holder: Holder = { day: null, earnedToday: new Map(), birthday: null, given: [], worth: 0 };
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

  #count(rules: ProgrammeRules, unitId: number, change: number, holder: Holder): void {
    const sums = this.#sums;
    if (unitId === rules.pointsUnitId) sums.points += change;
    else sums.stamps += change;
    const reward = this.#dearestOf(rules).get(unitId);
    if (!reward) return;
    sums.redemptions += (change * this.#rate) / reward.price;
    sums.cost += (change * this.#rate * reward.cost) / reward.price;
    holder.worth += (change * reward.cost) / reward.price;
  }

  #give(rules: ProgrammeRules, visit: SimulatedVisit, holder: Holder): void {
    const { day, visitNumber, daysToBirthday, referredById } = visit;
    const birthdayGiven = holder.birthday !== null && day - holder.birthday < birthdayMemory;
    const facts = { visitNumber, daysToBirthday, birthdayGiven, referredById, given: holder.given };
    for (const { gift, occasion, visits, to } of dueGifts(rules.gifts, facts)) {
      if (occasion === 'birthday') holder.birthday = day;
      else holder.given.push({ occasion, visits });
      this.#sums.gifts += 1;
      const receiver = to === 'referrer' && referredById !== null ? this.#holderOf(referredById) : holder;
      this.#count(rules, gift.unitId, gift.amount, receiver);
    }
  }

  replay(rules: ProgrammeRules, visit: SimulatedVisit, tier: TierLevel | null): void {
    const { day, minute, amount, lines } = visit;
    const holder = this.#holderOf(visit.customerId);
    if (holder.day !== day) {
      holder.day = day;
      holder.earnedToday.clear();
    }
    // Wallets and customers are numbered apart.
    const carrier = visit.walletId ?? 0 - visit.customerId;
    const carried = this.#carries.get(carrier) ?? noCarry;
    const earnings = earn(rules, {
      amount,
      lines,
      time: { day, weekday: weekdayOf(day), minute },
      carry: carried,
      tier,
      earnedToday: (unitId) => holder.earnedToday.get(unitId) ?? 0,
    });
    for (const { unitId, kind, change, carry } of earnings) {
      if (kind === 'points') this.#carries.set(carrier, addCarry(carried, carry));
      holder.earnedToday.set(unitId, (holder.earnedToday.get(unitId) ?? 0) + change);
      this.#count(rules, unitId, change, holder);
    }
    this.#give(rules, visit, holder);
  }

  /** What everybody has earned so far, minor units at reward cost. */
  worths(): ReadonlyMap<number, number> {
    return new Map([...this.#holders].map(([customerId, { worth }]) => [customerId, worth]));
  }

  /** The sums since the last call. */
  close(): SimulatedSide {
    const sums = this.#sums;
    this.#sums = { points: 0, stamps: 0, gifts: 0, redemptions: 0, cost: 0 };
    return sums;
  }
}

/** What one customer would have earned, minor units at reward cost. */
export interface ReplayedCustomer {
  readonly customerId: number;
  readonly now: number;
  readonly draft: number;
}

/**
 * Replays real visits under the rules that counted and under a draft, month by month. What was paid stays as it was:
 * nobody is assumed to come more often or to spend more. What is earned is turned into rewards by the redemption rate
 * that the ledger shows, at the cost of the reward that costs most per point.
 */
export class Replay {
  readonly #settings: ReplaySettings;
  readonly #now: Side;
  readonly #draft: Side;
  readonly #histories: Histories;
  readonly #standings: { readonly now: Standings; readonly draft: Standings };
  readonly #months: SimulatedMonth[] = [];
  #month: BusinessMonth | null = null;
  #visits = 0;
  #amount = 0;

  constructor(settings: ReplaySettings) {
    this.#settings = settings;
    this.#now = new Side(settings.redemptionRate);
    this.#draft = new Side(settings.redemptionRate);
    this.#histories = new Histories(settings.daysBefore ?? new Map<number, TierHistory>());
    this.#standings = { now: new Standings(this.#histories), draft: new Standings(this.#histories) };
  }

  /** One more visit, not earlier than the one before. */
  add(visit: SimulatedVisit): void {
    const { customerId, day } = visit;
    const month = monthOf(day);
    if (month !== this.#month) {
      this.#close();
      this.#month = month;
    }
    this.#visits += 1;
    this.#amount += visit.amount ?? 0;
    const today = this.#settings.now(day, visit);
    const { draft } = this.#settings;
    this.#now.replay(today, visit, this.#standings.now.levelOf(today, customerId, day));
    this.#draft.replay(draft, visit, this.#standings.draft.levelOf(draft, customerId, day));
    this.#histories.of(customerId).add({ day, amount: visit.amount ?? 0 });
  }

  #close(): void {
    const month = this.#month;
    if (month === null) return;
    const [now, draft] = [this.#now.close(), this.#draft.close()];
    this.#months.push({ month, visits: this.#visits, amount: this.#amount, now, draft });
    [this.#month, this.#visits, this.#amount] = [null, 0, 0];
  }

  /** One row for each month that had visits, oldest first. */
  finish(): readonly SimulatedMonth[] {
    this.#close();
    return this.#months;
  }

  /** Everybody who came, and who was given something for bringing them. */
  customers(): readonly ReplayedCustomer[] {
    const [now, draft] = [this.#now.worths(), this.#draft.worths()];
    return [...new Set([...now.keys(), ...draft.keys()])].map((customerId) => ({
      customerId,
      now: now.get(customerId) ?? 0,
      draft: draft.get(customerId) ?? 0,
    }));
  }
}

/**
 * A whole `Replay` with its progress. A reader that stops taking values stops the simulation.
 * @returns after all progress, one row for each month that had visits, oldest first
 */
export function* simulate(
  simulation: Simulation,
): Generator<SimulationProgress, readonly SimulatedMonth[], undefined> {
  const { visits, total, chunk = 1000 } = simulation;
  const replay = new Replay(simulation);
  let done = 0;
  for (const visit of visits) {
    replay.add(visit);
    done += 1;
    if (done % chunk === 0) yield { done, total };
  }
  yield { done, total };
  return replay.finish();
}
