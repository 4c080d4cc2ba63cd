import type { ListQuestion } from './list-question.ts';
import type { ListSort } from './list-view.ts';

/** What the shop has about its customers: a column of something it does not have would be empty in every row. */
export interface ListFacts {
  readonly tiers: boolean;
  readonly outlooks: boolean;
}

/** A column of the list: what it shows, what it sorts by if it does, and whether its cells are aligned to the end. */
export interface ListColumn {
  readonly key:
    | 'name'
    | 'tier'
    | 'phone'
    | 'card'
    | 'lastVisit'
    | 'expected'
    | 'birthday'
    | 'state'
    | 'visits'
    | 'spend';
  readonly sort: ListSort | null;
  readonly end: boolean;
}

/** A column that only shows something. */
const fact = (key: ListColumn['key']): ListColumn => ({ key, sort: null, end: false });

/**
 * The columns of the list, in order. Tier, expected day and state are there where the shop has them. Where it has not, the
 * card and the birthday take their room, the birthday only where nobody else can read along. The list of birthdays always
 * shows it, instead of the expected day.
 */
export const listColumns = (
  { tiers, outlooks }: ListFacts,
  filter: ListQuestion['filter'],
  isSharedScreen: boolean,
): readonly ListColumn[] => [
  { key: 'name', sort: 'name', end: false },
  ...(tiers ? [fact('tier')] : []),
  fact('phone'),
  ...(tiers ? [] : [fact('card')]),
  { key: 'lastVisit', sort: 'lastVisit', end: false },
  ...(outlooks && filter !== 'birthday' ? [fact('expected')] : []),
  ...(filter === 'birthday' || !(outlooks || isSharedScreen) ? [fact('birthday')] : []),
  ...(outlooks ? [fact('state')] : []),
  { key: 'visits', sort: 'visits', end: true },
  { key: 'spend', sort: 'spend', end: true },
];
