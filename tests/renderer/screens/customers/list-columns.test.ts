import { describe, expect, it } from 'vitest';
import { listColumns } from '#renderer/src/screens/customers/list-columns.ts';

const keysOf = (
  facts: Parameters<typeof listColumns>[0],
  filter: Parameters<typeof listColumns>[1],
  isSharedScreen = false,
) => listColumns(facts, filter, isSharedScreen).map(({ key }) => key);

describe('the columns of the list of customers', () => {
  it('are tier, day expected and state where the shop has them', () => {
    expect(keysOf({ tiers: true, outlooks: true }, 'all')).toEqual([
      ...['name', 'tier', 'phone', 'lastVisit', 'expected', 'state', 'visits', 'spend'],
    ]);
  });

  it('are card and birthday where it has neither', () => {
    expect(keysOf({ tiers: false, outlooks: false }, 'all')).toEqual([
      ...['name', 'phone', 'card', 'lastVisit', 'birthday', 'visits', 'spend'],
    ]);
  });

  it('hold the birthday in the list of those who have one this month', () => {
    const keys = keysOf({ tiers: true, outlooks: true }, 'birthday');
    expect(keys).toContain('birthday');
    expect(keys).not.toContain('expected');
    expect(keys).toContain('state');
  });

  it('tell others who can read along no birthdays, but for the list of them', () => {
    const bare = { tiers: false, outlooks: false };
    expect(keysOf(bare, 'all', true)).toEqual(['name', 'phone', 'card', 'lastVisit', 'visits', 'spend']);
    expect(keysOf(bare, 'birthday', true)).toContain('birthday');
    expect(keysOf({ tiers: true, outlooks: true }, 'all', true)).toContain('expected');
  });
});
