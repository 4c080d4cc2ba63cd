import { type MonthView, readMonthView } from '../month/month-view.ts';

export const listFilters = [
  'all',
  'slipping',
  'atRisk',
  'late',
  'birthday',
  'completeLater',
  'never',
] as const;
export const listSorts = ['lastVisit', 'name', 'visits', 'spend'] as const;

export type ListFilter = (typeof listFilters)[number];
export type ListSort = (typeof listSorts)[number];

/** What the list shows; it stands in the address, so that coming back shows the same place. */
export interface ListView {
  readonly search?: string | undefined;
  readonly filter?: ListFilter | undefined;
  readonly sort?: ListSort | undefined;
  readonly ascending?: boolean | undefined;
  /** The people of a saved segment, in the place of a filter. */
  readonly segment?: number | undefined;
  /** Whoever wears a tag, in the place of a filter. */
  readonly tag?: number | undefined;
  /** The people behind a figure of the Month screen, in the place of a filter. */
  readonly figure?: MonthView | undefined;
  /** The row that was opened last. */
  readonly row?: number | undefined;
}

const oneOf = <T extends string>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === value);

const isPositive = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;

/** A figure that can be asked about: with its period, its window and whose names; else none. */
const readFigure = (value: unknown): MonthView | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const figure = readMonthView({ ...value });
  const { period, window, names } = figure;
  return period === undefined || window === undefined || names === undefined ? undefined : figure;
};

/** Takes what is valid from the address and forgets the rest. */
export const readListView = (search: Readonly<Record<string, unknown>>): ListView => ({
  // A search for digits alone comes back from the address as a number.
  search: ['string', 'number'].includes(typeof search.search)
    ? String(search.search).slice(0, 200)
    : undefined,
  filter: oneOf(listFilters, search.filter),
  sort: oneOf(listSorts, search.sort),
  ascending: search.ascending === true ? true : undefined,
  segment: isPositive(search.segment) ? search.segment : undefined,
  tag: isPositive(search.tag) ? search.tag : undefined,
  figure: readFigure(search.figure),
  row: Number.isSafeInteger(search.row) && Number(search.row) >= 0 ? Number(search.row) : undefined,
});
