import { describe, expect, it } from 'vitest';
import { checkIn } from '#electron/services/check-in.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { joinHousehold } from '#electron/services/household.ts';
import { listParked, type ParkedContent, park, release } from '#electron/services/parked-check-ins.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { issueVoucher } from '#electron/services/vouchers.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  restarted,
  stampReward,
  type TestShop,
  visitTimes,
} from '#tests/support/shop.ts';

/** Two people with one wallet that holds twelve stamps: enough for one reward of ten. */
async function aHousehold() {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const { ctx } = shop;
  const [aino, eero] = [await aCustomer(ctx), await aCustomer(ctx, { name: 'Eero Virtanen' })];
  await joinHousehold(ctx, { requestId: aRequest(), customerId: eero, withId: aino });
  await visitTimes(ctx, aino, 12);
  return { shop, ctx, aino, eero, rewardId: stampReward(ctx).id };
}

const setAside = (ctx: ShopContext, content: Partial<ParkedContent & { requestId: string }> = {}) =>
  park(ctx, {
    requestId: aRequest(),
    customerId: null,
    amount: 450,
    items: [],
    redeem: [],
    vouchers: [],
    ...content,
  });

const redeem = (rewardId: number) => ({ redeem: [{ rewardId }] });

async function refused(shop: TestShop, act: () => Promise<unknown>): Promise<unknown> {
  const before = allRows(shop);
  const failure = await act().then(
    () => 'it went through',
    (reason: unknown) => reason,
  );
  expect(allRows(shop)).toEqual(before);
  return failure;
}

describe('a check-in that is set aside', () => {
  it('is kept as it was, also over a restart, and writes no visit', async () => {
    const { shop, ctx, aino, rewardId } = await aHousehold();
    const latte = await anItem(ctx);
    const visits = shop.number('SELECT count(*) FROM visits');
    const content = {
      customerId: aino,
      amount: 960,
      items: [{ itemId: latte.id, quantity: 2 }],
      ...redeem(rewardId),
      vouchers: [],
    };
    const parked = await setAside(ctx, content);
    expect(parked).toEqual({
      ...content,
      parkedId: parked.parkedId,
      at: shop.clock.now(),
      customerName: 'Aino Virtanen',
    });
    const again = await restarted(shop);
    expect(await listParked(again.ctx)).toEqual([parked]);
    expect((await customerCard(again.ctx, aino)).parkedId).toBe(parked.parkedId);
    expect(again.number('SELECT count(*) FROM visits')).toBe(visits);
    expect(brokenLaws(again)).toEqual([]);
  });

  it('is listed newest first, somebody without a name too', async () => {
    const { ctx } = await aHousehold();
    await setAside(ctx, { amount: 100 });
    await setAside(ctx, { amount: null });
    expect((await listParked(ctx)).map(({ amount, customerName }) => [amount, customerName])).toEqual([
      [null, null],
      [100, null],
    ]);
  });

  it('is set aside once per request, and not again after it was done', async () => {
    const { ctx, aino } = await aHousehold();
    const requestId = aRequest();
    const [first, second] = await Promise.all([
      setAside(ctx, { requestId, customerId: aino }),
      setAside(ctx, { requestId, customerId: aino }),
    ]);
    expect(second).toEqual(first);
    expect(await listParked(ctx)).toHaveLength(1);
    await aVisit(ctx, aino, { parkedId: first.parkedId });
    await setAside(ctx, { requestId, customerId: aino });
    expect(await listParked(ctx)).toEqual([]);
    await expect(setAside(ctx, { requestId })).rejects.toMatchObject({ code: 'RequestIdReused' });
  });

  it('cannot reserve what the wallet does not hold', async () => {
    const { shop, ctx, aino, rewardId } = await aHousehold();
    const twice = { redeem: [{ rewardId }, { rewardId }] };
    expect(await refused(shop, () => setAside(ctx, { customerId: aino, ...twice }))).toMatchObject({
      code: 'InsufficientBalance',
      data: { balance: 2, price: 10 },
    });
    expect(
      await refused(shop, () => setAside(ctx, { customerId: aino, redeem: [{ rewardId: 9 }] })),
    ).toMatchObject({ code: 'RewardNotAvailable' });
    expect(await refused(shop, () => setAside(ctx, { customerId: 9 }))).toMatchObject({ code: 'NotFound' });
  });
});

