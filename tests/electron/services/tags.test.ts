import { describe, expect, it } from 'vitest';
import { customerList } from '#electron/services/list-customers.ts';
import { mergeCustomers, unmergeCustomers } from '#electron/services/merge-customers.ts';
import { eraseCustomer } from '#electron/services/privacy/erase-customer.ts';
import { saveSegment } from '#electron/services/segments.ts';
import {
  putOn,
  putOnPeople,
  removeTagOfShop,
  saveTag,
  tagList,
  tagsOfCustomer,
  tagUse,
  takeOff,
  takeOffPeople,
} from '#electron/services/tags.ts';
import { aShopAfterMarch } from '#tests/support/closable-shop.ts';
import { aCustomer, aRequest } from '#tests/support/shop.ts';

const everybody = { filter: { kind: 'all' as const, of: [] } };

async function aShopWithTags() {
  const { shop, open, aino, oona } = await aShopAfterMarch();
  const { ctx } = shop;
  const { figures } = open;
  const of = () => ({ requestId: aRequest() });
  const put = (customerId: number, name: string) => putOn(ctx, { ...of(), customerId, name });
  const worn = async (customerId: number) =>
    (await tagsOfCustomer(ctx, customerId)).tags.map(({ name }) => name);
  const idOf = async (name: string) => (await tagList(ctx)).tags.find((one) => one.name === name)?.tagId ?? 0;
  const use = async () => (await tagUse(ctx, figures)).counts;
  const names = async (tagIds: readonly number[]) => {
    const filter = { filter: { kind: 'tag' as const, tagIds: [...tagIds] } };
    const page = { sort: 'name', descending: false, offset: 0, limit: 50 } as const;
    return (await customerList(ctx, figures, { filter, ...page })).rows.map(({ name }) => name);
  };
  return { shop, open, ctx, figures, aino, oona, of, put, worn, idOf, use, names };
}

