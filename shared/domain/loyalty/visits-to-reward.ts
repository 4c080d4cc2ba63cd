import { pointsFraction } from './carry.ts';
import type { ProgrammeRules } from './programme.ts';

/**
 * How many equal visits of `amount` minor units, one a day, it takes from nothing to a reward, without bonuses and
 * gifts; null when such visits never reach it (nothing is earned in its unit).
 *
 * Points: the smallest n with floor(n x amount x points / per) >= price, because remainders are carried; where a visit
 * earns as much as the day's cap, every visit gives exactly the cap.
 */
export function visitsToReward(
  rules: Pick<ProgrammeRules, 'pointsUnitId' | 'points' | 'stampCards'>,
  reward: { readonly unitId: number; readonly price: number },
  amount: number,
): number | null {
  const card = rules.stampCards.find((candidate) => candidate.unitId === reward.unitId);
  if (card) {
    if (card.on.kind === 'visit' && amount < card.on.minAmount) return null;
    const stamps = Math.min(card.stamps, card.perDay ?? card.stamps);
    return stamps > 0 ? Math.ceil(reward.price / stamps) : null;
  }
  const { points, pointsUnitId } = rules;
  if (points === null || reward.unitId !== pointsUnitId || amount <= 0 || amount < points.minAmount)
    return null;
  const { dailyCap } = points;
  if (dailyCap !== null && dailyCap < 1) return null;
  const { num, den } = pointsFraction(amount, points.points, points.per);
  if (dailyCap !== null && BigInt(num) >= BigInt(dailyCap) * BigInt(den))
    return Math.ceil(reward.price / dailyCap);
  return Number((BigInt(reward.price) * BigInt(den) + BigInt(num) - 1n) / BigInt(num));
}

/**
 * Share of what the customer paid that a reward gives back, at the shop's cost: cost / (visits x amount).
 * Null when it is never reached, or when nothing is paid.
 */
export function giveBackRate(cost: number, visits: number | null, amount: number): number | null {
  if (visits === null || visits === 0 || amount <= 0) return null;
  return cost / (visits * amount);
}

/**
 * Share of the bill that the programme gives back at most, at the shop's cost: in each unit the dearest way to use it,
 * summed over the units, because a visit earns in all of them at once. Null when no reward can be reached.
 */
export function totalGiveBack(
  rules: Pick<ProgrammeRules, 'pointsUnitId' | 'points' | 'stampCards' | 'rewards'>,
  amount: number,
): number | null {
  const dearest = new Map<number, number>();
  for (const reward of rules.rewards) {
    if (!reward.active) continue;
    const rate = giveBackRate(reward.cost, visitsToReward(rules, reward, amount), amount);
    if (rate !== null) dearest.set(reward.unitId, Math.max(rate, dearest.get(reward.unitId) ?? 0));
  }
  return dearest.size === 0 ? null : [...dearest.values()].reduce((sum, rate) => sum + rate, 0);
}
