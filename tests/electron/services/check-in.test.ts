import { describe, expect, it } from 'vitest';
import { checkIn } from '#electron/services/check-in.ts';
import { updateSettings } from '#electron/services/settings.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { publishSmall } from '#tests/support/rules.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  rulesOf,
  stampCard,
  stampReward,
  visitTimes,
} from '#tests/support/shop.ts';

describe('a check-in', () => {
  it('writes the visit, what it earns and every sum, and answers with the receipt', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    const { ctx } = shop;
    const customerId = await aCustomer(ctx, { name: 'Aino Virtanen' });
    const latte = await anItem(ctx);
    const requestId = aRequest();
    const items = [{ itemId: latte.id, quantity: 2 }];
    const receipt = await checkIn(ctx, { requestId, customerId, amount: 960, items });
    const { pointsUnitId } = rulesOf(ctx);
    expect(receipt).toEqual({
      visitId: receipt.visitId,
      at: momentAt('2026-03-10 10:00'),
      day: '2026-03-10',
      customerId,
      customerName: 'Aino Virtanen',
      amount: 960,
      lines: [{ itemId: latte.id, name: 'Latte', quantity: 2, unitPrice: 480 }],
      rewards: [],
      vouchers: [],
      changes: [
        {
          unitId: stampCard(ctx).unitId,
          kind: 'stamps',
          name: 'Coffee card',
          before: 0,
          earned: 1,
          spent: 0,
          gifts: 0,
          after: 1,
          target: 10,
          rewardName: 'Free coffee',
        },
        {
          unitId: pointsUnitId,
          kind: 'points',
          name: '',
          before: 0,
          earned: 9,
          spent: 0,
          gifts: 0,
          after: 9,
          target: 500,
          rewardName: rulesOf(ctx).rewards.find((reward) => reward.unitId === pointsUnitId)?.name,
        },
      ],
      visits: 1,
      staffName: 'Owner',
      replayed: false,
    });
    const day = parseDay('2026-03-10');
    expect(shop.rows('SELECT * FROM visits')).toEqual([
      expect.objectContaining({
        id: receipt.visitId,
        request_id: requestId,
        sign: 1,
        amount: 960,
        business_day: day,
        business_month: 2026 * 12 + 2,
      }),
    ]);
    expect(shop.rows('SELECT * FROM customer_stats')).toEqual([
      {
        customer_id: customerId,
        first_day: day,
        last_day: day,
        last_at: receipt.at,
        visits: 1,
        check_ins: 1,
        spend: 960,
        amount_check_ins: 1,
      },
    ]);
    expect(shop.rows('SELECT * FROM customer_month')).toEqual([
      { month: 2026 * 12 + 2, customer_id: customerId, visits: 1, spend: 960, age: 0, prev: null },
    ]);
    expect(shop.rows('SELECT * FROM day_totals')).toEqual([
      {
        business_day: day,
        check_ins: 1,
        identified: 1,
        amount: 960,
        identified_amount: 960,
        amount_check_ins: 1,
        rewards: 0,
      },
    ]);
    expect(shop.rows('SELECT balance, carry_num, carry_den FROM balances ORDER BY balance')).toEqual([
      { balance: 1, carry_num: 0, carry_den: 1 },
      { balance: 9, carry_num: 3, carry_den: 5 },
    ]);
  });

  it('carries what is less than a point', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx);
    const points = async (amount: number) =>
      (await aVisit(ctx, customerId, { amount })).changes.find((change) => change.kind === 'points')?.earned;
    expect([await points(450), await points(450), await points(90), await points(10)]).toEqual([4, 5, 0, 1]);
  });

  it('counts a second check-in on one day as one visit', async () => {
    const { ctx, clock, rows } = await aShop();
    const customerId = await aCustomer(ctx);
    expect((await aVisit(ctx, customerId)).visits).toBe(1);
    clock.pass(60);
    expect((await aVisit(ctx, customerId)).visits).toBe(1);
    clock.pass(24 * 60);
    expect((await aVisit(ctx, customerId)).visits).toBe(2);
    expect(rows('SELECT visits, check_ins FROM customer_stats')).toEqual([{ visits: 2, check_ins: 3 }]);
  });

  it('keeps the name and price an item had', async () => {
    const { ctx, rows } = await aShop();
    const latte = await anItem(ctx);
    await aVisit(ctx, null, { items: [{ itemId: latte.id, quantity: 1 }] });
    expect(rows('SELECT name, unit_price, quantity FROM visit_lines')).toEqual([
      { name: 'Latte', unit_price: 480, quantity: 1 },
    ]);
  });

  it('debits a reward before it credits the visit, in the same transaction', async () => {
    const { ctx, rows } = await aShop();
    const customerId = await aCustomer(ctx);
    const reward = stampReward(ctx);
    await visitTimes(ctx, customerId, reward.price);
    const receipt = await aVisit(ctx, customerId, { amount: 0, redeem: [{ rewardId: reward.id }] });
    expect(receipt.rewards).toEqual([{ rewardId: reward.id, name: reward.name }]);
    expect(receipt.changes.find((change) => change.unitId === reward.unitId)).toMatchObject({
      before: 10,
      earned: 1,
      spent: 10,
      after: 1,
    });
    expect(rows('SELECT kind FROM ledger_entries WHERE visit_id = ? ORDER BY id', receipt.visitId)).toEqual([
      { kind: 'redeem' },
      { kind: 'earn' },
    ]);
  });

  it('takes a visit without an amount where the shop lets it: a stamp, no points, no money', async () => {
    const { ctx, rows } = await aShop();
    await updateSettings(ctx, { requestId: aRequest(), till: { amountRule: 'never' } });
    const receipt = await aVisit(ctx, await aCustomer(ctx), { amount: null });
    expect(receipt.amount).toBeNull();
    expect(receipt.changes.map(({ kind, earned }) => [kind, earned])).toEqual([
      ['stamps', 1],
      ['points', 0],
    ]);
    expect(rows('SELECT amount, amount_check_ins FROM day_totals')).toEqual([
      { amount: 0, amount_check_ins: 0 },
    ]);
    expect(rows('SELECT spend, amount_check_ins FROM customer_stats')).toEqual([
      { spend: 0, amount_check_ins: 0 },
    ]);
  });

  it('takes a sale without a customer: it earns nothing and counts for the day', async () => {
    const { ctx, rows } = await aShop();
    const receipt = await aVisit(ctx, null, { amount: 700 });
    expect(receipt).toMatchObject({ customerId: null, customerName: null, changes: [], visits: null });
    expect(rows('SELECT count(*) AS n FROM ledger_entries')).toEqual([{ n: 0 }]);
    expect(rows('SELECT check_ins, identified, amount, identified_amount FROM day_totals')).toEqual([
      { check_ins: 1, identified: 0, amount: 700, identified_amount: 0 },
    ]);
  });

  it('saves a new person with the first visit', async () => {
    const { ctx, rows } = await aShop();
    const receipt = await checkIn(ctx, {
      requestId: aRequest(),
      customerId: null,
      amount: 450,
      newCustomer: { name: 'Eero Mäki', phone: '040 123 4567', issueCard: true },
    });
    expect(receipt).toMatchObject({ customerName: 'Eero Mäki', visits: 1 });
    expect(rows('SELECT id, name, phone FROM customers')).toEqual([
      { id: receipt.customerId, name: 'Eero Mäki', phone: '+358401234567' },
    ]);
    expect(rows('SELECT customer_id FROM cards')).toEqual([{ customer_id: receipt.customerId }]);
  });
});

