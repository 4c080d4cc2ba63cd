import { describe, expect, it } from 'vitest';
import { changeItem } from '#electron/services/catalogue.ts';
import { blockCard, giveCard } from '#electron/services/change-customer.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { updateSettings } from '#electron/services/settings.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  rulesOf,
  stampReward,
  type TestShop,
  visitTimes,
} from '#tests/support/shop.ts';

/** A check-in at ten o'clock on each of these days; the clock stays at the last. */
async function visitOn(shop: TestShop, customerId: number, days: readonly string[], items?: number[]) {
  for (const day of days) {
    shop.clock.set(momentAt(`${day} 10:00`));
    const lines = (items ?? []).map((itemId) => ({ itemId, quantity: 1 }));
    await aVisit(shop.ctx, customerId, { items: lines });
  }
}

const kinds = async (ctx: ShopContext, customerId: number) =>
  (await customerCard(ctx, customerId)).hints.map((hint) => hint.kind);

describe('the card of a customer', () => {
  it('of somebody new', async () => {
    const { ctx } = await aShop({ now: '2026-03-10 10:00' });
    const customerId = await aCustomer(ctx, {
      name: 'Aino Virtanen',
      phone: '040 123 4567',
      issueCard: true,
    });
    const card = await customerCard(ctx, customerId);
    expect(card).toEqual({
      customerId,
      name: 'Aino Virtanen',
      cardCode: '290100000013',
      phoneTail: '4567',
      customerSince: '2026-03-10',
      visits: 0,
      lastVisit: null,
      rhythmDays: null,
      usual: null,
      balances: [
        expect.objectContaining({ kind: 'stamps', balance: 0, target: 10, carryNum: 0, carryDen: 1 }),
        expect.objectContaining({ kind: 'points', balance: 0, target: 500, carryNum: 0, carryDen: 1 }),
      ],
      rewards: rulesOf(ctx).rewards.map(({ id, name, kind, unitId, price, itemId, percent, amountOff }) => ({
        rewardId: id,
        name,
        kind,
        unitId,
        price,
        ready: false,
        obstacle: 'balance',
        itemId,
        percent,
        amountOff,
        partial: false,
      })),
      vouchers: [],
      tier: null,
      nextTier: null,
      earning: {
        tierId: null,
        earnedToday: [],
        visitNumber: 1,
        daysToBirthday: null,
        birthdayGiven: false,
        referredById: null,
        given: [],
      },
      heldPrices: [],
      household: [],
      parkedId: null,
      hints: [],
      sameName: 0,
    });
  });

  it('of somebody unknown is not there', async () => {
    const { ctx } = await aShop();
    await expect(customerCard(ctx, 9)).rejects.toMatchObject({
      code: 'NotFound',
      data: { what: 'customer', id: 9 },
    });
  });

  it('shows the balances, the remainder, and the rewards that are ready', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx);
    await visitTimes(ctx, customerId, 11);
    const card = await customerCard(ctx, customerId);
    expect(card.balances).toMatchObject([
      { kind: 'stamps', balance: 11, rewardName: stampReward(ctx).name },
      { kind: 'points', balance: 49, carryNum: 1, carryDen: 2 },
    ]);
    expect(card.rewards.map((reward) => reward.ready)).toEqual([true, false]);
  });

  it('shows the newest card that is not blocked', async () => {
    const { ctx, clock } = await aShop();
    const customerId = await aCustomer(ctx, { cardCode: 'OLD-0001' });
    clock.pass(1);
    await giveCard(ctx, { requestId: aRequest(), customerId, code: 'NEW-0001' });
    expect((await customerCard(ctx, customerId)).cardCode).toBe('NEW0001');
    await blockCard(ctx, { requestId: aRequest(), customerId, code: 'new 0001' });
    expect((await customerCard(ctx, customerId)).cardCode).toBe('OLD0001');
    await blockCard(ctx, { requestId: aRequest(), customerId, code: 'OLD0001' });
    expect((await customerCard(ctx, customerId)).cardCode).toBeNull();
  });
});

