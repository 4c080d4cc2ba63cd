import { describe, expect, it } from 'vitest';
import { changeItem } from '#electron/services/catalogue.ts';
import { keptPrices } from '#electron/services/kept-prices.ts';
import { endHold, heldPrices, holdPrices } from '#electron/services/price-holds.ts';
import { present, shopFacts } from '#electron/services/shop-context.ts';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  rulesOf,
  type TestShop,
} from '#tests/support/shop.ts';

const plain = { num: 1, den: 1 };

/** A latte for 4.80, and gold from two visits. */
async function aGoldShop() {
  const shop = await aShop({ now: '2026-03-01 10:00' });
  await publishRules(shop.ctx, {
    tiers: {
      basis: 'visits',
      window: { kind: 'rolling', days: 90 },
      graceDays: 0,
      levels: [
        { id: 901, name: 'Friend', from: 0, benefits: '', factor: plain },
        { id: 902, name: 'Silver', from: 1, benefits: '', factor: plain },
        { id: 903, name: 'Gold', from: 2, benefits: '', factor: plain },
      ],
    },
  });
  return { shop, latte: await anItem(shop.ctx), aino: await aCustomer(shop.ctx) };
}

const priceOf = async (shop: TestShop, customerId: number) =>
  (
    await keptPrices(
      shop.ctx.work.read,
      shopFacts(shop.ctx),
      rulesOf(shop.ctx),
      customerId,
      present(shop.ctx).day,
    )
  ).map(({ price }) => price);

const toLatte = (shop: TestShop, itemId: number, price: number) =>
  changeItem(shop.ctx, { requestId: aRequest(), itemId, price });

describe('a price hold', () => {
  it('keeps today’s prices for one customer until its day', async () => {
    const { shop, latte, aino } = await aGoldShop();
    const berit = await aCustomer(shop.ctx, { name: 'Berit' });
    const request = {
      requestId: aRequest(),
      for: { kind: 'customer' as const, customerId: aino },
      untilDay: '2026-06-30',
    };
    const { holdId } = await holdPrices(shop.ctx, request);
    expect(await holdPrices(shop.ctx, request)).toEqual({ holdId });
    expect(await priceOf(shop, aino)).toEqual([]);
    await toLatte(shop, latte.id, 520);
    expect(await priceOf(shop, aino)).toEqual([480]);
    expect(await priceOf(shop, berit)).toEqual([]);
    const receipt = await aVisit(shop.ctx, aino, { amount: 480, items: [{ itemId: latte.id, quantity: 1 }] });
    expect(receipt.lines).toMatchObject([{ unitPrice: 480 }]);
    expect(await heldPrices(shop.ctx)).toEqual({
      holds: [
        {
          holdId,
          tierId: null,
          customerId: aino,
          forName: 'Aino Virtanen',
          sinceDay: '2026-03-01',
          untilDay: '2026-06-30',
          raised: 1,
        },
      ],
    });
    await toLatte(shop, latte.id, 450);
    expect(await priceOf(shop, aino)).toEqual([]);
    await toLatte(shop, latte.id, 520);
    shop.clock.set(momentAt('2026-06-30 22:00'));
    expect(await priceOf(shop, aino)).toEqual([480]);
    shop.clock.set(momentAt('2026-07-01 10:00'));
    expect(await priceOf(shop, aino)).toEqual([]);
    expect(await heldPrices(shop.ctx)).toEqual({ holds: [] });
  });

  it('for a tier holds for everybody who has reached it, those above too', async () => {
    const { shop, latte, aino } = await aGoldShop();
    const silver = { kind: 'tier' as const, tierId: 902 };
    const { holdId } = await holdPrices(shop.ctx, {
      requestId: aRequest(),
      for: silver,
      untilDay: '2026-06-30',
    });
    await toLatte(shop, latte.id, 520);
    expect(await priceOf(shop, aino)).toEqual([]);
    await aVisit(shop.ctx, aino);
    expect(await priceOf(shop, aino)).toEqual([480]);
    shop.clock.set(momentAt('2026-03-02 10:00'));
    await aVisit(shop.ctx, aino);
    expect(await priceOf(shop, aino)).toEqual([480]);
    expect((await heldPrices(shop.ctx)).holds).toMatchObject([{ tierId: 902, forName: 'Silver', raised: 1 }]);
    const request = { requestId: aRequest(), holdId };
    expect(await endHold(shop.ctx, request)).toEqual({ holdId });
    expect(await endHold(shop.ctx, request)).toEqual({ holdId });
    expect(await priceOf(shop, aino)).toEqual([]);
    expect(shop.number('SELECT ended_at FROM price_holds')).toBe(shop.clock.now());
  });

  it('leaves out what is not sold any more', async () => {
    const { shop, latte, aino } = await aGoldShop();
    await changeItem(shop.ctx, { requestId: aRequest(), itemId: latte.id, active: false });
    const whom = { kind: 'customer' as const, customerId: aino };
    await holdPrices(shop.ctx, { requestId: aRequest(), for: whom, untilDay: '2026-06-30' });
    expect(shop.rows('SELECT prices, until_day FROM price_holds')).toEqual([
      { prices: '{}', until_day: parseDay('2026-06-30') },
    ]);
  });

  it('is refused for nobody, for a tier there is not, for a day that is over and for a hold there is not', async () => {
    const { shop, aino } = await aGoldShop();
    const customer = { kind: 'customer' as const, customerId: aino };
    const hold = (change: object) =>
      holdPrices(shop.ctx, { requestId: aRequest(), for: customer, untilDay: '2026-06-30', ...change });
    await expect(hold({ for: { kind: 'customer', customerId: 7 } })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(hold({ for: { kind: 'tier', tierId: 7 } })).rejects.toMatchObject({
      data: { field: 'tierId' },
    });
    await expect(hold({ untilDay: '2026-02-28' })).rejects.toMatchObject({ data: { field: 'untilDay' } });
    const ended = endHold(shop.ctx, { requestId: aRequest(), holdId: 7 });
    await expect(ended).rejects.toMatchObject({ data: { field: 'holdId' } });
    const requestId = aRequest();
    await hold({ requestId });
    await expect(hold({ requestId, untilDay: '2026-07-31' })).rejects.toMatchObject({
      code: 'RequestIdReused',
    });
  });
});
