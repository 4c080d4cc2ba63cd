import { type MeanDifference, meanDifference, type Sums } from './mean.ts';
import { excludesZero, newcombe, type Share, type ShareDifference } from './newcombe.ts';
import { fewestPeopleForRate } from './rate.ts';

/**
 * What can honestly be said about a figure and the one before (metrics.md §0): 'up' and 'down' (an arrow) only when the
 * 95 % interval of the difference now - before excludes 0, 'unclear' when it does not, 'none' with fewer than 20 people
 * or values on either side.
 */
export type Change =
  | { readonly kind: 'none' }
  | ((ShareDifference | MeanDifference) & { readonly kind: 'up' | 'down' | 'unclear' });

/** The change of a share. Periods that share people make the interval wider than need be, never too narrow. */
export function changeOfShare(now: Share, before: Share): Change {
  if (now.n < fewestPeopleForRate || before.n < fewestPeopleForRate) return { kind: 'none' };
  return judged(newcombe(now, before));
}

/** The change of a mean, say of the amount of a check-in or of the visits of a customer. */
export function changeOfMean(now: Sums, before: Sums): Change {
  return judged(meanDifference(now, before));
}

function judged(found: ShareDifference | MeanDifference | null): Change {
  if (found === null) return { kind: 'none' };
  if (!excludesZero(found.interval)) return { kind: 'unclear', ...found };
  return { kind: found.difference > 0 ? 'up' : 'down', ...found };
}
