/** Lower and upper limit of a share, both within 0..1. */
export type Interval = { readonly low: number; readonly high: number };

/** The 97.5 % point of the standard normal distribution: two-sided 95 %. */
export const z95 = 1.959963984540054;

/**
 * Wilson score interval of a share (metrics.md §8): centre (p + z²/2n)/(1 + z²/n), half-width
 * z/(1 + z²/n) · sqrt(p(1-p)/n + z²/4n²), clipped to 0..1. Null when nobody was observed.
 * Throws a RangeError unless successes and n are whole numbers with 0 <= successes <= n.
 */
export function wilson(successes: number, n: number, z: number = z95): Interval | null {
  if (!Number.isInteger(successes) || !Number.isInteger(n) || successes < 0 || successes > n) {
    throw new RangeError(`Not a count out of a number of people: ${successes} of ${n}`);
  }
  if (n === 0) return null;
  const p = successes / n;
  const z2 = z * z;
  const scale = 1 + z2 / n;
  const centre = (p + z2 / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  // At the ends the exact limits are 0 and 1; floating point misses them by a hair.
  return {
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
  };
}
