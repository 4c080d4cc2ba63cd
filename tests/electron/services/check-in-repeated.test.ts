import { describe, expect, it } from 'vitest';
import { checkIn } from '#electron/services/check-in.ts';
import { updateSettings } from '#electron/services/settings.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { issueVoucher } from '#electron/services/vouchers.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { aReward, newRewardId, pointsFor, publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  rulesOf,
  stampCard,
  stampReward,
  visitTimes,
} from '#tests/support/shop.ts';

/** The code of a voucher of a customer. */
async function aVoucher(ctx: ShopContext, customerId: number): Promise<string> {
  const gift = { kind: 'birthday', name: 'Cake', benefit: { kind: 'thing' }, cost: 0 } as const;
  const { code } = await issueVoucher(ctx, {
    ...{ requestId: aRequest(), customerId, expiresDay: '2026-12-31' },
    ...gift,
  });
  return code;
}

describe('the same request again', () => {
  it('changes nothing and answers with the receipt of the first time', async () => {
    const shop = await aShop();
    const { ctx } = shop;
    const latte = await anItem(ctx);
    const customerId = await aCustomer(ctx);
    const reward = stampReward(ctx);
    await visitTimes(ctx, customerId, 12);
    const input = {
      requestId: aRequest(),
      customerId,
      amount: 960,
      items: [{ itemId: latte.id, quantity: 2 }],
      redeem: [{ rewardId: reward.id }],
    };
    const first = await checkIn(ctx, input);
    await aVisit(ctx, customerId, { amount: 5_000 });
    const before = allRows(shop);
    expect(await checkIn(ctx, input)).toEqual({ ...first, replayed: true });
    expect(allRows(shop)).toEqual(before);
  });

  it('names the balances that the visit did not move', async () => {
    const { ctx } = await aShop();
    await updateSettings(ctx, { requestId: aRequest(), till: { amountRule: 'optional' } });
    const customerId = await aCustomer(ctx);
    await aVisit(ctx, customerId, { amount: 700 });
    const input = { requestId: aRequest(), customerId, amount: null };
    const first = await checkIn(ctx, input);
    expect(first.changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
      ['stamps', 1, 2],
      ['points', 7, 7],
    ]);
    await aVisit(ctx, customerId, { amount: 700 });
    expect(await checkIn(ctx, input)).toEqual({ ...first, replayed: true });
  });

  it('is answered also after the rules changed', async () => {
    const { ctx } = await aShop();
    await updateSettings(ctx, { requestId: aRequest(), till: { amountRule: 'optional' } });
    const customerId = await aCustomer(ctx);
    const input = { requestId: aRequest(), customerId, amount: null };
    const first = await checkIn(ctx, input);
    await updateSettings(ctx, { requestId: aRequest(), till: { amountRule: 'required' } });
    await publishRules(ctx, { points: pointsFor(7, 100), stampCards: [{ ...stampCard(ctx), stamps: 2 }] });
    expect(await checkIn(ctx, input)).toEqual({ ...first, replayed: true });
  });

  it('is one visit when both come at once', async () => {
    const { ctx, number } = await aShop();
    const customerId = await aCustomer(ctx);
    const input = { requestId: aRequest(), customerId, amount: 450 };
    const receipts = await Promise.all([checkIn(ctx, input), checkIn(ctx, input), checkIn(ctx, input)]);
    expect(receipts.map((receipt) => receipt.replayed)).toEqual([false, true, true]);
    expect(new Set(receipts.map((receipt) => receipt.visitId)).size).toBe(1);
    expect(number('SELECT count(*) FROM visits')).toBe(1);
    expect(
      number("SELECT balance FROM balances AS b JOIN units AS u ON u.id = b.unit_id WHERE u.kind = 'stamps'"),
    ).toBe(1);
  });

  it('saves a new person once', async () => {
    const { ctx, number } = await aShop();
    const input = { requestId: aRequest(), customerId: null, amount: 450, newCustomer: { name: 'Eero' } };
    const [first, second] = await Promise.all([checkIn(ctx, input), checkIn(ctx, input)]);
    expect(second).toEqual({ ...first, replayed: true });
    expect(number('SELECT count(*) FROM customers')).toBe(1);
  });

  const others: readonly [string, (input: Parameters<typeof checkIn>[1], other: number) => object][] = [
    ['another amount', () => ({ amount: 451 })],
    ['no amount', () => ({ amount: null })],
    ['another customer', (_input, other) => ({ customerId: other })],
    ['no customer', () => ({ customerId: null })],
    ['a new customer', () => ({ customerId: null, newCustomer: { name: 'Eero' } })],
    ['other items', (input) => ({ items: [{ itemId: input.items?.[0]?.itemId, quantity: 2 }] })],
    ['no items', () => ({ items: [] })],
    ['no reward', () => ({ redeem: [] })],
    ['no voucher', () => ({ vouchers: [] })],
  ];

  it.each(others)('with %s is another request: RequestIdReused', async (_what, change) => {
    const shop = await aShop();
    const { ctx } = shop;
    await updateSettings(ctx, { requestId: aRequest(), till: { amountRule: 'optional' } });
    const latte = await anItem(ctx);
    const customerId = await aCustomer(ctx);
    const other = await aCustomer(ctx);
    const reward = stampReward(ctx);
    await visitTimes(ctx, customerId, 10);
    const input = {
      requestId: aRequest(),
      customerId,
      amount: 450,
      items: [{ itemId: latte.id, quantity: 1 }],
      redeem: [{ rewardId: reward.id }],
      vouchers: [{ code: await aVoucher(ctx, customerId) }],
    };
    await checkIn(ctx, input);
    const before = allRows(shop);
    await expect(checkIn(ctx, { ...input, ...change(input, other) })).rejects.toMatchObject({
      code: 'RequestIdReused',
    });
    expect(allRows(shop)).toEqual(before);
  });

  it('with another part of a reward is another request: RequestIdReused; with the same it is the same', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx);
    const rewardId = newRewardId(ctx);
    const { pointsUnitId: unitId } = rulesOf(ctx);
    await publishRules(ctx, {
      rewards: [
        ...rulesOf(ctx).rewards,
        aReward({ id: rewardId, unitId, kind: 'amountOff', price: 100, amountOff: 500, partial: true }),
      ],
    });
    await aVisit(ctx, customerId, { amount: 5000 });
    const redeem = (spend: number) => ({ redeem: [{ rewardId, spend }] });
    const input = { requestId: aRequest(), customerId, amount: 350, ...redeem(20) };
    const receipt = await checkIn(ctx, input);
    expect(await checkIn(ctx, input)).toEqual({ ...receipt, replayed: true });
    await expect(checkIn(ctx, { ...input, ...redeem(30) })).rejects.toMatchObject({
      code: 'RequestIdReused',
    });
  });

  it('as an undo is another request: RequestIdReused', async () => {
    const { ctx } = await aShop();
    const { visitId } = await aVisit(ctx, null, { amount: 0 });
    const requestId = aRequest();
    await undoVisit(ctx, { requestId, visitId });
    await expect(checkIn(ctx, { requestId, customerId: null, amount: 0 })).rejects.toMatchObject({
      code: 'RequestIdReused',
    });
  });
});
