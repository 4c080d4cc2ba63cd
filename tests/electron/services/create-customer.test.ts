import { describe, expect, it } from 'vitest';
import { createCustomer } from '#electron/services/create-customer.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { issueCardCode } from '#shared/domain/card-code/card-code.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { aCustomer, aRequest, aShop } from '#tests/support/shop.ts';

const create = (ctx: ShopContext, fields: Partial<Parameters<typeof createCustomer>[1]> = {}) =>
  createCustomer(ctx, { requestId: aRequest(), name: 'Aino Virtanen', ...fields });

describe('a new customer', () => {
  it('needs a name only', async () => {
    const { ctx, rows } = await aShop({ now: '2026-03-11 03:30' });
    const customer = await create(ctx);
    expect(customer).toEqual({
      id: customer.id,
      name: 'Aino Virtanen',
      phone: null,
      phoneDisplay: null,
      email: null,
      birthday: null,
      language: null,
      allergy: null,
      allergyHidden: false,
      preference: null,
      source: null,
      referredById: null,
      referredByName: null,
      // Before the cut-off it is still the day before.
      customerSince: '2026-03-10',
      completeLater: false,
      cards: [],
      consents: [],
      household: [],
      merged: [],
      mergedIntoId: null,
      erasedAt: null,
      externalRef: null,
    });
    expect(rows('SELECT visits, spend FROM customer_stats')).toEqual([{ visits: 0, spend: 0 }]);
    expect(rows('SELECT count(*) AS n FROM wallets')).toEqual([{ n: 1 }]);
  });

  it('keeps all that was given, the phone in international form and shown as at home', async () => {
    const { ctx } = await aShop({ now: '2026-03-10 10:00' });
    const friend = await aCustomer(ctx, { name: 'Oona Laine' });
    const customer = await create(ctx, {
      phone: '040 123 4567',
      email: 'aino@example.org',
      birthday: { day: 29, month: 2, year: null },
      language: 'fi',
      allergy: 'Nuts',
      preference: 'Oat milk',
      source: 'A friend',
      referredById: friend,
      cardCode: 'ab 12-34',
      consents: [
        { purpose: 'membership', granted: true },
        { purpose: 'contact', granted: false },
      ],
      completeLater: true,
    });
    const at = ctx.clock.now();
    const by = { staffName: 'Owner', place: 'form', textVersion: 1 };
    expect(customer).toEqual({
      id: customer.id,
      name: 'Aino Virtanen',
      phone: '+358401234567',
      phoneDisplay: '040 1234567',
      email: 'aino@example.org',
      birthday: { day: 29, month: 2, year: null },
      language: 'fi',
      allergy: 'Nuts',
      allergyHidden: false,
      preference: 'Oat milk',
      source: 'A friend',
      referredById: friend,
      referredByName: 'Oona Laine',
      customerSince: '2026-03-10',
      completeLater: true,
      cards: [{ code: 'AB1234', state: 'active', issuedAt: at }],
      consents: [
        { purpose: 'contact', granted: false, at, ...by },
        { purpose: 'membership', granted: true, at, ...by },
      ],
      household: [],
      merged: [],
      mergedIntoId: null,
      erasedAt: null,
      externalRef: null,
    });
  });

  it('reads a phone by the country of the shop, and keeps one of another country', async () => {
    const { ctx } = await aShop({ country: 'TR', currency: 'TRY', timeZone: 'Europe/Istanbul' });
    expect(await create(ctx, { phone: '0532 123 45 67' })).toMatchObject({ phone: '+905321234567' });
    expect(await create(ctx, { phone: '+358 40 123 4567' })).toMatchObject({
      phone: '+358401234567',
      phoneDisplay: '+358 40 1234567',
    });
  });

  it('gets a card of ours when asked for, numbered on', async () => {
    const { ctx } = await aShop();
    const codes = [];
    for (let time = 0; time < 2; time += 1)
      codes.push((await create(ctx, { issueCard: true })).cards[0]?.code);
    expect(codes).toEqual([issueCardCode(1, 1), issueCardCode(1, 2)]);
  });

  it('gets the next code that is free when somebody brought a card with ours on it', async () => {
    const { ctx } = await aShop();
    await create(ctx, { cardCode: issueCardCode(1, 1) });
    expect((await create(ctx, { issueCard: true })).cards[0]?.code).toBe(issueCardCode(1, 2));
  });

  it('is created once per request, also when it comes twice at once', async () => {
    const { ctx, number } = await aShop();
    const requestId = aRequest();
    const [first, second] = await Promise.all([create(ctx, { requestId }), create(ctx, { requestId })]);
    expect(second).toEqual(first);
    expect(number('SELECT count(*) FROM customers')).toBe(1);
  });

  const wrong: readonly [object, object][] = [
    [{ phone: 'abc' }, { code: 'InvalidPhone', data: { phone: 'abc' } }],
    [{ phone: '1' }, { code: 'InvalidPhone', data: { phone: '1' } }],
    [{ cardCode: 'a!' }, { code: 'InvalidCard', data: { code: 'a!' } }],
    [{ birthday: { day: 30, month: 2, year: null } }, { code: 'InvalidValue', data: { field: 'birthday' } }],
    [{ birthday: { day: 29, month: 2, year: 2001 } }, { code: 'InvalidValue', data: { field: 'birthday' } }],
    [{ referredById: 9 }, { code: 'NotFound', data: { what: 'customer', id: 9 } }],
  ];

  it.each(wrong)('with %j is refused with %j and nothing is kept', async (fields, failure) => {
    const shop = await aShop();
    const before = allRows(shop);
    await expect(create(shop.ctx, fields)).rejects.toMatchObject(failure);
    expect(allRows(shop)).toEqual(before);
  });

  it('with a card of somebody else is refused, and says whose it is', async () => {
    const shop = await aShop();
    const owner = await create(shop.ctx, { cardCode: 'AB1234' });
    const before = allRows(shop);
    await expect(create(shop.ctx, { cardCode: 'ab-12 34', issueCard: true })).rejects.toMatchObject({
      code: 'CardTaken',
      data: { code: 'AB1234', customerId: owner.id, name: 'Aino Virtanen' },
    });
    expect(allRows(shop)).toEqual(before);
  });
});
