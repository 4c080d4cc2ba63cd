import type { Retention } from './retention.ts';

/** A column of the waterfall: it reaches from `from` to `to` people; `change` is their difference. */
export type WaterfallStep = {
  readonly step: 'start' | 'new' | 'reactivated' | 'lapsed' | 'end';
  readonly change: number;
  readonly from: number;
  readonly to: number;
};

/**
 * How the people active at the start became those active at the end: S + N + R - lapsed = E, always (metrics.md §0).
 * The columns of start and end stand on 0.
 */
export function waterfall(
  figures: Pick<Retention, 'S' | 'E' | 'N' | 'R' | 'lapsed'>,
): readonly WaterfallStep[] {
  const { S, E, N, R, lapsed } = figures;
  return [
    { step: 'start', change: S, from: 0, to: S },
    { step: 'new', change: N, from: S, to: S + N },
    { step: 'reactivated', change: R, from: S + N, to: S + N + R },
    { step: 'lapsed', change: 0 - lapsed, from: S + N + R, to: S + N + R - lapsed },
    { step: 'end', change: E, from: 0, to: E },
  ];
}
