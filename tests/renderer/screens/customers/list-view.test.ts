import { describe, expect, it } from 'vitest';
import { listQuestion, showing, sortBy } from '#renderer/src/screens/customers/list-question.ts';
import { readListView } from '#renderer/src/screens/customers/list-view.ts';

describe('the list in the address', () => {
  it('keeps what is valid', () => {
    const view = { search: 'aino', filter: 'birthday', sort: 'name', ascending: true, row: 12 };
    expect(readListView(view)).toEqual(view);
  });

  it('reads a search for digits, which an address turns into a number', () => {
    expect(readListView({ search: 4417 }).search).toBe('4417');
  });

  it('forgets what is not valid', () => {
    expect(readListView({ search: {}, filter: 'vip', sort: 'risk', ascending: 'yes', row: -1 })).toEqual({
      search: undefined,
      filter: undefined,
      sort: undefined,
      ascending: undefined,
      row: undefined,
    });
    expect(readListView({ search: 'x'.repeat(300) }).search).toHaveLength(200);
  });
});

describe('the people of a segment or a figure', () => {
  const figure = { period: '2026-03', window: 60, names: 'lapsed' } as const;

  it('are read from the address and asked for in the place of a filter', () => {
    expect(readListView({ segment: 7, filter: 'vip' })).toMatchObject({ segment: 7, filter: undefined });
    expect(listQuestion(readListView({ segment: 7, search: 'ai' }))).toMatchObject({
      filter: { segmentId: 7 },
      search: 'ai',
    });
    expect(listQuestion(readListView({ tag: 3 })).filter).toEqual({ filter: { kind: 'tag', tagIds: [3] } });
    expect(listQuestion(readListView({ figure })).filter).toEqual({
      figure: {
        ...{ from: '2026-03-01', to: '2026-04-01', window: 60 },
        of: { kind: 'retention', group: 'lapsed' },
      },
    });
    const top = { kind: 'top', of: 'period' } as const;
    expect(listQuestion(readListView({ figure: { ...figure, names: top } })).filter).toMatchObject({
      figure: { of: top },
    });
  });

  it.each([
    { segment: 0 },
    { tag: -1 },
    { tag: 'VIP' },
    { segment: 'x' },
    { figure: 'lapsed' },
    { figure: { ...figure, names: undefined } },
    { figure: { ...figure, window: 3 } },
    { figure: { ...figure, period: '2026-13' } },
  ])('are everybody when the address says nothing that can be asked: %j', (address) => {
    expect(listQuestion(readListView(address)).filter).toBe('all');
  });

  it('give way to other people; the search and the order stay', () => {
    const view = { search: 'ai', sort: 'name', row: 4, segment: 7, tag: 3, figure } as const;
    expect(showing(view, { filter: 'never' })).toEqual({ search: 'ai', sort: 'name', filter: 'never' });
    expect(listQuestion(showing(view, {})).filter).toBe('all');
    expect(listQuestion(showing(view, { segment: 8 })).filter).toEqual({ segmentId: 8 });
  });
});

describe('sorting', () => {
  it('starts with the latest visit', () => {
    expect(listQuestion({})).toEqual({ search: '', filter: 'all', sort: 'lastVisit', descending: true });
  });

  it('turns round on a second tap and starts at the top', () => {
    const once = sortBy({ row: 40 }, 'lastVisit');
    expect(listQuestion(once).descending).toBe(false);
    expect(once.row).toBeUndefined();
    expect(listQuestion(sortBy(once, 'lastVisit')).descending).toBe(true);
  });

  it('begins names with A and figures with the largest', () => {
    expect(listQuestion(sortBy({}, 'name'))).toMatchObject({ sort: 'name', descending: false });
    expect(listQuestion(sortBy({ sort: 'name', ascending: true }, 'spend'))).toMatchObject({
      sort: 'spend',
      descending: true,
    });
  });

  it('keeps the search and the filter', () => {
    expect(sortBy({ search: 'ai', filter: 'never' }, 'visits')).toMatchObject({
      search: 'ai',
      filter: 'never',
    });
  });
});
