import { describe, expect, it } from 'vitest';
import { refreshTiers } from '#electron/services/daily-runs.ts';
import { holdTier } from '#electron/services/hold-tier.ts';
import { tierOn } from '#electron/services/loyalty-facts.ts';
import { tierLists } from '#electron/services/programme-lists.ts';
import { present } from '#electron/services/shop-context.ts';
import type { TierScheme } from '#shared/domain/loyalty/programme.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { publishRules } from '#tests/support/rules.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt, rulesOf, type TestShop } from '#tests/support/shop.ts';

const plain = { num: 1, den: 1 };

/** Silver from 3 visits in 30 days, gold from 5, kept for ten days more. */
const byVisits: TierScheme = {
  basis: 'visits',
  window: { kind: 'rolling', days: 30 },
  graceDays: 10,
  levels: [
    { id: 901, name: 'Friend', from: 0, benefits: '', factor: plain },
    { id: 902, name: 'Silver', from: 3, benefits: '', factor: plain },
    { id: 903, name: 'Gold', from: 5, benefits: '', factor: plain },
  ],
};

/** The one who spends most, and the next two. */
const byRank: TierScheme = {
  basis: 'rank',
  window: { kind: 'rolling', days: 30 },
  graceDays: 0,
  levels: [
    { id: 901, name: 'Everybody', from: 0, benefits: '', factor: plain },
    { id: 902, name: 'Top three', from: 3, benefits: '', factor: plain },
    { id: 903, name: 'First', from: 1, benefits: '', factor: plain },
  ],
};

async function aTieredShop(tiers: TierScheme) {
  const shop = await aShop({ now: '2026-03-01 10:00' });
  await publishRules(shop.ctx, { tiers });
  return { shop, reports: reportsOf(shop) };
}

/** Comes once a day on so many days up to the present one. */
async function comes(shop: TestShop, customerId: number, days: number, amount = 450): Promise<void> {
  const now = shop.clock.now();
  for (let day = days - 1; day >= 0; day -= 1) {
    shop.clock.set(now - day * 86_400_000);
    await aVisit(shop.ctx, customerId, { amount });
  }
}

const tierNow = async (shop: TestShop, customerId: number) =>
  (await tierOn(shop.ctx.work.read, rulesOf(shop.ctx), customerId, present(shop.ctx).day))?.name;

describe('the lists of tiers', () => {
  it('count people per tier and name who is about to rise or to drop', async () => {
    const { shop, reports } = await aTieredShop(byVisits);
    const [aino, berit, cilla, daga] = [
      await aCustomer(shop.ctx),
      await aCustomer(shop.ctx, { name: 'Berit' }),
      await aCustomer(shop.ctx, { name: 'Cilla' }),
      await aCustomer(shop.ctx, { name: 'Daga' }),
    ];
    await comes(shop, aino, 5);
    shop.clock.set(momentAt('2026-03-25 10:00'));
    await comes(shop, berit, 2);
    await comes(shop, cilla, 4);
    expect(await tierLists(shop.ctx, reports)).toEqual({
      basis: 'visits',
      levels: [
        { tierId: 901, name: 'Friend', people: 2 },
        { tierId: 902, name: 'Silver', people: 1 },
        { tierId: 903, name: 'Gold', people: 1 },
      ],
      rising: [
        { customerId: berit, name: 'Berit', to: 'Silver', missing: 1 },
        { customerId: cilla, name: 'Cilla', to: 'Gold', missing: 1 },
      ],
      dropping: [],
    });
    // On 30 March only 1 March and its grace still speak for gold; the visits of 25 February to 1 March are thirty days old.
    shop.clock.set(momentAt('2026-04-01 10:00'));
    expect((await tierLists(shop.ctx, reports)).dropping).toEqual([
      { customerId: aino, name: 'Aino Virtanen', from: 'Gold', to: 'Friend' },
    ]);
    expect(await tierNow(shop, aino)).toBe('Gold');
    await holdTier(shop.ctx, {
      requestId: aRequest(),
      customerId: aino,
      tierId: 903,
      untilDay: '2026-12-31',
    });
    expect((await tierLists(shop.ctx, reports)).dropping).toEqual([]);
    expect(await tierNow(shop, daga)).toBe('Friend');
  });

  it('rank by what people spent, and say what is missing to pass the last one of the level above', async () => {
    const { shop, reports } = await aTieredShop(byRank);
    const ids: number[] = [];
    for (const [index, amount] of [5000, 4000, 3000, 2900].entries()) {
      const id = await aCustomer(shop.ctx, { name: `Person ${index}` });
      ids.push(id);
      await aVisit(shop.ctx, id, { amount });
    }
    const lists = await tierLists(shop.ctx, reports);
    expect(lists.levels.map(({ name, people }) => [name, people])).toEqual([
      ['Everybody', 1],
      ['Top three', 2],
      ['First', 1],
    ]);
    expect(lists.rising).toEqual([
      { customerId: ids[3], name: 'Person 3', to: 'Top three', missing: 101 },
      { customerId: ids[1], name: 'Person 1', to: 'First', missing: 1001 },
    ]);
    await refreshTiers(shop.ctx, reports);
    expect(await tierNow(shop, ids[0] ?? 0)).toBe('First');
    expect(await tierNow(shop, ids[3] ?? 0)).toBe('Everybody');
    expect(shop.rows('SELECT customer_id, tier_id, rank FROM customer_tiers ORDER BY rank')).toEqual([
      { customer_id: ids[0], tier_id: 903, rank: 1 },
      { customer_id: ids[1], tier_id: 902, rank: 2 },
      { customer_id: ids[2], tier_id: 902, rank: 3 },
      { customer_id: ids[3], tier_id: 901, rank: 4 },
    ]);
  });

  it('are empty without tiers, and tiers that were switched off and on again are as they were', async () => {
    const { shop, reports } = await aTieredShop(byVisits);
    const aino = await aCustomer(shop.ctx);
    await comes(shop, aino, 3);
    await refreshTiers(shop.ctx, reports);
    expect(shop.number('SELECT tier_id FROM customer_tiers')).toBe(902);
    await publishRules(shop.ctx, { tiers: null });
    await refreshTiers(shop.ctx, reports);
    expect(shop.rows('SELECT * FROM customer_tiers')).toEqual([]);
    expect(await tierLists(shop.ctx, reports)).toEqual({ levels: [], rising: [], dropping: [], basis: null });
    await publishRules(shop.ctx, { tiers: byVisits });
    await refreshTiers(shop.ctx, reports);
    expect(shop.number('SELECT tier_id FROM customer_tiers')).toBe(902);
  });
});

