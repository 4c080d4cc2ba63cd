import type { ListQuestion } from './list-question.ts';
import type { ListSort } from './list-view.ts';

/** What the shop has to tell of anybody. */
export interface Told {
  readonly tiers: boolean;
  readonly outlooks: boolean;
}

const columns = [
  { key: 'name', sort: 'name', end: false },
  { key: 'tier', sort: null, end: false },
  { key: 'phone', sort: null, end: false },
  { key: 'card', sort: null, end: false },
  { key: 'lastVisit', sort: 'lastVisit', end: false },
  { key: 'expected', sort: null, end: false },
  { key: 'birthday', sort: null, end: false },
  { key: 'state', sort: null, end: false },
  { key: 'visits', sort: 'visits', end: true },
  { key: 'spend', sort: 'spend', end: true },
] as const satisfies readonly {
  readonly key: string;
  readonly sort: ListSort | null;
  readonly end: boolean;
}[];

export type ListColumn = (typeof columns)[number];

/**
 * The columns of the list, in order: tier, day expected and state where the shop has any; the card and the birthday
 * where there is room instead, the birthday also in the list of those who have one.
 */
export const columnsOf = (
  { tiers, outlooks }: Told,
  filter: ListQuestion['filter'],
): readonly ListColumn[] => {
  const hasBirthday = !outlooks || filter === 'birthday';
  const left: Readonly<Partial<Record<ListColumn['key'], boolean>>> = {
    tier: !tiers,
    card: tiers,
    expected: hasBirthday,
    birthday: !hasBirthday,
    state: !outlooks,
  };
  return columns.filter(({ key }) => left[key] !== true);
};
