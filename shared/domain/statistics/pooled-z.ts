import type { Share } from './newcombe.ts';
import { twoSidedP } from './normal.ts';

/** The pooled z test of two shares; for information beside Fisher's exact test, never to decide by. */
export type PooledZ = { readonly z: number; readonly p: number };

/**
 * z = (p1 - p2) / sqrt(p (1-p) (1/n1 + 1/n2)) with the pooled share p (metrics.md §8). Null when a side has nobody or
 * when nobody or everybody succeeded, where it is not defined.
 */
export function pooledZ(a: Share, b: Share): PooledZ | null {
  const pooled = (a.successes + b.successes) / (a.n + b.n);
  if (a.n === 0 || b.n === 0 || pooled === 0 || pooled === 1) return null;
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / a.n + 1 / b.n));
  const z = (a.successes / a.n - b.successes / b.n) / deviation;
  return { z, p: twoSidedP(z) };
}

/** Odds of a over odds of b; null where that would divide by zero. */
export function oddsRatio(a: Share, b: Share): number | null {
  const below = (a.n - a.successes) * b.successes;
  return below === 0 ? null : (a.successes * (b.n - b.successes)) / below;
}
