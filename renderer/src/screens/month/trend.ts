import { excludesZero, newcombe } from '#shared/domain/statistics/index.ts';
import { fewestForPercent } from './share-words.ts';

/** How many of how many were kept. */
export interface Kept {
  readonly kept: number;
  readonly S: number;
}

/** What can honestly be said about two periods' retention. */
export type Trend =
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'up' | 'down'; readonly difference: number };

/**
 * The change from one period to the next: an arrow only when the Newcombe interval of the difference excludes
 * 0. The two groups share people, which makes the interval wider than need be, never too narrow.
 */
export const trendOf = (now: Kept, before: Kept): Trend => {
  if (now.S < fewestForPercent || before.S < fewestForPercent) return { kind: 'none' };
  const change = newcombe({ successes: now.kept, n: now.S }, { successes: before.kept, n: before.S });
  if (change === null) return { kind: 'none' };
  if (!excludesZero(change.interval)) return { kind: 'unclear' };
  return { kind: change.difference > 0 ? 'up' : 'down', difference: change.difference };
};
