import { describe, expect, it } from 'vitest';
import { changeItem, createItem, listItems } from '#electron/services/catalogue.ts';
import { type ShopContext, shopFacts } from '#electron/services/shop-context.ts';
import { anItem, aRequest, aShop, aVisit } from '#tests/support/shop.ts';

const change = (ctx: ShopContext, itemId: number, fields: object, requestId = aRequest()) =>
  changeItem(ctx, { requestId, itemId, ...fields });

const positions = async (ctx: ShopContext) =>
  Object.fromEntries((await listItems(ctx)).map((item) => [item.name, item.quickPosition]));

describe('the catalogue', () => {
  it('lists items by category and name', async () => {
    const { ctx } = await aShop();
    for (const [name, category] of [
      ['Mocha', 'Coffee'],
      ['Bun', 'Bakery'],
      ['Americano', 'Coffee'],
    ])
      await anItem(ctx, { name: name ?? '', category: category ?? '' });
    expect((await listItems(ctx)).map((item) => item.name)).toEqual(['Bun', 'Americano', 'Mocha']);
  });

  it('adds an item once per request, ready to be sold', async () => {
    const { ctx } = await aShop();
    const input = {
      requestId: aRequest(),
      name: 'Latte',
      category: 'Coffee',
      price: 480,
      active: true,
      quickPosition: 1,
    };
    const [first, second] = await Promise.all([createItem(ctx, input), createItem(ctx, input)]);
    const { requestId: _, ...fields } = input;
    expect(first).toEqual({ id: first.id, ...fields });
    expect(second).toEqual(first);
    expect(await listItems(ctx)).toEqual([first]);
    const receipt = await aVisit(ctx, null, { items: [{ itemId: first.id, quantity: 1 }] });
    expect(receipt.lines).toMatchObject([{ name: 'Latte', unitPrice: 480 }]);
  });

  it('sells at the changed price from then on, and keeps what was sold', async () => {
    const { ctx, rows } = await aShop();
    const { id } = await anItem(ctx, { price: 480 });
    const sell = () => aVisit(ctx, null, { items: [{ itemId: id, quantity: 1 }] });
    await sell();
    expect(await change(ctx, id, { name: 'Caffè latte', price: 520 })).toMatchObject({
      name: 'Caffè latte',
      price: 520,
      category: 'Coffee',
    });
    await sell();
    expect(rows('SELECT name, unit_price FROM visit_lines ORDER BY visit_id')).toEqual([
      { name: 'Latte', unit_price: 480 },
      { name: 'Caffè latte', unit_price: 520 },
    ]);
  });

  it('gives a quick position to one item only: the last that asked', async () => {
    const { ctx } = await aShop();
    const latte = await anItem(ctx, { name: 'Latte', quickPosition: 1 });
    await anItem(ctx, { name: 'Bun', quickPosition: 2 });
    await anItem(ctx, { name: 'Tea', quickPosition: 1 });
    expect(await positions(ctx)).toEqual({ Latte: null, Bun: 2, Tea: 1 });
    await change(ctx, latte.id, { quickPosition: 2 });
    expect(await positions(ctx)).toEqual({ Latte: 2, Bun: null, Tea: 1 });
    await change(ctx, latte.id, { price: 500 });
    expect(await positions(ctx)).toEqual({ Latte: 2, Bun: null, Tea: 1 });
    await change(ctx, latte.id, { quickPosition: null });
    expect(await positions(ctx)).toEqual({ Latte: null, Bun: null, Tea: 1 });
  });

  it('takes a hidden item off the quick items', async () => {
    const { ctx } = await aShop();
    const latte = await anItem(ctx, { name: 'Latte', quickPosition: 1 });
    const hidden = await anItem(ctx, { name: 'Hidden', quickPosition: 1, active: false });
    expect(await positions(ctx)).toEqual({ Latte: 1, Hidden: null });
    expect(await change(ctx, latte.id, { active: false })).toMatchObject({
      active: false,
      quickPosition: null,
    });
    expect(await change(ctx, hidden.id, { quickPosition: 3 })).toMatchObject({ quickPosition: null });
    expect(await change(ctx, hidden.id, { active: true, quickPosition: 3 })).toMatchObject({
      quickPosition: 3,
    });
  });

  it('does not repeat a change that comes again later', async () => {
    const { ctx } = await aShop();
    const { id } = await anItem(ctx);
    const requestId = aRequest();
    await change(ctx, id, { price: 500 }, requestId);
    await change(ctx, id, { price: 550 });
    expect(await change(ctx, id, { price: 500 }, requestId)).toMatchObject({ price: 550 });
    expect(shopFacts(ctx).items.get(id)?.price).toBe(550);
  });

  it('knows no other items', async () => {
    const { ctx } = await aShop();
    await expect(change(ctx, 9, { price: 1 })).rejects.toMatchObject({
      code: 'NotFound',
      data: { what: 'item', id: 9 },
    });
  });
});
