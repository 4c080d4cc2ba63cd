import { describe, expect, it } from 'vitest';
import { blockCard } from '#electron/services/change-customer.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { updateSettings } from '#electron/services/settings.ts';
import { recentWithoutCard, today, usuallyHere } from '#electron/services/today.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import {
  aCustomer,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  stampReward,
  type TestShop,
  visitTimes,
} from '#tests/support/shop.ts';

describe('today', () => {
  it('is empty in the morning', async () => {
    const { ctx } = await aShop({ now: '2026-03-10 08:00' });
    expect(await today(ctx, 200)).toEqual({
      day: '2026-03-10',
      checkIns: 0,
      identified: 0,
      amount: 0,
      newCustomers: 0,
      rewardsUsed: 0,
      birthdays: 0,
      visits: [],
    });
  });

  it('lists the check-ins, newest first, with totals in which undone ones do not count', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-10 08:00' });
    const aino = await aCustomer(ctx, { name: 'Aino Virtanen' });
    await visitTimes(ctx, aino, 10);
    clock.pass(10);
    const walkIn = await aVisit(ctx, null, { amount: 700 });
    clock.pass(10);
    const undone = await aVisit(ctx, aino, { amount: 990 });
    clock.pass(10);
    const rewarded = await aVisit(ctx, aino, { amount: 0, redeem: [{ rewardId: stampReward(ctx).id }] });
    await undoVisit(ctx, { requestId: aRequest(), visitId: undone.visitId });
    const { visits, ...totals } = await today(ctx, 3);
    expect(totals).toEqual({
      day: '2026-03-10',
      checkIns: 12,
      identified: 11,
      amount: 5_200,
      newCustomers: 1,
      rewardsUsed: 1,
      birthdays: 0,
    });
    const shown = (visit: { visitId: number; at: number }) => ({ visitId: visit.visitId, at: visit.at });
    expect(visits).toEqual([
      {
        ...shown(rewarded),
        customerId: aino,
        name: 'Aino Virtanen',
        amount: 0,
        rewardNames: ['Free coffee'],
        state: 'done',
        undoable: true,
        refunded: 0,
      },
      {
        ...shown(undone),
        customerId: aino,
        name: 'Aino Virtanen',
        amount: 990,
        rewardNames: [],
        state: 'undone',
        undoable: false,
        refunded: 0,
      },
      {
        ...shown(walkIn),
        customerId: null,
        name: null,
        amount: 700,
        rewardNames: [],
        state: 'done',
        undoable: true,
        refunded: 0,
      },
    ]);
  });

  it('shows a moved visit at its new customer only, at the moment it was', async () => {
    const { ctx, clock } = await aShop();
    const [from, to] = [await aCustomer(ctx, { name: 'Aino' }), await aCustomer(ctx, { name: 'Oona' })];
    const visit = await aVisit(ctx, from);
    clock.pass(30);
    await moveVisit(ctx, { requestId: aRequest(), visitId: visit.visitId, customerId: to });
    const { visits, checkIns } = await today(ctx, 200);
    expect(visits.map(({ name, at, state }) => ({ name, at, state }))).toEqual([
      { name: 'Oona', at: visit.at, state: 'done' },
    ]);
    expect(checkIns).toBe(1);
  });

  it('begins anew at the cut-off', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-10 23:00' });
    await aVisit(ctx, null);
    clock.set(momentAt('2026-03-11 03:59'));
    expect(await today(ctx, 200)).toMatchObject({ day: '2026-03-10', checkIns: 1 });
    clock.set(momentAt('2026-03-11 04:00'));
    expect(await today(ctx, 200)).toMatchObject({ day: '2026-03-11', checkIns: 0, visits: [] });
  });

  it.each([
    ['2026-03-01 10:00', 2],
    ['2026-02-28 10:00', 0],
    ['2028-02-29 10:00', 1],
    ['2028-03-01 10:00', 1],
  ])('counts birthdays at %s: %i, 29 February on 1 March of other years', async (now, birthdays) => {
    const { ctx } = await aShop({ now });
    await aCustomer(ctx, { birthday: { day: 29, month: 2, year: 2000 } });
    await aCustomer(ctx, { birthday: { day: 1, month: 3, year: null } });
    expect((await today(ctx, 200)).birthdays).toBe(birthdays);
  });
});

