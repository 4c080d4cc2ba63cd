import { typicalGap, type VisitRow } from './visit-row.ts';

/** Why the visits of a shop carry no model (prediction.md §8). */
export type TooLittle =
  | 'fewCustomers'
  | 'fewReturned'
  | 'fewGaps'
  | 'shortHistory'
  /** Nobody is late for their own rhythm: the data say nothing about leaving. */
  | 'nobodyLate';

/**
 * What the visits of a shop allow (prediction.md §8): 'rough' cadence for the status and totals only as rough; 'early' an
 * early estimate with its range; 'full' everything.
 */
export type DataStanding =
  | { readonly kind: 'none'; readonly reason: TooLittle; readonly typicalGapWeeks: number | null }
  | { readonly kind: 'rough' | 'early' | 'full'; readonly typicalGapWeeks: number };

const fewestCustomers = 10;
const fewestReturned = 5;
const fewestGaps = 10;
const historyInGaps = 3;
/** Late as in the fallback: twice the personal gap without a visit. */
const lateInGaps = 2;

export function dataStanding(rows: readonly VisitRow[], knownGapWeeks?: number): DataStanding {
  const typicalGapWeeks = knownGapWeeks ?? typicalGap(rows);
  let returned = 0;
  let gaps = 0;
  let history = 0;
  for (const row of rows) {
    if (row.repeatVisits > 0) returned += 1;
    gaps += row.repeatVisits;
    history = Math.max(history, row.ageWeeks);
  }
  const none = (reason: TooLittle): DataStanding => ({ kind: 'none', reason, typicalGapWeeks });
  if (rows.length < fewestCustomers) return none('fewCustomers');
  if (returned < fewestReturned) return none('fewReturned');
  if (gaps < fewestGaps || typicalGapWeeks === null) return none('fewGaps');
  if (history < historyInGaps * typicalGapWeeks) return none('shortHistory');
  const late = rows.some(
    (row) => row.ageWeeks - row.recencyWeeks > lateInGaps * personalGapWeeks(row, typicalGapWeeks),
  );
  if (!late) return none('nobodyLate');
  if (rows.length < 20 || returned < 15) return { kind: 'rough', typicalGapWeeks };
  return { kind: rows.length < 100 ? 'early' : 'full', typicalGapWeeks };
}

/** The gap of one customer, drawn towards the shop's by two gaps' weight: (own gaps + 2 g) / (number + 2). */
export function personalGapWeeks(
  { repeatVisits, recencyWeeks }: Pick<VisitRow, 'repeatVisits' | 'recencyWeeks'>,
  shopGapWeeks: number,
): number {
  return (recencyWeeks + 2 * shopGapWeeks) / (repeatVisits + 2);
}
