import { type Interval, wilson, z95 } from './wilson.ts';

/** A count out of a number of people. */
export type Share = { readonly successes: number; readonly n: number };

/** Difference of two shares with its interval; each limit lies within -1..1. */
export type ShareDifference = { readonly difference: number; readonly interval: Interval };

/**
 * Newcombe's hybrid score interval of the difference a - b of two independent shares, without continuity correction
 * (metrics.md §8): from the Wilson limits l, u of both, d - sqrt((p1-l1)² + (u2-p2)²) to d + sqrt((u1-p1)² + (p2-l2)²).
 * Null when either has nobody. Throws a RangeError for counts that are no counts.
 */
export function newcombe(a: Share, b: Share, z: number = z95): ShareDifference | null {
  const limitsA = wilson(a.successes, a.n, z);
  const limitsB = wilson(b.successes, b.n, z);
  if (limitsA === null || limitsB === null) return null;
  const pA = a.successes / a.n;
  const pB = b.successes / b.n;
  const difference = pA - pB;
  return {
    difference,
    interval: {
      low: difference - Math.hypot(pA - limitsA.low, limitsB.high - pB),
      high: difference + Math.hypot(limitsA.high - pA, pB - limitsB.low),
    },
  };
}

/** Whether an interval of a difference leaves no doubt about its direction: it excludes 0. */
export const excludesZero = (interval: Interval): boolean => interval.low > 0 || interval.high < 0;
