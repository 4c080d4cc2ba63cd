import { describe, expect, it } from 'vitest';
import { changeCustomer } from '#electron/services/change-customer.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import type { Receipt } from '#shared/contract/till.ts';
import type { GiftRules } from '#shared/domain/loyalty/programme.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  rulesOf,
  stampCard,
  type TestShop,
} from '#tests/support/shop.ts';

const none: GiftRules = { signUp: null, referral: null, birthday: null, milestones: [] };

/** A café that gives gifts in stamps, on Tuesday 10 March. */
async function aCafe(gifts: (stamps: (amount: number) => { unitId: number; amount: number }) => object) {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const unitId = stampCard(shop.ctx).unitId;
  const stamps = (amount: number) => ({ unitId, amount });
  await publishRules(shop.ctx, { gifts: { ...none, ...gifts(stamps) } });
  return shop;
}

/** What the stamp card got by a visit: all, and the part that is a gift. */
const stampsOf = ({ changes }: Pick<Receipt, 'changes'>) => {
  const change = changes.find(({ kind }) => kind === 'stamps');
  return [change?.earned, change?.gifts];
};

const balanceOf = (shop: TestShop, customerId: number) =>
  shop.number(
    `SELECT coalesce(sum(b.balance), 0) FROM balances AS b JOIN customers AS c ON c.wallet_id = b.wallet_id
     WHERE c.id = ? AND b.unit_id = ?`,
    customerId,
    stampCard(shop.ctx).unitId,
  );

const undo = (ctx: ShopContext, visitId: number) => undoVisit(ctx, { requestId: aRequest(), visitId });

const on = async (shop: TestShop, customerId: number, day: string) => {
  shop.clock.set(momentAt(`${day} 10:00`));
  return aVisit(shop.ctx, customerId);
};

describe('the head start of a new customer', () => {
  it('comes with the first visit, once', async () => {
    const shop = await aCafe((stamps) => ({ signUp: stamps(2) }));
    const customerId = await aCustomer(shop.ctx);
    expect(stampsOf(await aVisit(shop.ctx, customerId))).toEqual([3, 2]);
    expect(stampsOf(await aVisit(shop.ctx, customerId))).toEqual([1, 0]);
    expect(stampsOf(await on(shop, customerId, '2026-03-11'))).toEqual([1, 0]);
  });

  it('comes with the check-in that saves the person, once however often that is sent', async () => {
    const shop = await aCafe((stamps) => ({ signUp: stamps(2) }));
    const input = { requestId: aRequest(), customerId: null, amount: 450, newCustomer: { name: 'Eero' } };
    const receipt = await checkIn(shop.ctx, input);
    expect(stampsOf(receipt)).toEqual([3, 2]);
    expect(await checkIn(shop.ctx, input)).toEqual({ ...receipt, replayed: true });
    expect(balanceOf(shop, receipt.customerId ?? 0)).toBe(3);
  });

  it('goes with an undone visit and comes with the visit that is then the first', async () => {
    const shop = await aCafe((stamps) => ({ signUp: stamps(2) }));
    const customerId = await aCustomer(shop.ctx);
    await undo(shop.ctx, (await aVisit(shop.ctx, customerId)).visitId);
    expect(balanceOf(shop, customerId)).toBe(0);
    expect(stampsOf(await aVisit(shop.ctx, customerId))).toEqual([3, 2]);
    expect(brokenLaws(shop)).toEqual([]);
  });
});

describe('the gift for bringing a friend', () => {
  const gifts = (stamps: (amount: number) => object) => ({
    referral: { referrer: stamps(3), friend: stamps(2) },
  });

  it('comes to both with the second visit of the friend', async () => {
    const shop = await aCafe(gifts);
    const referrer = await aCustomer(shop.ctx, { name: 'Aino' });
    const friend = await aCustomer(shop.ctx, { name: 'Eero', referredById: referrer });
    expect(stampsOf(await aVisit(shop.ctx, friend))).toEqual([1, 0]);
    // A second check-in of the same day is not a second visit.
    expect(stampsOf(await aVisit(shop.ctx, friend))).toEqual([1, 0]);
    expect(balanceOf(shop, referrer)).toBe(0);
    expect(stampsOf(await on(shop, friend, '2026-03-12'))).toEqual([3, 2]);
    expect(balanceOf(shop, referrer)).toBe(3);
    expect(stampsOf(await on(shop, friend, '2026-03-13'))).toEqual([1, 0]);
    expect(balanceOf(shop, referrer)).toBe(3);
    expect(
      shop
        .rows("SELECT customer_id, change, why FROM ledger_entries WHERE kind = 'gift' ORDER BY id")
        .map(({ why, ...row }) => ({ ...row, ...JSON.parse(String(why)) })),
    ).toEqual([
      { customer_id: friend, change: 2, kind: 'gift', occasion: 'friend', visits: null, name: null },
      { customer_id: referrer, change: 3, kind: 'gift', occasion: 'referrer', visits: null, name: 'Eero' },
    ]);
    expect(brokenLaws(shop)).toEqual([]);
  });

  it('is taken back from both when that visit is undone, and comes again with the next', async () => {
    const shop = await aCafe(gifts);
    const referrer = await aCustomer(shop.ctx, { name: 'Aino' });
    const friend = await aCustomer(shop.ctx, { name: 'Eero', referredById: referrer });
    await aVisit(shop.ctx, friend);
    const { visitId } = await on(shop, friend, '2026-03-12');
    await undo(shop.ctx, visitId);
    expect([balanceOf(shop, friend), balanceOf(shop, referrer)]).toEqual([1, 0]);
    await aVisit(shop.ctx, friend);
    expect([balanceOf(shop, friend), balanceOf(shop, referrer)]).toEqual([4, 3]);
    expect(brokenLaws(shop)).toEqual([]);
  });

  it('goes away with a visit that is moved to somebody who was not brought', async () => {
    const shop = await aCafe(gifts);
    const referrer = await aCustomer(shop.ctx, { name: 'Aino' });
    const friend = await aCustomer(shop.ctx, { name: 'Eero', referredById: referrer });
    const other = await aCustomer(shop.ctx, { name: 'Oona' });
    await aVisit(shop.ctx, friend);
    const { visitId } = await on(shop, friend, '2026-03-12');
    await moveVisit(shop.ctx, { requestId: aRequest(), visitId, customerId: other });
    expect([friend, referrer, other].map((id) => balanceOf(shop, id))).toEqual([1, 0, 1]);
    expect(brokenLaws(shop)).toEqual([]);
  });

  it('is not for who came by themselves', async () => {
    const shop = await aCafe(gifts);
    const customerId = await aCustomer(shop.ctx);
    await aVisit(shop.ctx, customerId);
    expect(stampsOf(await on(shop, customerId, '2026-03-12'))).toEqual([1, 0]);
  });
});

