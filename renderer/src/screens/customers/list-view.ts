export const listFilters = ['all', 'birthday', 'completeLater', 'never'] as const;
export const listSorts = ['lastVisit', 'name', 'visits', 'spend'] as const;

export type ListFilter = (typeof listFilters)[number];
export type ListSort = (typeof listSorts)[number];

/** What the list shows; it stands in the address, so that coming back shows the same place. */
export interface ListView {
  readonly search?: string | undefined;
  readonly filter?: ListFilter | undefined;
  readonly sort?: ListSort | undefined;
  readonly ascending?: boolean | undefined;
  /** The row that was opened last. */
  readonly row?: number | undefined;
}

const oneOf = <T extends string>(choices: readonly T[], value: unknown): T | undefined =>
  choices.find((choice) => choice === value);

/** Takes what is valid from the address and forgets the rest. */
export const readListView = (search: Readonly<Record<string, unknown>>): ListView => ({
  // A search for digits alone comes back from the address as a number.
  search: ['string', 'number'].includes(typeof search.search)
    ? String(search.search).slice(0, 200)
    : undefined,
  filter: oneOf(listFilters, search.filter),
  sort: oneOf(listSorts, search.sort),
  ascending: search.ascending === true ? true : undefined,
  row: Number.isSafeInteger(search.row) && Number(search.row) >= 0 ? Number(search.row) : undefined,
});

/** The view as the question to ask; the list starts with the latest visit. */
export const listQuestion = (view: ListView) => ({
  search: view.search ?? '',
  filter: view.filter ?? 'all',
  sort: view.sort ?? 'lastVisit',
  descending: view.ascending !== true,
});

export type ListQuestion = ReturnType<typeof listQuestion>;

/**
 * The view after a tap on a column's head: the same column turns round, another one starts with what people
 * look for first (names from A, everything else from the most).
 */
export const sortBy = (view: ListView, sort: ListSort): ListView => {
  const current = listQuestion(view);
  const ascending = current.sort === sort ? current.descending : sort === 'name';
  return { ...view, sort, ascending: ascending ? true : undefined, row: undefined };
};