describe('what a check-in that is set aside is going to spend', () => {
  it('is not there for the others of the household, nor for the same person', async () => {
    const { shop, ctx, aino, eero, rewardId } = await aHousehold();
    await setAside(ctx, { customerId: aino, ...redeem(rewardId) });
    for (const customerId of [eero, aino]) {
      expect(await refused(shop, () => aVisit(ctx, customerId, redeem(rewardId)))).toMatchObject({
        code: 'InsufficientBalance',
        data: { balance: 2, price: 10 },
      });
      expect(await refused(shop, () => setAside(ctx, { customerId, ...redeem(rewardId) }))).toMatchObject({
        code: 'InsufficientBalance',
      });
    }
    const { rewards } = await customerCard(ctx, eero);
    expect(rewards.find((reward) => reward.rewardId === rewardId)).toMatchObject({
      ready: false,
      obstacle: 'balance',
    });
  });

  it('stays reserved over a restart', async () => {
    const { shop, aino, eero, rewardId } = await aHousehold();
    await setAside(shop.ctx, { customerId: aino, ...redeem(rewardId) });
    const again = await restarted(shop);
    await expect(aVisit(again.ctx, eero, redeem(rewardId))).rejects.toMatchObject({
      code: 'InsufficientBalance',
    });
  });

  it('is free again when it is given up, however often that is said', async () => {
    const { ctx, aino, eero, rewardId } = await aHousehold();
    const { parkedId } = await setAside(ctx, { customerId: aino, ...redeem(rewardId) });
    const input = { requestId: aRequest(), parkedId };
    expect(await release(ctx, input)).toEqual({ parkedId });
    expect(await release(ctx, input)).toEqual({ parkedId });
    expect(await release(ctx, { ...input, requestId: aRequest() })).toEqual({ parkedId });
    expect(await listParked(ctx)).toEqual([]);
    expect((await aVisit(ctx, eero, redeem(rewardId))).rewards).toHaveLength(1);
  });

  it('is spent once when it is done, by the request that comes twice', async () => {
    const { shop, ctx, aino, rewardId } = await aHousehold();
    const { parkedId } = await setAside(ctx, { customerId: aino, ...redeem(rewardId) });
    const input = { requestId: aRequest(), customerId: aino, amount: 450, parkedId, ...redeem(rewardId) };
    const first = await checkIn(ctx, input);
    expect(first.changes[0]).toMatchObject({ before: 12, spent: 10, earned: 1, after: 3 });
    expect(await checkIn(ctx, input)).toEqual({ ...first, replayed: true });
    expect(await listParked(ctx)).toEqual([]);
    expect(shop.rows('SELECT * FROM parked_reserves')).toEqual([]);
    expect(brokenLaws(shop)).toEqual([]);
  });

  it('leaves the rest of the wallet to be spent', async () => {
    const { ctx, aino, eero, rewardId } = await aHousehold();
    await setAside(ctx, { customerId: aino, ...redeem(rewardId) });
    await visitTimes(ctx, eero, 8);
    expect((await aVisit(ctx, eero, redeem(rewardId))).changes[0]).toMatchObject({ before: 20, spent: 10 });
  });

  it('is kept when finishing it is refused', async () => {
    const { shop, ctx, aino, eero, rewardId } = await aHousehold();
    const { parkedId } = await setAside(ctx, { customerId: aino, ...redeem(rewardId) });
    const failing = () => aVisit(ctx, aino, { parkedId, redeem: [{ rewardId }, { rewardId }] });
    expect(await refused(shop, failing)).toMatchObject({ code: 'InsufficientBalance' });
    await expect(aVisit(ctx, eero, redeem(rewardId))).rejects.toMatchObject({ code: 'InsufficientBalance' });
  });
});

describe('a voucher in a check-in that is set aside', () => {
  it('is used when it is done', async () => {
    const { ctx, aino } = await aHousehold();
    const { code } = await issueVoucher(ctx, {
      requestId: aRequest(),
      customerId: aino,
      kind: 'recovery',
      name: 'Cake on us',
      benefit: { kind: 'thing' },
      cost: 100,
      expiresDay: '2026-04-30',
    });
    const { parkedId } = await setAside(ctx, { customerId: aino, vouchers: [{ code }] });
    const receipt = await aVisit(ctx, aino, { parkedId, vouchers: [{ code }] });
    expect(receipt.vouchers).toEqual([{ code, name: 'Cake on us' }]);
  });
});
