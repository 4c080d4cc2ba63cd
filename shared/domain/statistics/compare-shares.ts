import { type FisherExact, fisherExact } from './fisher-exact.ts';
import { excludesZero, newcombe, type Share, type ShareDifference } from './newcombe.ts';

/** From here on a difference counts as shown (metrics.md §8). */
export const significance = 0.05;

/**
 * What two shares say about each other (metrics.md §8):
 * - noData: a side has nobody
 * - different: Fisher p < 0.05 and the Newcombe interval excludes 0
 * - unclear: one of the two says so and the other does not
 * - notShown: neither does; that is no proof of equality
 */
export type ShareComparison =
  | { readonly verdict: 'noData' }
  | (ShareDifference &
      FisherExact & {
        readonly verdict: 'different' | 'unclear' | 'notShown';
      });

/** Compares a with b; the difference is a - b. Throws a RangeError for counts that are no counts. */
export function compareShares(a: Share, b: Share): ShareComparison {
  const effect = newcombe(a, b);
  const test = fisherExact(a.successes, a.n, b.successes, b.n);
  if (effect === null || test === null) return { verdict: 'noData' };
  const small = test.p < significance;
  const apart = excludesZero(effect.interval);
  const verdict = small && apart ? 'different' : small || apart ? 'unclear' : 'notShown';
  return { ...effect, ...test, verdict };
}
