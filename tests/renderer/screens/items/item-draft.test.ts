import { describe, expect, it } from 'vitest';
import {
  draftOf,
  fieldsOf,
  firstFreePosition,
  inOrder,
  missingIn,
  newDraft,
  sameDraft,
} from '#renderer/src/screens/items/item-draft.ts';
import type { Item } from '#shared/contract/items.ts';

const anItem = (change: Partial<Item> = {}): Item => ({
  id: 1,
  name: 'Filter coffee',
  category: 'Coffee',
  price: 320,
  active: true,
  quickPosition: null,
  ...change,
});

describe('newDraft', () => {
  it('gets a key on the till while one of the first four is free', () => {
    expect(newDraft([]).quickPosition).toBe(1);
    expect(newDraft([anItem({ quickPosition: 1 }), anItem({ quickPosition: 3 })]).quickPosition).toBe(2);
    const four = [1, 2, 3, 4].map((quickPosition) => anItem({ quickPosition }));
    expect(newDraft(four).quickPosition).toBeNull();
    expect(firstFreePosition(four)).toBe(5);
  });
});

describe('fieldsOf', () => {
  it('needs a name and a price, of which 0 is one', () => {
    const empty = newDraft([]);
    expect(missingIn(empty)).toEqual(['name', 'price']);
    expect(fieldsOf(empty)).toBeNull();
    expect(fieldsOf({ ...empty, name: ' Water ', price: 0 })).toMatchObject({ name: 'Water', price: 0 });
  });

  it('takes the key from an item that is not on sale', () => {
    expect(fieldsOf({ ...draftOf(anItem({ quickPosition: 2 })), active: false })?.quickPosition).toBeNull();
  });

  it('sends a known item unchanged', () => {
    const { id: _id, ...fields } = anItem({ quickPosition: 2 });
    expect(fieldsOf(draftOf(anItem({ quickPosition: 2 })))).toEqual(fields);
  });
});

it('sameDraft sees every field', () => {
  const draft = draftOf(anItem());
  expect(sameDraft(draft, { ...draft })).toBe(true);
  const changes = [{ name: 'x' }, { category: 'x' }, { price: 1 }, { active: false }, { quickPosition: 1 }];
  for (const change of changes) expect(sameDraft(draft, { ...draft, ...change })).toBe(false);
});

it('inOrder puts keys first and what is not on sale last, then goes by category and name', () => {
  const items = [
    anItem({ id: 1, name: 'Z', active: false }),
    anItem({ id: 2, name: 'Äyriäinen', category: 'Lunch' }),
    anItem({ id: 3, name: 'Bun', category: 'Bakery' }),
    anItem({ id: 4, name: 'Zebra cake', category: 'Bakery' }),
    anItem({ id: 5, name: 'Tea', quickPosition: 2 }),
    anItem({ id: 6, name: 'Coffee', quickPosition: 1 }),
  ];
  expect(inOrder(items, 'fi-FI').map(({ id }) => id)).toEqual([6, 5, 3, 4, 2, 1]);
});
