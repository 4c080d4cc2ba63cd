import { type Change, changeOfShare } from '../statistics/index.ts';
import { figureKey, type MonthFigure } from './month-figures.ts';

/** A share of people in two months, and what may be said about its change. */
export type SharedFigure = {
  readonly now: MonthFigure;
  readonly before: MonthFigure;
  readonly change: Change;
};

/** The shares of people that a report compares, in its order. */
const compared = ['retention', 'repeatRate'] as const;

/**
 * The shares of people in a month against those of the month before: each with the 95 % Newcombe interval of the
 * difference, no direction with fewer than 20 people on a side. A figure that either month lacks, has no data for, or
 * computed with another definition is left out. Both months must have been counted with the same activity window.
 */
export function compareMonths(
  now: readonly MonthFigure[],
  before: readonly MonthFigure[],
): readonly SharedFigure[] {
  const earlier = new Map(before.map((one) => [figureKey(one), one]));
  return compared.flatMap((name) => {
    const figure = now.find((one) => one.figure === name);
    const then = figure && earlier.get(figureKey(figure));
    const a = figure && shareOf(figure);
    const b = then && shareOf(then);
    return a && b ? [{ now: figure, before: then, change: changeOfShare(a, b) }] : [];
  });
}

function shareOf({ numerator, denominator }: MonthFigure) {
  if (numerator === null || denominator === null || denominator <= 0) return null;
  return { successes: numerator, n: denominator };
}
