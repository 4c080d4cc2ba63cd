import { describe, expect, it } from 'vitest';
import {
  addNote,
  answerConsent,
  blockCard,
  changeCustomer,
  giveCard,
} from '#electron/services/change-customer.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { issueCardCode } from '#shared/domain/card-code/card-code.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { aCustomer, aRequest, aShop } from '#tests/support/shop.ts';

async function aShopWithSomebody() {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const customerId = await aCustomer(shop.ctx, { phone: '040 123 4567', email: 'a@b.fi', allergy: 'Nuts' });
  return { shop, ctx: shop.ctx, customerId };
}

const change = (ctx: ShopContext, customerId: number, fields: object, requestId = aRequest()) =>
  changeCustomer(ctx, { requestId, customerId, ...fields });

describe('changing a customer', () => {
  it('changes what is given and leaves the rest', async () => {
    const { ctx, customerId } = await aShopWithSomebody();
    const changed = await change(ctx, customerId, {
      name: 'Aino Mäkinen',
      phone: '050 765 4321',
      completeLater: true,
    });
    expect(changed).toMatchObject({
      name: 'Aino Mäkinen',
      phone: '+358507654321',
      email: 'a@b.fi',
      allergy: 'Nuts',
      completeLater: true,
    });
    expect(await change(ctx, customerId, {})).toEqual(changed);
  });

  it('clears what is given as nothing', async () => {
    const { ctx, customerId } = await aShopWithSomebody();
    await change(ctx, customerId, { birthday: { day: 1, month: 5, year: 1990 } });
    const changed = await change(ctx, customerId, { phone: null, email: '', allergy: null, birthday: null });
    expect(changed).toMatchObject({
      phone: null,
      phoneDisplay: null,
      email: null,
      allergy: null,
      birthday: null,
    });
  });

  it('is found under the new name and phone, not under the old', async () => {
    const { shop, ctx, customerId } = await aShopWithSomebody();
    await change(ctx, customerId, { name: 'Åsa Ö', phone: '+46 70 123 45 67' });
    expect(shop.rows('SELECT name_folded, phone_reversed FROM customers')).toEqual([
      { name_folded: 'asa o', phone_reversed: '76543210764' },
    ]);
    expect(shop.rows("SELECT rowid FROM customer_names WHERE customer_names MATCH 'aino'")).toEqual([]);
  });

  const wrong: readonly [object, object][] = [
    [{ phone: 'abc' }, { code: 'InvalidPhone' }],
    [{ birthday: { day: 31, month: 6, year: null } }, { code: 'InvalidValue', data: { field: 'birthday' } }],
    [{ referredById: 9 }, { code: 'NotFound', data: { what: 'customer', id: 9 } }],
  ];

  it.each(wrong)('to %j is refused with %j', async (fields, failure) => {
    const { shop, ctx, customerId } = await aShopWithSomebody();
    const before = allRows(shop);
    await expect(change(ctx, customerId, { name: 'Other', ...fields })).rejects.toMatchObject(failure);
    expect(allRows(shop)).toEqual(before);
  });

  it('cannot make somebody bring themselves, nor change somebody unknown', async () => {
    const { ctx, customerId } = await aShopWithSomebody();
    await expect(change(ctx, customerId, { referredById: customerId })).rejects.toMatchObject({
      code: 'InvalidValue',
      data: { field: 'referredById' },
    });
    await expect(change(ctx, 99, { name: 'X' })).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('is not done again by a late repetition', async () => {
    const { shop, ctx, customerId } = await aShopWithSomebody();
    const requestId = aRequest();
    await change(ctx, customerId, { name: 'First' }, requestId);
    await change(ctx, customerId, { name: 'Second' });
    const before = allRows(shop);
    expect((await change(ctx, customerId, { name: 'First' }, requestId)).name).toBe('Second');
    expect(allRows(shop)).toEqual(before);
  });

  it('refuses a request that was something else', async () => {
    const { ctx, customerId } = await aShopWithSomebody();
    const other = await aCustomer(ctx);
    const requestId = aRequest();
    await change(ctx, customerId, { name: 'First' }, requestId);
    await expect(change(ctx, other, { name: 'First' }, requestId)).rejects.toMatchObject({
      code: 'RequestIdReused',
    });
    await expect(giveCard(ctx, { requestId, customerId, code: null })).rejects.toMatchObject({
      code: 'RequestIdReused',
    });
  });
});

describe('the cards of a customer', () => {
  it('are given one by one, the newest first', async () => {
    const { shop, ctx, customerId } = await aShopWithSomebody();
    await giveCard(ctx, { requestId: aRequest(), customerId, code: 'ab-1234' });
    shop.clock.pass(1);
    const { cards } = await giveCard(ctx, { requestId: aRequest(), customerId, code: null });
    expect(cards.map(({ code, state }) => [code, state])).toEqual([
      [issueCardCode(1, 1), 'active'],
      ['AB1234', 'active'],
    ]);
  });

  it('are given once per request', async () => {
    const { ctx, customerId } = await aShopWithSomebody();
    const input = { requestId: aRequest(), customerId, code: null };
    const [first, second] = await Promise.all([giveCard(ctx, input), giveCard(ctx, input)]);
    expect(first.cards).toHaveLength(1);
    expect(second).toEqual(first);
  });

  it('given again to the same person are the same card', async () => {
    const { ctx, customerId } = await aShopWithSomebody();
    const give = () => giveCard(ctx, { requestId: aRequest(), customerId, code: 'AB1234' });
    expect(await give()).toEqual(await give());
  });

  it('are blocked when lost, and work again when their owner found them', async () => {
    const { ctx, customerId } = await aShopWithSomebody();
    const give = () => giveCard(ctx, { requestId: aRequest(), customerId, code: 'AB1234' });
    await give();
    const blocked = await blockCard(ctx, { requestId: aRequest(), customerId, code: 'ab 1234' });
    expect(blocked.cards.map((card) => card.state)).toEqual(['blocked']);
    expect((await give()).cards.map((card) => card.state)).toEqual(['active']);
  });

  it('of somebody else, also blocked ones, cannot be given or blocked', async () => {
    const { shop, ctx, customerId } = await aShopWithSomebody();
    const other = await aCustomer(ctx, { name: 'Oona Laine', cardCode: 'AB1234' });
    const give = () => giveCard(ctx, { requestId: aRequest(), customerId, code: 'AB1234' });
    const taken = { code: 'CardTaken', data: { code: 'AB1234', customerId: other, name: 'Oona Laine' } };
    await expect(give()).rejects.toMatchObject(taken);
    await expect(blockCard(ctx, { requestId: aRequest(), customerId, code: 'AB1234' })).rejects.toMatchObject(
      {
        code: 'InvalidCard',
        data: { code: 'AB1234' },
      },
    );
    await blockCard(ctx, { requestId: aRequest(), customerId: other, code: 'AB1234' });
    await expect(give()).rejects.toMatchObject(taken);
    expect(shop.number('SELECT count(*) FROM cards')).toBe(1);
  });

  it.each(['', '!!', 'a'.repeat(33)])('cannot be "%s"', async (code) => {
    const { ctx, customerId } = await aShopWithSomebody();
    const refused = { code: 'InvalidCard', data: { code } };
    await expect(giveCard(ctx, { requestId: aRequest(), customerId, code })).rejects.toMatchObject(refused);
    await expect(blockCard(ctx, { requestId: aRequest(), customerId, code })).rejects.toMatchObject(refused);
  });
});

describe('the consents of a customer', () => {
  it('show the newest answer of each purpose; every answer is kept', async () => {
    const { shop, ctx, customerId } = await aShopWithSomebody();
    const answer = (purpose: 'membership' | 'contact', granted: boolean) =>
      answerConsent(ctx, { requestId: aRequest(), customerId, purpose, granted });
    await answer('contact', true);
    await answer('membership', true);
    shop.clock.pass(5);
    const { consents } = await answer('contact', false);
    const by = { staffName: 'Owner', place: 'profile', textVersion: 1 };
    expect(consents).toEqual([
      { purpose: 'contact', granted: false, at: shop.clock.now(), ...by },
      { purpose: 'membership', granted: true, at: shop.clock.now() - 300_000, ...by },
    ]);
    expect(shop.rows('SELECT granted, text_version FROM consents ORDER BY id')).toEqual([
      { granted: 1, text_version: 1 },
      { granted: 1, text_version: 1 },
      { granted: 0, text_version: 1 },
    ]);
  });

  it('are recorded once per request', async () => {
    const { shop, ctx, customerId } = await aShopWithSomebody();
    const input = { requestId: aRequest(), customerId, purpose: 'contact' as const, granted: true };
    await Promise.all([answerConsent(ctx, input), answerConsent(ctx, input)]);
    expect(shop.number('SELECT count(*) FROM consents')).toBe(1);
  });
});

describe('a note', () => {
  it('is kept once per request, with the day and who wrote it', async () => {
    const { shop, ctx, customerId } = await aShopWithSomebody();
    const input = { requestId: aRequest(), customerId, text: 'Likes the window seat\nand quiet' };
    const [first, second] = await Promise.all([addNote(ctx, input), addNote(ctx, input)]);
    expect(second).toEqual(first);
    expect(shop.rows('SELECT id, text, at FROM customer_notes')).toEqual([
      { id: first.noteId, text: input.text, at: shop.clock.now() },
    ]);
  });

  it('cannot be about somebody unknown', async () => {
    const { shop, ctx } = await aShopWithSomebody();
    const failing = addNote(ctx, { requestId: aRequest(), customerId: 9, text: 'x' });
    await expect(failing).rejects.toMatchObject({ code: 'NotFound', data: { what: 'customer', id: 9 } });
    expect(shop.number('SELECT count(*) FROM customer_notes')).toBe(0);
  });
});