describe('the people usually here', () => {
  /** Mondays from 2026-01-05 on, as many as asked for. */
  const mondays = (weeks: number) =>
    Array.from({ length: weeks }, (_, week) =>
      new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10),
    );

  async function visitAt(shop: TestShop, customerId: number, moments: readonly string[]) {
    const receipts = [];
    for (const moment of moments) {
      shop.clock.set(momentAt(moment));
      receipts.push(await aVisit(shop.ctx, customerId));
    }
    return receipts;
  }

  const names = async (shop: TestShop) => (await usuallyHere(shop.ctx)).map((person) => person.name);

  it('came on three of the last eight same weekdays at about this time', async () => {
    const shop = await aShop({ now: '2026-01-01 10:00' });
    const [regular, rare, late] = [
      await aCustomer(shop.ctx, { name: 'Regular' }),
      await aCustomer(shop.ctx, { name: 'Rare' }),
      await aCustomer(shop.ctx, { name: 'Late' }),
    ];
    await visitAt(shop, regular, ['2026-01-05 08:10', '2026-01-12 08:25', '2026-01-19 08:40']);
    await visitAt(shop, rare, ['2026-01-05 08:10', '2026-01-12 08:10']);
    await visitAt(
      shop,
      late,
      mondays(4).map((day) => `${day} 15:00`),
    );
    shop.clock.set(momentAt('2026-03-02 08:30'));
    expect(await usuallyHere(shop.ctx)).toEqual([
      {
        customerId: regular,
        name: 'Regular',
        seen: 3,
        of: 8,
        fromMinute: 8 * 60 + 10,
        toMinute: 8 * 60 + 40,
        rewardReady: false,
      },
    ]);
    shop.clock.set(momentAt('2026-03-03 08:30'));
    expect(await names(shop)).toEqual([]);
    shop.clock.set(momentAt('2026-03-09 08:30'));
    expect(await names(shop)).toEqual([]);
  });

  it('are not those who are here already, until that is undone', async () => {
    const shop = await aShop({ now: '2026-01-01 10:00' });
    const regular = await aCustomer(shop.ctx, { name: 'Regular' });
    await visitAt(
      shop,
      regular,
      mondays(4).map((day) => `${day} 08:30`),
    );
    const [here] = await visitAt(shop, regular, ['2026-02-02 07:50']);
    shop.clock.set(momentAt('2026-02-02 08:30'));
    expect(await names(shop)).toEqual([]);
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId: here?.visitId ?? 0 });
    expect(await names(shop)).toEqual(['Regular']);
  });

  it('are not known by visits that were undone later, or moved to somebody else', async () => {
    const shop = await aShop({ now: '2026-01-01 10:00' });
    const [wrong, right] = [
      await aCustomer(shop.ctx, { name: 'Wrong' }),
      await aCustomer(shop.ctx, { name: 'Right' }),
    ];
    const receipts = await visitAt(
      shop,
      wrong,
      mondays(3).map((day) => `${day} 08:30`),
    );
    shop.clock.set(momentAt('2026-01-20 20:00'));
    for (const { visitId } of receipts)
      await moveVisit(shop.ctx, { requestId: aRequest(), visitId, customerId: right });
    shop.clock.set(momentAt('2026-01-26 08:30'));
    expect(await names(shop)).toEqual(['Right']);
  });

  it('come at the same time of day across a change of the clocks', async () => {
    const shop = await aShop({ now: '2026-03-01 10:00' });
    const regular = await aCustomer(shop.ctx, { name: 'Regular' });
    await visitAt(shop, regular, ['2026-03-09 08:30', '2026-03-16 08:30', '2026-03-23 08:30']);
    shop.clock.set(momentAt('2026-03-30 08:30'));
    expect(await names(shop)).toEqual(['Regular']);
  });

  it('are shown with a reward that is ready, and not at all where the shop does not want it', async () => {
    const shop = await aShop({ now: '2026-01-01 10:00' });
    const regular = await aCustomer(shop.ctx, { name: 'Regular' });
    await visitTimes(shop.ctx, regular, 7);
    await visitAt(
      shop,
      regular,
      mondays(3).map((day) => `${day} 08:30`),
    );
    shop.clock.set(momentAt('2026-01-26 08:30'));
    expect(await usuallyHere(shop.ctx)).toMatchObject([{ name: 'Regular', rewardReady: true }]);
    await updateSettings(shop.ctx, { requestId: aRequest(), till: { usuallyHere: false } });
    expect(await usuallyHere(shop.ctx)).toEqual([]);
  });
});

describe('the likely owners of an unknown card', () => {
  it('came yesterday or today and have no card that works, the latest first', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-08 10:00' });
    const come = async (name: string, fields: object = {}) => {
      const id = await aCustomer(ctx, { name, ...fields });
      await aVisit(ctx, id);
      return id;
    };
    await come('Too long ago');
    clock.pass(24 * 60);
    await come('Yesterday');
    clock.pass(24 * 60);
    await come('With card', { issueCard: true });
    const blocked = await come('Blocked', { cardCode: 'LOST-1' });
    await blockCard(ctx, { requestId: aRequest(), customerId: blocked, code: 'LOST-1' });
    clock.pass(1);
    const twice = await come('Twice');
    await aVisit(ctx, twice);
    const people = await recentWithoutCard(ctx);
    expect(people.map((person) => person.name)).toEqual(['Twice', 'Blocked', 'Yesterday']);
    expect(people[0]).toEqual({ customerId: twice, name: 'Twice', at: clock.now() });
  });

  it('did come: an undone check-in is no visit', async () => {
    const { ctx } = await aShop();
    const { visitId } = await aVisit(ctx, await aCustomer(ctx));
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    expect(await recentWithoutCard(ctx)).toEqual([]);
  });
});