describe('a tag', () => {
  it('is made by putting it on, known again by its name, and taken off', async () => {
    const { ctx, figures, aino, oona, of, put, worn, idOf, use, names } = await aShopWithTags();
    await put(aino, 'Oat milk');
    await put(aino, 'VIP');
    await put(oona, 'oat MILK');
    await put(oona, 'Oat milk');
    expect((await tagList(ctx)).tags.map(({ name }) => name)).toEqual(['Oat milk', 'VIP']);
    expect([await worn(aino), await worn(oona)]).toEqual([['Oat milk', 'VIP'], ['Oat milk']]);
    const [oat, vip] = [await idOf('Oat milk'), await idOf('VIP')];
    expect(await use()).toEqual([
      { tagId: oat, people: 2, segments: [] },
      { tagId: vip, people: 1, segments: [] },
    ]);
    expect([await names([oat]), await names([vip]), await names([vip, 99])]).toEqual([
      ['Aino', 'Oona'],
      ['Aino'],
      ['Aino'],
    ]);
    const page = { filter: 'all', sort: 'name', descending: false, offset: 0, limit: 1 } as const;
    expect((await customerList(ctx, figures, page)).rows[0]?.tagIds).toEqual([oat, vip]);
    expect((await takeOff(ctx, { ...of(), customerId: aino, tagId: oat })).tags).toMatchObject([
      { name: 'VIP' },
    ]);
    await takeOff(ctx, { ...of(), customerId: aino, tagId: oat });
    expect(await names([oat])).toEqual(['Oona']);
  });

  it('is renamed with whoever wears it; a removed one is nobody’s and its number is not given again', async () => {
    const { shop, ctx, aino, of, put, worn, idOf, use, names } = await aShopWithTags();
    await put(aino, 'VIP');
    await put(aino, 'Decaf');
    const vip = await idOf('VIP');
    const filter = { kind: 'not' as const, of: { kind: 'tag' as const, tagIds: [vip] } };
    await saveSegment(ctx, {
      ...of(),
      segmentId: null,
      name: 'Plain',
      filter: { kind: 'all', of: [filter] },
    });
    expect(await use()).toContainEqual({ tagId: vip, people: 1, segments: ['Plain'] });
    const taken = { code: 'TagNameTaken', data: { name: 'Decaf' } };
    const change = { tagId: vip, name: 'decáf', colour: 'green' as const };
    await expect(saveTag(ctx, { ...of(), ...change })).rejects.toMatchObject(taken);
    await saveTag(ctx, { ...of(), ...change, name: 'Very important' });
    expect((await tagList(ctx)).tags).toMatchObject([
      { name: 'Decaf', colour: null },
      { tagId: vip, name: 'Very important', colour: 'green' },
    ]);
    expect(await worn(aino)).toEqual(['Decaf', 'Very important']);
    const input = { ...of(), tagId: vip };
    await removeTagOfShop(ctx, input);
    await removeTagOfShop(ctx, input);
    expect([await worn(aino), await names([vip])]).toEqual([['Decaf'], []]);
    const gone = { code: 'NotFound', data: { what: 'tag', id: vip } };
    await expect(removeTagOfShop(ctx, { ...of(), tagId: vip })).rejects.toMatchObject(gone);
    await expect(takeOff(ctx, { ...of(), customerId: aino, tagId: vip })).rejects.toMatchObject(gone);
    await put(aino, 'Very important');
    expect(await idOf('Very important')).not.toBe(vip);
    expect(shop.number('SELECT count(*) FROM tags')).toBe(3);
  });

  it('belongs to both entries of a person while they are merged, and to each its own afterwards', async () => {
    const { ctx, aino, oona, of, put, worn, idOf, use, names } = await aShopWithTags();
    const twin = await aCustomer(ctx, { name: 'Aino M' });
    await put(aino, 'VIP');
    await put(twin, 'VIP');
    await put(twin, 'Decaf');
    await put(twin, 'Late');
    await mergeCustomers(ctx, { ...of(), keepId: aino, mergeId: twin });
    expect([await worn(aino), await worn(twin)]).toEqual(Array(2).fill(['Decaf', 'Late', 'VIP']));
    const [decaf, late, vip] = [await idOf('Decaf'), await idOf('Late'), await idOf('VIP')];
    expect(await names([decaf, vip])).toEqual(['Aino']);
    expect((await use()).map(({ people }) => people)).toEqual([1, 1, 1]);
    await takeOff(ctx, { ...of(), customerId: aino, tagId: late });
    await put(aino, 'Decaf');
    await put(aino, 'Since');
    await unmergeCustomers(ctx, { ...of(), mergeId: twin });
    expect([await worn(aino), await worn(twin)]).toEqual([
      ['Since', 'VIP'],
      ['Decaf', 'VIP'],
    ]);
    expect(await worn(oona)).toEqual([]);
  });

  it('is put on everybody in a list, and taken off them, once', async () => {
    const { ctx, figures, aino, oona, of, put, worn, idOf, names } = await aShopWithTags();
    await put(oona, 'Spring');
    const input = { ...of(), which: everybody, name: 'spring' };
    expect(await putOnPeople(ctx, figures, input)).toMatchObject({ name: 'Spring' });
    const spring = await idOf('Spring');
    expect(await names([spring])).toEqual(['Aino', 'Oona']);
    await takeOff(ctx, { ...of(), customerId: aino, tagId: spring });
    await putOnPeople(ctx, figures, input);
    expect(await names([spring])).toEqual(['Oona']);
    const which = { filter: { kind: 'tag' as const, tagIds: [spring] } };
    await takeOffPeople(ctx, figures, { ...of(), which, tagId: spring });
    expect([await worn(oona), await names([spring])]).toEqual([[], []]);
  });

  it('leaves whoever is forgotten', async () => {
    const { shop, open, ctx, aino, oona, put, use } = await aShopWithTags();
    await put(aino, 'VIP');
    await put(oona, 'VIP');
    await eraseCustomer(open, { requestId: aRequest(), customerId: aino });
    await expect(tagsOfCustomer(ctx, aino)).rejects.toMatchObject({ code: 'NotFound' });
    expect(await use()).toMatchObject([{ people: 1 }]);
    expect(shop.number('SELECT count(*) FROM customer_tags WHERE customer_id = ?', aino)).toBe(0);
    const { content } = shop.rows<{ content: string }>(
      "SELECT content FROM requests WHERE call = 'tags.putOn' ORDER BY content",
    )[0] ?? { content: null };
    expect(content).toBe('');
  });
});
