import type { CohortFigures } from '#shared/contract/reports.ts';
import { fewestForPercent } from './share-words.ts';

/** One field of the grid. */
export type CohortCell =
  | {
      readonly kind: 'share';
      readonly people: number;
      readonly share: number;
      readonly few: boolean;
      /** Four steps of colour from the lowest to the highest share shown; 0 for the first month, which is always full. */
      readonly step: 0 | 1 | 2 | 3 | 4;
    }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'later' };

export interface CohortRow {
  /** "YYYY-MM". */
  readonly month: string;
  readonly size: number;
  readonly cells: readonly CohortCell[];
}

/** How many of the latest months, and how many months after the first, the grid shows. */
const rowsShown = 6;
const monthsShown = 6;

const stepsOf = (shares: readonly number[]) => {
  const low = Math.min(...shares);
  const high = Math.max(...shares);
  return (share: number): 1 | 2 | 3 | 4 => {
    const part = high - low < 1e-9 ? 0.5 : (share - low) / (high - low);
    return part < 0.25 ? 1 : part < 0.5 ? 2 : part < 0.75 ? 3 : 4;
  };
};

/** The latest cohorts with their first months. `later` are months that have not begun. */
export const cohortRows = ({ cohorts }: CohortFigures): readonly CohortRow[] => {
  const latest = cohorts.slice(-rowsShown);
  const shares = latest.flatMap(({ size, cells }) =>
    cells.slice(1, monthsShown).flatMap((people) => (people === null || size === 0 ? [] : [people / size])),
  );
  const step = stepsOf(shares);
  return latest.map(({ month, size, cells }) => ({
    month,
    size,
    cells: Array.from({ length: monthsShown }, (_, k): CohortCell => {
      const people = cells[k];
      if (people === undefined) return { kind: 'later' };
      if (people === null) return { kind: 'unfinished' };
      const share = size === 0 ? 0 : people / size;
      const few = size < fewestForPercent;
      return { kind: 'share', people, share, few, step: k === 0 ? 0 : step(share) };
    }),
  }));
};
