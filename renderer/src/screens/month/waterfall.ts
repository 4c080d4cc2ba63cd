/** The five counts of a period that tell how its start became its end. */
export interface Movement {
  readonly S: number;
  readonly N: number;
  readonly R: number;
  readonly lapsed: number;
  readonly E: number;
}

export type ColumnKey = 'S' | 'N' | 'R' | 'lapsed' | 'E';

/** One column, as shares (0..1) of the drawn height above the cut. */
export interface Column {
  readonly key: ColumnKey;
  readonly count: number;
  readonly bottom: number;
  readonly top: number;
  /** Level the next column continues from, for the dotted line; null for the last. */
  readonly joins: number | null;
}

export interface Waterfall {
  readonly columns: readonly Column[];
  /** People left out at the foot of the first and last column; 0 = the axis starts at nought. */
  readonly cut: number;
}

/** Largest of 1, 2 or 5 times a power of ten that is not above the value; at least 1. */
const niceStep = (value: number): number => {
  if (value < 2) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const lead = value / power;
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power;
};

/** Where the axis starts: 0 unless the changes would be slivers on top of two tall columns. */
const axisCut = (lowest: number, highest: number): number => {
  const changes = highest - lowest;
  const wanted = lowest - Math.max(changes * 0.9, highest * 0.1);
  if (wanted < highest * 0.25) return 0;
  const step = niceStep(Math.max(changes / 4, 1));
  return Math.floor(wanted / step) * step;
};

/**
 * The start, what was added, what was lost and the end, as columns that meet: S + N + R - lapsed = E.
 * Throws a RangeError when the counts do not add up, because a chart that does not reconcile is a lie.
 */
export const waterfall = ({ S, N, R, lapsed, E }: Movement): Waterfall => {
  if (S + N + R - lapsed !== E) {
    throw new RangeError(`The counts do not meet: ${S} + ${N} + ${R} - ${lapsed} is not ${E}`);
  }
  const highest = S + N + R;
  const cut = axisCut(Math.min(S, E), highest);
  const at = (people: number): number => (highest === 0 ? 0 : (people - cut) / (highest - cut));
  const column = (key: ColumnKey, count: number, low: number, high: number, next: number | null): Column => ({
    key,
    count,
    bottom: at(low),
    top: at(high),
    joins: next === null ? null : at(next),
  });
  return {
    cut,
    columns: [
      column('S', S, cut, S, S),
      column('N', N, S, S + N, S + N),
      column('R', R, S + N, highest, highest),
      column('lapsed', lapsed, E, highest, E),
      column('E', E, cut, E, null),
    ],
  };
};