describe('the last visit and the rhythm', () => {
  it('come from the days, undone check-ins left out', async () => {
    const shop = await aShop();
    const { ctx } = shop;
    const customerId = await aCustomer(ctx);
    await visitOn(shop, customerId, ['2026-03-01', '2026-03-08', '2026-03-10', '2026-03-24']);
    const { visitId } = await aVisit(ctx, customerId, { amount: 999 });
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    const card = await customerCard(ctx, customerId);
    expect(card.visits).toBe(4);
    expect(card.lastVisit).toEqual({ day: '2026-03-24', at: momentAt('2026-03-24 10:00'), amount: 450 });
    expect(card.rhythmDays).toBe(7);
  });

  it('say nothing of a rhythm before the fourth day', async () => {
    const shop = await aShop();
    const customerId = await aCustomer(shop.ctx);
    await visitOn(shop, customerId, ['2026-03-01', '2026-03-08', '2026-03-15', '2026-03-15']);
    expect((await customerCard(shop.ctx, customerId)).rhythmDays).toBeNull();
  });
});

describe('the usual order', () => {
  it('is the one had most often, at the prices of today', async () => {
    const shop = await aShop();
    const { ctx } = shop;
    const customerId = await aCustomer(ctx);
    const latte = await anItem(ctx, { name: 'Latte', price: 480 });
    const bun = await anItem(ctx, { name: 'Bun', price: 320 });
    await visitOn(shop, customerId, ['2026-03-01', '2026-03-02'], [latte.id, bun.id]);
    await visitOn(shop, customerId, ['2026-03-03'], [latte.id]);
    await changeItem(ctx, { requestId: aRequest(), itemId: bun.id, price: 350 });
    expect((await customerCard(ctx, customerId)).usual).toEqual({
      lines: [
        { itemId: latte.id, name: 'Latte', quantity: 1, unitPrice: 480 },
        { itemId: bun.id, name: 'Bun', quantity: 1, unitPrice: 350 },
      ],
      amount: 830,
    });
  });

  it('is not offered when a part of it is no longer sold, nor after one time', async () => {
    const shop = await aShop();
    const { ctx } = shop;
    const [regular, once] = [await aCustomer(ctx), await aCustomer(ctx)];
    const latte = await anItem(ctx);
    await visitOn(shop, once, ['2026-03-01'], [latte.id]);
    await visitOn(shop, regular, ['2026-03-01', '2026-03-02'], [latte.id]);
    expect((await customerCard(ctx, once)).usual).toBeNull();
    expect((await customerCard(ctx, regular)).usual).not.toBeNull();
    await changeItem(ctx, { requestId: aRequest(), itemId: latte.id, active: false });
    expect((await customerCard(ctx, regular)).usual).toBeNull();
  });
});

