import { describe, expect, it } from 'vitest';
import { readSettings, updateSettings } from '#electron/services/settings.ts';
import { readShopFacts, shopFacts } from '#electron/services/shop-context.ts';
import { today } from '#electron/services/today.ts';
import type { Settings } from '#shared/contract/settings.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt } from '#tests/support/shop.ts';

type Change = { shop?: Partial<Settings['shop']>; till?: Partial<Settings['till']> };

async function aShopWithSettings(options: Parameters<typeof aShop>[0] = {}) {
  const shop = await aShop(options);
  const update = (change: Change, requestId = aRequest()) =>
    updateSettings(shop.ctx, { requestId, ...change });
  return { shop, ctx: shop.ctx, update };
}

describe('the settings', () => {
  it('are those of the first run', async () => {
    const { ctx } = await aShopWithSettings();
    expect(readSettings(ctx)).toEqual({
      shop: {
        name: 'Corner',
        kind: 'cafe',
        country: 'FI',
        currency: 'EUR',
        timeZone: 'Europe/Helsinki',
        cutoffMinutes: 240,
        language: 'en',
      },
      till: {
        amountRule: 'required',
        largestWithoutQuestion: 6_000,
        usuallyHere: true,
        sounds: false,
        keyCaps: true,
        activityWindow: 60,
        rushMode: false,
        lockMinutes: 5,
        sameCustomerMinutes: 1440,
        leftHanded: false,
        shortNames: false,
        customerLanguage: null,
      },
      currencyDigits: 2,
      staff: [{ id: expect.any(Number), name: 'Owner', role: 'owner' }],
      currentStaffId: shopFacts(ctx).staff[0]?.id,
      demo: false,
    });
  });

  it('change where they are given, and are the same after a restart', async () => {
    const { ctx, update } = await aShopWithSettings();
    const before = readSettings(ctx);
    const changed = await update({
      shop: { name: 'Kulma', language: 'fi' },
      till: { sounds: true, largestWithoutQuestion: null },
    });
    expect(changed).toEqual({
      ...before,
      shop: { ...before.shop, name: 'Kulma', language: 'fi' },
      till: { ...before.till, sounds: true, largestWithoutQuestion: null },
    });
    expect(readSettings({ ...ctx, facts: await readShopFacts(ctx.work.read) })).toEqual(changed);
  });

  it('take two changes at once, both of them', async () => {
    const { ctx, update } = await aShopWithSettings();
    await Promise.all([update({ till: { sounds: true } }), update({ till: { keyCaps: false } })]);
    expect(readSettings(ctx).till).toMatchObject({ sounds: true, keyCaps: false });
  });

  it('do not go back when a change is repeated later', async () => {
    const { ctx, update } = await aShopWithSettings();
    const requestId = aRequest();
    await update({ shop: { name: 'First' } }, requestId);
    await update({ shop: { name: 'Second' } });
    await update({ shop: { name: 'First' } }, requestId);
    expect(readSettings(ctx).shop.name).toBe('Second');
  });

  it.each<{ what: string; field: keyof Settings['shop']; value: string }>([
    { what: 'a time zone that does not exist', field: 'timeZone', value: 'Europe/Nowhere' },
    { what: 'a currency that does not exist', field: 'currency', value: 'ZZZ' },
    { what: 'a currency without cents, where amounts are in cents', field: 'currency', value: 'HUF' },
  ])('refuse $what, and the rest of the change with it', async ({ field, value }) => {
    const { shop, ctx, update } = await aShopWithSettings();
    const before = { rows: allRows(shop), settings: readSettings(ctx) };
    await expect(update({ shop: { [field]: value }, till: { sounds: true } })).rejects.toMatchObject({
      code: 'InvalidValue',
      data: { field },
    });
    expect({ rows: allRows(shop), settings: readSettings(ctx) }).toEqual(before);
  });

  it('take another currency with as many decimals', async () => {
    const { update } = await aShopWithSettings();
    expect(await update({ shop: { currency: 'SEK' } })).toMatchObject({ currencyDigits: 2 });
  });
});

describe('another time zone or cut-off', () => {
  it('holds from now on and rewrites no history', async () => {
    const { shop, ctx, update } = await aShopWithSettings({ now: '2026-03-10 23:30' });
    const customerId = await aCustomer(ctx);
    await aVisit(ctx, customerId);
    const { visits, ledger_entries, customer_stats, day_totals } = allRows(shop);
    await update({ shop: { timeZone: 'Asia/Jakarta', cutoffMinutes: 0 } });
    const after = allRows(shop);
    expect(after).toMatchObject({ visits, ledger_entries, customer_stats, day_totals });
    // 04:30 in Jakarta: the next day there.
    expect((await aVisit(ctx, customerId)).day).toBe('2026-03-11');
  });

  it('may set the day back; visits then count for the earlier day', async () => {
    const { ctx, update, shop } = await aShopWithSettings({ now: '2026-03-10 03:30', cutoffMinutes: 0 });
    const customerId = await aCustomer(ctx);
    await aVisit(ctx, customerId);
    await update({ shop: { cutoffMinutes: 240 } });
    expect(await aVisit(ctx, customerId)).toMatchObject({ day: '2026-03-09', visits: 2 });
    expect(await today(ctx, 10)).toMatchObject({ day: '2026-03-09', checkIns: 1 });
    shop.clock.set(momentAt('2026-03-10 04:00'));
    expect(await today(ctx, 10)).toMatchObject({ day: '2026-03-10', checkIns: 1 });
  });
});
