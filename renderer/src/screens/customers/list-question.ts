import type { WhichPeople } from '#shared/contract/segment-filter.ts';
import { figureOf } from '../month/month-view.ts';
import { parsePeriod, periodDays } from '../month/period.ts';
import type { ListSort, ListView } from './list-view.ts';

/** The people of the view's segment, tag or figure; null: it shows a filter. */
export const peopleOf = ({ segment, tag, figure }: ListView): WhichPeople | null => {
  const period = figure?.period === undefined ? null : parsePeriod(figure.period);
  if (period !== null && figure?.window !== undefined && figure.names !== undefined) {
    return { figure: { ...periodDays(period), window: figure.window, of: figureOf(figure.names) } };
  }
  if (segment !== undefined) return { segmentId: segment };
  return tag === undefined ? null : { filter: { kind: 'tag', tagIds: [tag] } };
};

/** The view as the question to ask; the list starts with the latest visit. */
export const listQuestion = (view: ListView) => ({
  search: view.search ?? '',
  filter: peopleOf(view) ?? view.filter ?? 'all',
  sort: view.sort ?? 'lastVisit',
  descending: view.ascending !== true,
});

export type ListQuestion = ReturnType<typeof listQuestion>;

/** The same list of other people: the search stays, the place in the list goes. */
export const showing = (
  view: ListView,
  people: Pick<ListView, 'filter' | 'segment' | 'tag' | 'figure'>,
): ListView => ({
  ...view,
  filter: undefined,
  segment: undefined,
  tag: undefined,
  figure: undefined,
  row: undefined,
  ...people,
});

/**
 * The view after a tap on a column's head: the same column turns round, another one starts with what people
 * look for first (names from A, everything else from the most).
 */
export const sortBy = (view: ListView, sort: ListSort): ListView => {
  const current = listQuestion(view);
  const ascending = current.sort === sort ? current.descending : sort === 'name';
  return { ...view, sort, ascending: ascending ? true : undefined, row: undefined };
};
