import type { BusinessDay } from '../business-day/business-day.ts';
import type { ProgrammeRules, Reward, TierLevel } from './programme.ts';
import { compareLevels } from './tiers.ts';
import type { Why } from './why.ts';

/** What decides which rewards a customer may have. */
export interface RewardFacts {
  readonly day: BusinessDay;
  readonly tier: TierLevel | null;
  /** How often a reward was given so far, for the stock. */
  readonly givenOf: (rewardId: number) => number;
  /** Whether the customer ever bought an item. */
  readonly hasBought: (itemId: number) => boolean;
  /** What can be spent now, per unit. */
  readonly balanceOf: (unitId: number) => number;
}

export type RewardObstacle = 'inactive' | 'notYet' | 'over' | 'soldOut' | 'tier' | 'notNew' | 'balance';

/** Why a reward cannot be had now; null when it can. The balance comes last: it is what the customer can change. */
export function rewardObstacle(
  rules: ProgrammeRules,
  reward: Reward,
  facts: RewardFacts,
): RewardObstacle | null {
  if (!reward.active) return 'inactive';
  if (reward.firstDay !== null && facts.day < reward.firstDay) return 'notYet';
  if (reward.lastDay !== null && facts.day > reward.lastDay) return 'over';
  if (reward.stock !== null && facts.givenOf(reward.id) >= reward.stock) return 'soldOut';
  if (reward.tierId !== null) {
    const needed = rules.tiers?.levels.find((level) => level.id === reward.tierId) ?? null;
    if (!rules.tiers || !needed || compareLevels(rules.tiers, facts.tier, needed) < 0) return 'tier';
  }
  if (reward.onlyNew && reward.itemId !== null && facts.hasBought(reward.itemId)) return 'notNew';
  return facts.balanceOf(reward.unitId) < smallestPrice(reward) ? 'balance' : null;
}

/** A partial reward can be had for a single point. */
const smallestPrice = (reward: Reward): number =>
  reward.partial && reward.kind === 'amountOff' ? 1 : reward.price;

/** A reward as it was chosen; `spend` less than the price only where a part may be taken. */
export interface RewardChoice {
  readonly rewardId: number;
  readonly spend?: number | undefined;
}

/** One reward taken with a visit. */
export interface Redemption {
  readonly reward: Reward;
  /** Minus what it costs, in points or stamps. */
  readonly change: number;
  readonly why: Why;
}

export type RedeemResult =
  | { readonly kind: 'redeemed'; readonly redemptions: readonly Redemption[] }
  | { readonly kind: 'notAvailable'; readonly rewardId: number; readonly obstacle: RewardObstacle }
  | {
      readonly kind: 'insufficient';
      readonly unitId: number;
      readonly balance: number;
      readonly price: number;
    };

/**
 * Checks and prices the rewards chosen for a visit against the balances before the visit: what this same visit
 * earns cannot pay for them.
 * @param choices may name a reward more than once
 */
export function redeem(
  rules: ProgrammeRules,
  choices: readonly RewardChoice[],
  facts: RewardFacts,
): RedeemResult {
  const spent = new Map<number, number>();
  const given = new Map<number, number>();
  const redemptions: Redemption[] = [];
  for (const choice of choices) {
    const reward = rules.rewards.find((candidate) => candidate.id === choice.rewardId);
    if (!reward) return { kind: 'notAvailable', rewardId: choice.rewardId, obstacle: 'inactive' };
    const balance = facts.balanceOf(reward.unitId) - (spent.get(reward.unitId) ?? 0);
    const price = priceOf(reward, choice);
    const obstacle = rewardObstacle(rules, reward, {
      ...facts,
      balanceOf: () => balance,
      givenOf: (id) => facts.givenOf(id) + (given.get(id) ?? 0),
    });
    if (obstacle !== null && obstacle !== 'balance')
      return { kind: 'notAvailable', rewardId: reward.id, obstacle };
    if (balance < price) return { kind: 'insufficient', unitId: reward.unitId, balance, price };
    spent.set(reward.unitId, (spent.get(reward.unitId) ?? 0) + price);
    given.set(reward.id, (given.get(reward.id) ?? 0) + 1);
    redemptions.push({
      reward,
      change: -price,
      why: { kind: 'reward', rewardId: reward.id, rewardName: reward.name },
    });
  }
  return { kind: 'redeemed', redemptions };
}

/** A part is taken only where the reward allows it, and never more than the whole. */
function priceOf(reward: Reward, choice: RewardChoice): number {
  const part = choice.spend ?? reward.price;
  return reward.partial && reward.kind === 'amountOff'
    ? Math.min(Math.max(Math.trunc(part), 1), reward.price)
    : reward.price;
}

/** Money that a part of an `amountOff` is worth, minor units rounded down; all of it for the whole price. */
export function partValue(reward: Pick<Reward, 'amountOff' | 'price'>, spend: number): number {
  return Number((BigInt(reward.amountOff ?? 0) * BigInt(spend)) / BigInt(reward.price));
}

/**
 * The part of a partial reward that is worth taking: as much as the balance and the bill allow, and no point that brings
 * no money. 0 when nothing is.
 * @param due what is to be paid, minor units
 */
export function usefulSpend(
  reward: Pick<Reward, 'amountOff' | 'price'>,
  balance: number,
  due: number,
): number {
  const most = Math.min(Math.max(0, balance), reward.price);
  const value = Math.min(partValue(reward, most), Math.max(0, due));
  const amountOff = BigInt(reward.amountOff ?? 0);
  if (value === 0 || amountOff === 0n) return 0;
  // The smallest spend with that value.
  return Number((BigInt(value) * BigInt(reward.price) + amountOff - 1n) / amountOff);
}

/** Per cent of an amount, minor units rounded down. */
export function percentOf(amount: number, percent: number): number {
  return Number((BigInt(amount) * BigInt(percent)) / 100n);
}
