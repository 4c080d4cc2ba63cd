import { logChoose } from './log-factorial.ts';

export type FisherExact = {
  /** Two-sided p: the probabilities of all tables that are no likelier than the one seen. */
  readonly p: number;
  /** Those strictly less likely and half of the equally likely ones; for information only. */
  readonly midP: number;
};

/** Probabilities that differ by less than this factor count as equal (metrics.md §8; R does the same). */
const sameProbability = 1 + 1e-7;

/**
 * Fisher's exact test of x1 of n1 against x2 of n2 (metrics.md §8). Null when either side has nobody: no data.
 * When nobody or everybody succeeded on both sides there is one possible table and p = 1.
 * Throws a RangeError unless all are counts with x <= n.
 */
export function fisherExact(x1: number, n1: number, x2: number, n2: number): FisherExact | null {
  checkCounts(x1, n1);
  checkCounts(x2, n2);
  if (n1 === 0 || n2 === 0) return null;
  const successes = x1 + x2;
  const total = logChoose(n1 + n2, successes);
  const logProbability = (k: number) => logChoose(n1, k) + logChoose(n2, successes - k) - total;
  const seen = Math.exp(logProbability(x1));
  let less = 0;
  let equal = 0;
  for (let k = Math.max(0, successes - n2); k <= Math.min(n1, successes); k += 1) {
    const probability = Math.exp(logProbability(k));
    if (probability * sameProbability < seen) less += probability;
    else if (probability <= seen * sameProbability) equal += probability;
  }
  return { p: Math.min(1, less + equal), midP: Math.min(1, less + equal / 2) };
}

function checkCounts(x: number, n: number): void {
  if (!Number.isInteger(x) || !Number.isInteger(n) || x < 0 || x > n) {
    throw new RangeError(`Not a count out of a number of people: ${x} of ${n}`);
  }
}
