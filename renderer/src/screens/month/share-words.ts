import { type Interval, wilson } from '#shared/domain/statistics/index.ts';

/** Fewer people than this are told in words, without a percentage (metrics.md, small numbers). */
export const fewestForPercent = 20;

/** What can honestly be said about "part of whole". */
export type ShareWords =
  | { readonly kind: 'noData' }
  | { readonly kind: 'counts'; readonly part: number; readonly whole: number }
  | { readonly kind: 'percent'; readonly share: number; readonly interval: Interval };

/**
 * A share as it may be shown: nothing without a denominator, "12 of 18" below 20 people, else a percentage
 * with its 95 % Wilson interval.
 */
export const shareWords = (part: number, whole: number): ShareWords => {
  const interval = wilson(part, whole);
  if (interval === null) return { kind: 'noData' };
  if (whole < fewestForPercent) return { kind: 'counts', part, whole };
  return { kind: 'percent', share: part / whole, interval };
};

/**
 * The textbook figure (E - N) / S as it may be shown. It is no share of S (it counts the returned and can
 * exceed 1), so it has no interval; below 20 people it is told as counts too.
 */
export type TextbookWords =
  | { readonly kind: 'noData' }
  | { readonly kind: 'counts'; readonly part: number; readonly whole: number }
  | { readonly kind: 'percent'; readonly share: number };

export const textbookWords = (E: number, N: number, S: number): TextbookWords => {
  if (S === 0) return { kind: 'noData' };
  if (S < fewestForPercent) return { kind: 'counts', part: E - N, whole: S };
  return { kind: 'percent', share: (E - N) / S };
};
