/** MBG: somebody may leave for good already after the first visit; BG: only after a repeat visit (prediction.md §2). */
export type Family = 'MBG' | 'BG';

/**
 * The gaps of somebody active are sums of k exponential stages with rate λ ~ Gamma(r, rate alpha per week) over the
 * customers; after a visit somebody leaves with probability p ~ Beta(a, b).
 */
export interface VisitParameters {
  readonly family: Family;
  readonly k: number;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/** δ of prediction.md §2. */
export const firstVisitCounts = (family: Family): 0 | 1 => (family === 'MBG' ? 1 : 0);