describe('the gift for a birthday', () => {
  const gifts = (stamps: (amount: number) => object) => ({ birthday: { gift: stamps(5), daysAround: 3 } });
  const born = { birthday: { day: 14, month: 3, year: null } };

  it('comes with the first visit near it, once a year', async () => {
    const shop = await aCafe(gifts);
    const customerId = await aCustomer(shop.ctx, born);
    expect(stampsOf(await on(shop, customerId, '2026-03-10'))).toEqual([1, 0]);
    expect(stampsOf(await on(shop, customerId, '2026-03-11'))).toEqual([6, 5]);
    expect(stampsOf(await on(shop, customerId, '2026-03-14'))).toEqual([1, 0]);
    expect(stampsOf(await on(shop, customerId, '2027-03-18'))).toEqual([1, 0]);
    expect(stampsOf(await on(shop, customerId, '2028-03-17'))).toEqual([6, 5]);
  });

  it('comes once although the year turns around it', async () => {
    const shop = await aCafe(gifts);
    const customerId = await aCustomer(shop.ctx, { birthday: { day: 1, month: 1, year: null } });
    expect(stampsOf(await on(shop, customerId, '2026-12-30'))).toEqual([6, 5]);
    expect(stampsOf(await on(shop, customerId, '2027-01-02'))).toEqual([1, 0]);
    expect(stampsOf(await on(shop, customerId, '2027-12-31'))).toEqual([6, 5]);
  });

  it('is not given again when the birthday is corrected to another day of the year', async () => {
    const shop = await aCafe(gifts);
    const customerId = await aCustomer(shop.ctx, born);
    expect(stampsOf(await on(shop, customerId, '2026-03-14'))).toEqual([6, 5]);
    const birthday = { day: 20, month: 4, year: null };
    await changeCustomer(shop.ctx, { requestId: aRequest(), customerId, birthday });
    expect(stampsOf(await on(shop, customerId, '2026-04-20'))).toEqual([1, 0]);
  });

  it('comes again after an undo', async () => {
    const shop = await aCafe(gifts);
    const customerId = await aCustomer(shop.ctx, born);
    await undo(shop.ctx, (await on(shop, customerId, '2026-03-14')).visitId);
    expect(stampsOf(await aVisit(shop.ctx, customerId))).toEqual([6, 5]);
    expect(balanceOf(shop, customerId)).toBe(6);
  });

  it('is for nobody whose birthday is not known', async () => {
    const shop = await aCafe(gifts);
    expect(stampsOf(await on(shop, await aCustomer(shop.ctx), '2026-03-14'))).toEqual([1, 0]);
  });
});

describe('the gift of a milestone', () => {
  it('comes with that visit day, once', async () => {
    const shop = await aCafe((stamps) => ({
      milestones: [
        { visits: 2, gift: stamps(1) },
        { visits: 3, gift: stamps(4) },
      ],
    }));
    const customerId = await aCustomer(shop.ctx);
    const got = [];
    for (const day of ['2026-03-10', '2026-03-11', '2026-03-11', '2026-03-12', '2026-03-13']) {
      got.push(stampsOf(await on(shop, customerId, day)));
    }
    expect(got).toEqual([
      [1, 0],
      [2, 1],
      [1, 0],
      [5, 4],
      [1, 0],
    ]);
  });
});

describe('gifts of one visit', () => {
  it('come together, and cannot pay for a reward of that visit', async () => {
    const shop = await aCafe((stamps) => ({
      signUp: stamps(10),
      birthday: { gift: stamps(2), daysAround: 0 },
      milestones: [{ visits: 1, gift: stamps(1) }],
    }));
    const customerId = await aCustomer(shop.ctx, { birthday: { day: 10, month: 3, year: null } });
    const rewardId = rulesOf(shop.ctx).rewards[0]?.id ?? 0;
    await expect(aVisit(shop.ctx, customerId, { redeem: [{ rewardId }] })).rejects.toMatchObject({
      code: 'InsufficientBalance',
    });
    expect(stampsOf(await aVisit(shop.ctx, customerId))).toEqual([14, 13]);
  });

  it('are not for a walk-in', async () => {
    const shop = await aCafe((stamps) => ({ signUp: stamps(2) }));
    expect((await aVisit(shop.ctx, null)).changes).toEqual([]);
  });
});