describe('a tier that the owner holds', () => {
  it('counts until its day, and no longer', async () => {
    const { shop } = await aTieredShop(byVisits);
    const aino = await aCustomer(shop.ctx);
    const request = { requestId: aRequest(), customerId: aino, tierId: 903, untilDay: '2026-03-10' };
    expect(await holdTier(shop.ctx, request)).toEqual({ tierId: 903 });
    expect(await holdTier(shop.ctx, request)).toEqual({ tierId: 903 });
    expect(shop.number('SELECT tier_id FROM customer_tiers WHERE customer_id = ?', aino)).toBe(903);
    shop.clock.set(momentAt('2026-03-10 10:00'));
    expect(await tierNow(shop, aino)).toBe('Gold');
    shop.clock.set(momentAt('2026-03-11 10:00'));
    expect(await tierNow(shop, aino)).toBe('Friend');
  });

  it('ends when the owner ends it, and never lowers what is deserved', async () => {
    const { shop } = await aTieredShop(byVisits);
    const aino = await aCustomer(shop.ctx);
    await comes(shop, aino, 5);
    const hold = (tierId: number | null) =>
      holdTier(shop.ctx, { requestId: aRequest(), customerId: aino, tierId, untilDay: null });
    expect(await hold(902)).toEqual({ tierId: 903 });
    expect(await hold(null)).toEqual({ tierId: 903 });
    expect(shop.rows('SELECT * FROM tier_holds')).toEqual([]);
  });

  it('is refused for nobody, for a tier there is not and for a day that is over', async () => {
    const { shop } = await aTieredShop(byVisits);
    const aino = await aCustomer(shop.ctx);
    const hold = (change: object) =>
      holdTier(shop.ctx, { requestId: aRequest(), customerId: aino, tierId: 902, untilDay: null, ...change });
    await expect(hold({ customerId: 7 })).rejects.toMatchObject({ code: 'NotFound' });
    await expect(hold({ tierId: 7 })).rejects.toMatchObject({ data: { field: 'tierId' } });
    await expect(hold({ untilDay: '2026-02-28' })).rejects.toMatchObject({ data: { field: 'untilDay' } });
    await expect(hold({ untilDay: '2026-02-31' })).rejects.toMatchObject({ data: { field: 'untilDay' } });
    const requestId = aRequest();
    await hold({ requestId });
    await expect(hold({ requestId, tierId: 903 })).rejects.toMatchObject({ code: 'RequestIdReused' });
  });
});
