import { describe, expect, it } from 'vitest';
import { listQuestion, readListView, sortBy } from '#renderer/src/screens/customers/list-view.ts';

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
