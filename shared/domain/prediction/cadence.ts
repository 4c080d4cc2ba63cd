import { personalGapWeeks } from './data-standing.ts';
import { typicalGap, type VisitRow } from './visit-row.ts';

/** Kinds of shops that differ in how often people come. */
export type ShopRhythm = 'cafe' | 'barber' | 'salon';

const usualWeeks: Readonly<Record<ShopRhythm, number>> = { cafe: 1, barber: 4, salon: 6 };
const fewestGapsOfShop = 10;

/** How late somebody is for their own rhythm; it is no probability and none may be made of it. */
export interface Cadence {
  readonly state: 'new' | 'onTime' | 'late' | 'overdue' | 'lost';
  readonly gapWeeks: number;
  /** Time since the last visit over the personal gap. */
  readonly ratio: number;
}

/**
 * The shop's median gap in weeks: its own from 10 gaps on, before that what is usual for its kind.
 * @param known the median of all gaps where it is worked out already
 */
export function shopGapWeeks(
  rows: readonly VisitRow[],
  rhythm: ShopRhythm,
  known: number | null = typicalGap(rows),
): number {
  let gaps = 0;
  for (const row of rows) gaps += row.repeatVisits;
  return (gaps >= fewestGapsOfShop ? known : null) ?? usualWeeks[rhythm];
}

/**
 * The fallback under the data cut-offs (prediction.md §8): on time up to 1.2 of the personal gap, late up to 2, overdue
 * up to 3, then lost. After one visit the shop's gap stands for the personal one, and while that is not over by much the
 * customer is simply new.
 * @param waitedWeeks time since the last visit that counts, so without closed days
 */
export function cadenceOf(row: VisitRow, gapOfShop: number, waitedWeeks: number): Cadence {
  const gapWeeks = personalGapWeeks(row, gapOfShop);
  const ratio = waitedWeeks / gapWeeks;
  const onTime = row.repeatVisits === 0 ? 'new' : 'onTime';
  const state = ratio <= 1.2 ? onTime : ratio <= 2 ? 'late' : ratio <= 3 ? 'overdue' : 'lost';
  return { state, gapWeeks, ratio };
}