describe('the day of a check-in', () => {
  const dayAt = async (now: string, options: Parameters<typeof aShop>[0] = {}) => {
    const { ctx } = await aShop({ ...options, now });
    return (await aVisit(ctx, null)).day;
  };

  it.each([
    ['2026-03-11 03:59', '2026-03-10'],
    ['2026-03-11 04:00', '2026-03-11'],
    ['2026-03-10 23:59', '2026-03-10'],
    // The clocks jump from 03:00 to 04:00.
    ['2026-03-29 02:59', '2026-03-28'],
    ['2026-03-29 04:00', '2026-03-29'],
    ['2026-03-30 03:59', '2026-03-29'],
    // 03:00 to 04:00 comes twice.
    ['2026-10-25 02:59', '2026-10-24'],
    ['2026-10-25 05:00', '2026-10-25'],
    ['2026-10-26 03:59', '2026-10-25'],
  ])('at %s is %s', async (now, day) => {
    expect(await dayAt(now)).toBe(day);
  });

  it('begins at midnight where the cut-off is midnight', async () => {
    expect(await dayAt('2026-03-10 23:59', { cutoffMinutes: 0 })).toBe('2026-03-10');
    expect(await dayAt('2026-03-11 00:00', { cutoffMinutes: 0 })).toBe('2026-03-11');
  });

  it('may lie before the last visit when the clock was set back; the sums stay right', async () => {
    const { ctx, clock, rows } = await aShop({ now: '2026-03-10 10:00' });
    const customerId = await aCustomer(ctx);
    await aVisit(ctx, customerId, { amount: 300 });
    clock.set(momentAt('2026-02-20 10:00'));
    const receipt = await aVisit(ctx, customerId, { amount: 200 });
    expect(receipt).toMatchObject({ day: '2026-02-20', visits: 2 });
    const [stats] = rows<{ first_day: number; last_day: number; spend: number }>(
      'SELECT * FROM customer_stats',
    );
    expect(stats).toMatchObject({
      first_day: parseDay('2026-02-20'),
      last_day: parseDay('2026-03-10'),
      spend: 500,
    });
    expect(rows('SELECT month, visits, spend, age, prev FROM customer_month ORDER BY month')).toEqual([
      { month: 24313, visits: 1, spend: 200, age: 0, prev: null },
      { month: 24314, visits: 1, spend: 300, age: 1, prev: 24313 },
    ]);
  });
});

