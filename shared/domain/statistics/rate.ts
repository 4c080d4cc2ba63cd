import { type Interval, wilson } from './wilson.ts';

/** With fewer people than this in a denominator a screen says "12 of 18" and shows no percentage (metrics.md §0). */
export const fewestPeopleForRate = 20;

/**
 * A share of people with everything a screen needs to show it honestly: numerator, denominator, 95 % Wilson interval,
 * and how to say it: 'noData' for nobody in the denominator, 'counts' ("12 of 18") below 20 people, else 'percent'.
 */
export type Rate = {
  readonly successes: number;
  readonly n: number;
  /** successes / n; null without anybody: no data, never 0 % or 100 %. */
  readonly share: number | null;
  readonly interval: Interval | null;
  readonly say: 'noData' | 'counts' | 'percent';
};

/** Throws a RangeError unless both are counts with 0 <= successes <= n. */
export function rateOf(successes: number, n: number): Rate {
  const interval = wilson(successes, n);
  if (n === 0) return { successes, n, share: null, interval, say: 'noData' };
  return {
    successes,
    n,
    share: successes / n,
    interval,
    say: n < fewestPeopleForRate ? 'counts' : 'percent',
  };
}
