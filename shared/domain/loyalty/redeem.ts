import type { Why } from './earn.ts';
import type { ProgrammeRules, Reward } from './programme.ts';

/** One reward taken with a visit. */
export interface Redemption {
  readonly reward: Reward;
  readonly change: number;
  readonly why: Why;
}

export type RedeemResult =
  | { readonly kind: 'redeemed'; readonly redemptions: readonly Redemption[] }
  | { readonly kind: 'notAvailable'; readonly rewardId: number }
  | {
      readonly kind: 'insufficient';
      readonly unitId: number;
      readonly balance: number;
      readonly price: number;
    };

/**
 * Checks and prices the rewards chosen for a visit against the balances before the visit: what this same visit
 * earns cannot pay for them.
 * @param rewardIds may name a reward more than once
 */
export function redeem(
  rules: ProgrammeRules,
  rewardIds: readonly number[],
  balanceOf: (unitId: number) => number,
): RedeemResult {
  const left = new Map<number, number>();
  const redemptions: Redemption[] = [];
  for (const rewardId of rewardIds) {
    const reward = rules.rewards.find((candidate) => candidate.id === rewardId && candidate.active);
    if (!reward) return { kind: 'notAvailable', rewardId };
    const balance = left.get(reward.unitId) ?? balanceOf(reward.unitId);
    if (balance < reward.price)
      return { kind: 'insufficient', unitId: reward.unitId, balance, price: reward.price };
    left.set(reward.unitId, balance - reward.price);
    redemptions.push({
      reward,
      change: -reward.price,
      why: { kind: 'reward', rewardId: reward.id, rewardName: reward.name },
    });
  }
  return { kind: 'redeemed', redemptions };
}