describe('a check-in that cannot be', () => {
  async function refused(prepare: (ctx: ShopContext) => Promise<Parameters<typeof checkIn>[1]>) {
    const shop = await aShop();
    const input = await prepare(shop.ctx);
    const before = allRows(shop);
    const failure = await checkIn(shop.ctx, input).then(
      () => 'it went through',
      (error: unknown) => error,
    );
    expect(allRows(shop)).toEqual(before);
    return failure;
  }
  const base = { requestId: 'request-1', customerId: null, amount: 450 };

  it('of somebody unknown', async () => {
    const failure = await refused(async () => ({ ...base, customerId: 99 }));
    expect(failure).toMatchObject({ code: 'NotFound', data: { what: 'customer', id: 99 } });
  });

  it('of an unknown item', async () => {
    const failure = await refused(async () => ({ ...base, items: [{ itemId: 77, quantity: 1 }] }));
    expect(failure).toMatchObject({ code: 'NotFound', data: { what: 'item', id: 77 } });
  });

  it('by somebody who does not work here', async () => {
    const failure = await refused(async () => ({ ...base, staffId: 55 }));
    expect(failure).toMatchObject({ code: 'NotFound', data: { what: 'staff', id: 55 } });
  });

  it('without an amount where one is required', async () => {
    expect(await refused(async () => ({ ...base, amount: null }))).toMatchObject({ code: 'AmountRequired' });
  });

  it('with a reward for nobody', async () => {
    const failure = await refused(async (ctx) => ({ ...base, redeem: [{ rewardId: stampReward(ctx).id }] }));
    expect(failure).toMatchObject({ code: 'CustomerRequired' });
  });

  it('with a reward that does not exist', async () => {
    const failure = await refused(async (ctx) => ({
      ...base,
      customerId: await aCustomer(ctx),
      redeem: [{ rewardId: 12 }],
    }));
    expect(failure).toMatchObject({ code: 'RewardNotAvailable', data: { rewardId: 12 } });
  });

  it('with a reward that costs more than there is, this very visit not counted', async () => {
    const failure = await refused(async (ctx) => {
      const customerId = await aCustomer(ctx);
      const reward = stampReward(ctx);
      await visitTimes(ctx, customerId, reward.price - 1);
      return { ...base, customerId, redeem: [{ rewardId: reward.id }] };
    });
    expect(failure).toMatchObject({ code: 'InsufficientBalance', data: { balance: 9, price: 10 } });
  });

  it('with a reward twice where there is enough for one', async () => {
    const failure = await refused(async (ctx) => {
      const customerId = await aCustomer(ctx);
      const reward = stampReward(ctx);
      await visitTimes(ctx, customerId, reward.price + 5);
      return { ...base, customerId, redeem: [{ rewardId: reward.id }, { rewardId: reward.id }] };
    });
    expect(failure).toMatchObject({ code: 'InsufficientBalance', data: { balance: 5, price: 10 } });
  });

  it('of a new person who takes a reward: the person is not saved either', async () => {
    const failure = await refused(async (ctx) => ({
      ...base,
      newCustomer: { name: 'Eero', issueCard: true },
      redeem: [{ rewardId: stampReward(ctx).id }],
    }));
    expect(failure).toMatchObject({ code: 'InsufficientBalance' });
  });

  it.each([
    [{ phone: '12' }, 'InvalidPhone'],
    [{ cardCode: 'x' }, 'InvalidCard'],
    [{ birthday: { day: 31, month: 4, year: null } }, 'InvalidValue'],
    [{ referredById: 5 }, 'NotFound'],
  ])('of a new person with %j', async (fields, code) => {
    const failure = await refused(async () => ({ ...base, newCustomer: { name: 'Eero', ...fields } }));
    expect(failure).toMatchObject({ code });
  });
});

describe('the programme of a check-in', () => {
  it('is the one published before it, also in the same breath', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx);
    const published = publishSmall(ctx, { points: { points: 3, per: 100 }, rewards: [] });
    const receipt = await aVisit(ctx, customerId, { amount: 1_000 });
    await published;
    expect(receipt.changes.map(({ kind, earned }) => [kind, earned])).toEqual([['points', 30]]);
  });

  it('is the first for a day before it (clock set back)', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-10 10:00' });
    const customerId = await aCustomer(ctx);
    clock.set(momentAt('2026-01-05 10:00'));
    const receipt = await aVisit(ctx, customerId);
    expect(receipt.changes.map(({ kind, earned }) => [kind, earned])).toEqual([
      ['stamps', 1],
      ['points', 4],
    ]);
    expect(receipt.day).toBe('2026-01-05');
  });
});
