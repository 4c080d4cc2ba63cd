import { addCarry, type Carry, noCarry } from '../loyalty/carry.ts';
import { earn } from '../loyalty/earn.ts';
import { type ProgrammeRules, type Reward, readyRewards } from '../loyalty/programme.ts';

/** What a made-up customer has collected, by the shop's own rules. */
export class DemoWallet {
  readonly #rules: ProgrammeRules;
  readonly #balances = new Map<number, number>();
  #carry: Carry = noCarry;

  constructor(rules: ProgrammeRules) {
    this.#rules = rules;
  }

  balanceOf(unitId: number): number {
    return this.#balances.get(unitId) ?? 0;
  }

  /** The dearest reward of each unit that can be had now. */
  ready(): readonly Reward[] {
    const best = new Map<number, Reward>();
    for (const reward of readyRewards(this.#rules, (unitId) => this.balanceOf(unitId))) {
      const known = best.get(reward.unitId);
      if (!known || reward.price > known.price) best.set(reward.unitId, reward);
    }
    return [...best.values()];
  }

  #add(unitId: number, change: number): void {
    this.#balances.set(unitId, this.balanceOf(unitId) + change);
  }

  /** Books a visit: the rewards are debited, then what was paid earns. */
  book(rewards: readonly Reward[], amount: number): void {
    for (const reward of rewards) this.#add(reward.unitId, -reward.price);
    for (const earning of earn(this.#rules, { amount, carry: this.#carry })) {
      this.#add(earning.unitId, earning.change);
      if (earning.kind === 'points') this.#carry = addCarry(this.#carry, earning.carry);
    }
  }
}