describe('the hints', () => {
  it('come in the order of their weight', async () => {
    const shop = await aShop({ now: '2026-03-01 10:00' });
    const { ctx } = shop;
    const customerId = await aCustomer(ctx, {
      allergy: 'Nuts',
      preference: 'Oat milk',
      birthday: { day: 12, month: 3, year: null },
      completeLater: true,
    });
    await visitOn(
      shop,
      customerId,
      Array.from({ length: 9 }, (_, index) => `2026-03-0${index + 1}`),
    );
    shop.clock.set(momentAt('2026-03-10 10:00'));
    expect((await customerCard(ctx, customerId)).hints).toEqual([
      { kind: 'allergy', text: 'Nuts' },
      { kind: 'birthday', inDays: 2, day: '2026-03-12' },
      { kind: 'milestone', visits: 10 },
      { kind: 'preference', text: 'Oat milk' },
      { kind: 'incomplete' },
    ]);
  });

  it('say first that somebody was here today, and by whom they were served', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-10 10:00' });
    const customerId = await aCustomer(ctx, { allergy: 'Nuts' });
    await aVisit(ctx, customerId, { amount: 640 });
    clock.pass(20);
    expect((await customerCard(ctx, customerId)).hints[0]).toEqual({
      kind: 'hereToday',
      at: momentAt('2026-03-10 10:00'),
      amount: 640,
      staffName: 'Owner',
    });
    clock.set(momentAt('2026-03-11 03:59'));
    expect(await kinds(ctx, customerId)).toContain('hereToday');
    clock.set(momentAt('2026-03-11 04:00'));
    expect(await kinds(ctx, customerId)).not.toContain('hereToday');
  });

  it('say so for as long as the shop asks about it', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-10 10:00' });
    const customerId = await aCustomer(ctx);
    await aVisit(ctx, customerId);
    const within = async (sameCustomerMinutes: number) => {
      await updateSettings(ctx, { requestId: aRequest(), till: { sameCustomerMinutes } });
      return (await kinds(ctx, customerId)).includes('hereToday');
    };
    expect(await within(0)).toBe(false);
    expect(await within(30)).toBe(true);
    clock.set(momentAt('2026-03-10 10:29'));
    expect(await within(30)).toBe(true);
    clock.set(momentAt('2026-03-10 10:30'));
    expect(await within(30)).toBe(false);
    expect(await within(24 * 60)).toBe(true);
  });

  it('do not say that somebody was here who was not', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx);
    const { visitId } = await aVisit(ctx, customerId);
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    expect(await kinds(ctx, customerId)).toEqual([]);
  });

  it.each([
    ['2026-03-04 10:00', { day: 12, month: 3 }, null],
    ['2026-03-05 10:00', { day: 12, month: 3 }, 7],
    ['2026-03-12 10:00', { day: 12, month: 3 }, 0],
    // Before the cut-off it is still the day before.
    ['2026-03-13 03:00', { day: 12, month: 3 }, 0],
    ['2026-03-13 10:00', { day: 12, month: 3 }, null],
    ['2026-12-28 10:00', { day: 2, month: 1 }, 5],
    ['2026-02-27 10:00', { day: 29, month: 2 }, 2],
    ['2026-03-01 10:00', { day: 29, month: 2 }, 0],
    ['2028-02-29 10:00', { day: 29, month: 2 }, 0],
    ['2028-03-01 10:00', { day: 29, month: 2 }, null],
  ])('at %s a birthday on %j is in %s days', async (now, birthday, inDays) => {
    const { ctx } = await aShop({ now });
    const customerId = await aCustomer(ctx, { birthday: { ...birthday, year: null } });
    const hint = (await customerCard(ctx, customerId)).hints.find((one) => one.kind === 'birthday');
    expect(hint?.inDays ?? null).toBe(inDays);
  });

  it('say a milestone only for the visit that reaches it', async () => {
    const shop = await aShop();
    const customerId = await aCustomer(shop.ctx);
    const days = Array.from({ length: 10 }, (_, index) => `2026-03-${String(index + 1).padStart(2, '0')}`);
    await visitOn(shop, customerId, days.slice(0, 9));
    expect(await kinds(shop.ctx, customerId)).not.toContain('milestone');
    shop.clock.pass(24 * 60);
    expect(await kinds(shop.ctx, customerId)).toContain('milestone');
    await visitOn(shop, customerId, days.slice(9));
    expect(await kinds(shop.ctx, customerId)).not.toContain('milestone');
  });
});

describe('people of one name', () => {
  const sameNames = async (names: readonly string[]) => {
    const { ctx } = await aShop();
    const ids = [];
    for (const name of names) ids.push(await aCustomer(ctx, { name }));
    const counts = [];
    for (const id of ids) counts.push((await customerCard(ctx, id)).sameName);
    return counts;
  };

  it('are counted by first name, accents and case ignored', async () => {
    expect(await sameNames(['Anna Laine', 'ÁNNA Virtanen', 'Annabel Oja', 'Liisa Anna Mäki'])).toEqual([
      1, 1, 0, 0,
    ]);
  });

  it('are counted also when some of them have no other name', async () => {
    expect(await sameNames(['Anna', 'Anna Laine', 'Anna'])).toEqual([2, 2, 2]);
  });

  it('are none when a name has no letters', async () => {
    expect(await sameNames(['🙂', '☕☕'])).toEqual([0, 0]);
  });
});
