import { z95 } from './wilson.ts';

/** The 80 % point of the standard normal distribution: 80 % power. */
const z80 = 0.8416212335729143;

/**
 * People per arm that an experiment needs to see a share move from `base` to `target`: two-sided 5 %, 80 % power,
 * n = (z95 sqrt(2 p̄ (1-p̄)) + z80 sqrt(p1 (1-p1) + p2 (1-p2)))² / (p2-p1)², p̄ the mean of both (Fleiss, Levin and Paik,
 * Statistical Methods for Rates and Proportions, 4.2), not rounded. Infinite for no difference.
 * Throws a RangeError for shares outside 0..1.
 */
export function peoplePerArm(base: number, target: number): number {
  if (!(base >= 0 && base <= 1 && target >= 0 && target <= 1)) throw new RangeError('Not shares');
  const mean = (base + target) / 2;
  const spread = Math.sqrt(base * (1 - base) + target * (1 - target));
  const needed = z95 * Math.sqrt(2 * mean * (1 - mean)) + z80 * spread;
  return base === target ? Number.POSITIVE_INFINITY : (needed / (target - base)) ** 2;
}

/** The smallest share above `base` that so many people per arm would show; null when not even 100 % would. */
export function detectableShare(base: number, perArm: number): number | null {
  if (peoplePerArm(base, 1) > perArm) return null;
  let low = base;
  let high = 1;
  // 60 halvings leave nothing that a double could tell.
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (peoplePerArm(base, middle) > perArm) low = middle;
    else high = middle;
  }
  return high;
}
