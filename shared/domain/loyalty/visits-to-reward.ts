import type { ProgrammeRules } from './programme.ts';

/**
 * How many equal visits of `amount` minor units it takes from nothing to a reward; null when such visits
 * never reach it (nothing is earned in its unit).
 *
 * Points: the smallest n with floor(n x amount x points / per) >= price, because remainders are carried.
 */
export function visitsToReward(
  rules: Pick<ProgrammeRules, 'pointsUnitId' | 'points' | 'stamps'>,
  reward: { readonly unitId: number; readonly price: number },
  amount: number,
): number | null {
  const { points, stamps, pointsUnitId } = rules;
  if (stamps !== null && reward.unitId === stamps.unitId) {
    return Math.ceil(reward.price / stamps.stampsPerVisit);
  }
  if (points === null || reward.unitId !== pointsUnitId || amount <= 0) return null;
  const needed = BigInt(reward.price) * BigInt(points.per);
  const perVisit = BigInt(amount) * BigInt(points.points);
  return Number((needed + perVisit - 1n) / perVisit);
}

/**
 * Share of what the customer paid that a reward gives back, at the shop's cost: cost / (visits x amount).
 * Null when it is never reached, or when nothing is paid.
 */
export function giveBackRate(cost: number, visits: number | null, amount: number): number | null {
  if (visits === null || visits === 0 || amount <= 0) return null;
  return cost / (visits * amount);
}
