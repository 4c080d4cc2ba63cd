/** The visits of one customer as the models see them; times in weeks (days / 7). */
export interface VisitRow {
  /** Visit days after the first. */
  readonly repeatVisits: number;
  /** From the first visit to the last; 0 without repeat visits. */
  readonly recencyWeeks: number;
  /** From the first visit to the end of observation. */
  readonly ageWeeks: number;
  /** Sum of ln(gap in weeks) over the gaps between neighbouring visits. */
  readonly sumLogGaps: number;
  /** The gaps themselves, oldest first, where they are known: they give the shop's exact median gap. */
  readonly gapsWeeks?: readonly number[];
}

/** @throws RangeError for a row that no visits can give */
export function checkVisitRow({ repeatVisits, recencyWeeks, ageWeeks, sumLogGaps }: VisitRow): void {
  const possible =
    Number.isInteger(repeatVisits) &&
    repeatVisits >= 0 &&
    recencyWeeks >= 0 &&
    recencyWeeks <= ageWeeks &&
    Number.isFinite(ageWeeks) &&
    Number.isFinite(sumLogGaps) &&
    repeatVisits > 0 === recencyWeeks > 0;
  if (!possible) {
    throw new RangeError(`No visits give ${repeatVisits} repeats over ${recencyWeeks} of ${ageWeeks} weeks`);
  }
}

/**
 * The median gap of all customers in weeks (g of prediction.md §7); null without gaps. Where the gaps are not kept, each
 * gap counts as the mean gap of its customer.
 */
export function typicalGap(rows: readonly VisitRow[]): number | null {
  let count = 0;
  for (const row of rows) count += row.repeatVisits;
  if (count === 0) return null;
  const gaps = new Float64Array(count);
  let next = 0;
  for (const { repeatVisits, recencyWeeks, gapsWeeks } of rows) {
    const known = gapsWeeks?.length === repeatVisits ? gapsWeeks : null;
    for (let index = 0; index < repeatVisits; index += 1) {
      gaps[next] = known?.[index] ?? recencyWeeks / repeatVisits;
      next += 1;
    }
  }
  gaps.sort();
  return ((gaps[Math.floor((count - 1) / 2)] ?? 0) + (gaps[Math.floor(count / 2)] ?? 0)) / 2;
}
