import { decimalText } from '../decimal/decimal-text.ts';

/** Figures by name; null: no data. */
export type Figures = Readonly<Record<string, number | null>>;

/** A figure of a closed month that would be another today. */
export type Restatement = {
  readonly figure: string;
  readonly closed: number | null;
  readonly today: number | null;
  /** today - closed; null when one of them is no data. */
  readonly difference: number | null;
};

/**
 * What later corrections (undo, merge, erase) would change in a closed month, in the order of the closed figures. The
 * snapshot itself never changes. Today's figures must be computed with the definitions the month was closed with;
 * figures that did not exist then are no restatement, a figure that no longer exists counts as no data.
 */
export function restatements(closed: Figures, today: Figures): readonly Restatement[] {
  return Object.entries(closed).flatMap(([figure, then]) => {
    const now = today[figure] ?? null;
    if (isSame(then, now)) return [];
    const difference = then === null || now === null ? null : now - then;
    return [{ figure, closed: then, today: now, difference }];
  });
}

/** As the snapshot writes them: what reads the same is the same. */
function isSame(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : decimalText(a) === decimalText(b);
}
