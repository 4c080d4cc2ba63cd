import { type BusinessDay, weekdayOf } from '../business-day/business-day.ts';
import { addCarry, type Carry, noCarry } from '../loyalty/carry.ts';
import { earn } from '../loyalty/earn.ts';
import type { ProgrammeRules, Reward, TierLevel } from '../loyalty/programme.ts';
import { redeem } from '../loyalty/redeem.ts';
import { bestStanding, levelFor, TierHistory } from '../loyalty/tiers.ts';

/** When a made-up customer comes. */
export interface DemoMoment {
  readonly day: BusinessDay;
  /** Minutes after midnight on the shop's clock. */
  readonly minute: number;
}

/**
 * What a made-up customer has collected, by the shop's own rules. A demo starts with a starter programme, which counts
 * visits and money, knows neither gifts nor expiry and multiplies by no rank: so orders need not be told item by item.
 */
export class DemoWallet {
  readonly #rules: ProgrammeRules;
  readonly #balances = new Map<number, number>();
  readonly #days = new TierHistory();
  #carry: Carry = noCarry;
  #today: { day: BusinessDay; earned: Map<number, number> } | null = null;

  constructor(rules: ProgrammeRules) {
    this.#rules = rules;
  }

  balanceOf(unitId: number): number {
    return this.#balances.get(unitId) ?? 0;
  }

  #tierOn(day: BusinessDay): TierLevel | null {
    const { tiers } = this.#rules;
    if (!tiers || tiers.basis === 'rank') return null;
    return levelFor(tiers, bestStanding(tiers, this.#days, day));
  }

  /** The dearest reward of each unit that can be had on a day. */
  ready(day: BusinessDay): readonly Reward[] {
    const tier = this.#tierOn(day);
    const best = new Map<number, Reward>();
    for (const reward of this.#rules.rewards) {
      const result = redeem(this.#rules, [{ rewardId: reward.id }], {
        day,
        tier,
        givenOf: () => 0,
        hasBought: () => false,
        balanceOf: (unitId) => this.balanceOf(unitId),
      });
      const known = best.get(reward.unitId);
      if (result.kind === 'redeemed' && (!known || reward.price > known.price)) {
        best.set(reward.unitId, reward);
      }
    }
    return [...best.values()];
  }

  #add(unitId: number, change: number): void {
    this.#balances.set(unitId, this.balanceOf(unitId) + change);
  }

  #earnedOn(day: BusinessDay): Map<number, number> {
    if (this.#today?.day !== day) this.#today = { day, earned: new Map() };
    return this.#today.earned;
  }

  /** Books a visit: the rewards are debited, then what was paid earns. Visits come in the order of time. */
  book(rewards: readonly Reward[], amount: number, { day, minute }: DemoMoment): void {
    for (const reward of rewards) this.#add(reward.unitId, -reward.price);
    const earned = this.#earnedOn(day);
    const earnings = earn(this.#rules, {
      amount,
      lines: [],
      time: { day, weekday: weekdayOf(day), minute },
      carry: this.#carry,
      tier: this.#tierOn(day),
      earnedToday: (unitId) => earned.get(unitId) ?? 0,
    });
    for (const { unitId, kind, change, carry } of earnings) {
      this.#add(unitId, change);
      earned.set(unitId, (earned.get(unitId) ?? 0) + change);
      if (kind === 'points') this.#carry = addCarry(this.#carry, carry);
    }
    this.#days.add({ day, amount });
  }
}
