import { describe, expect, it } from 'vitest';
import { adjustBalance } from '#electron/services/adjust-balance.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { customerCard } from '#electron/services/customer-card.ts';
import { holdTier } from '#electron/services/hold-tier.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import type { CheckInInput } from '#shared/contract/till.ts';
import type { ProgrammeRules, Reward } from '#shared/domain/loyalty/programme.ts';
import { aLevel, dayOf } from '#tests/shared/domain/loyalty/programmes.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { aCard, aReward, publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  rulesOf,
  stampCard,
} from '#tests/support/shop.ts';

const rewardId = 501;

/** A café with one more reward, for points, and a customer who holds a hundred. */
async function aCafe(reward: Partial<Reward>, rules: Partial<ProgrammeRules> = {}) {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const { ctx } = shop;
  const latte = await anItem(ctx);
  const { pointsUnitId } = rulesOf(ctx);
  const added = aReward({
    id: rewardId,
    unitId: pointsUnitId,
    price: 20,
    ...(reward.kind === 'freeItem' ? { itemId: latte.id } : {}),
    ...reward,
  });
  await publishRules(ctx, { rewards: [...rulesOf(ctx).rewards, added], ...rules });
  const rich = async (name: string) => {
    const customerId = await aCustomer(ctx, { name });
    await adjustBalance(ctx, {
      requestId: aRequest(),
      customerId,
      unitId: pointsUnitId,
      change: 100,
      reason: 'From the old system',
    });
    return customerId;
  };
  const customerId = await rich('Aino Virtanen');
  const take = (change: Partial<CheckInInput> = {}, who = customerId) =>
    aVisit(ctx, who, { redeem: [{ rewardId }], ...change });
  const offer = async (who = customerId) =>
    (await customerCard(ctx, who)).rewards.find((one) => one.rewardId === rewardId);
  return { ...shop, latte, customerId, rich, take, offer, pointsUnitId };
}

/** Points before, spent, earned and after. */
const pointsOf = (receipt: Awaited<ReturnType<typeof aVisit>>) => {
  const change = receipt.changes.find(({ kind }) => kind === 'points');
  return change && [change.before, change.spent, change.earned, change.after];
};

const notAvailable = (obstacle: string) => ({
  code: 'RewardNotAvailable',
  data: { rewardId, obstacle },
});

describe('a reward', () => {
  it.each<[string, Partial<Reward>, number]>([
    ['per cent off', { kind: 'percentOff', percent: 20 }, 800],
    ['an amount off', { kind: 'amountOff', amountOff: 300 }, 700],
    ['a free item', { kind: 'freeItem' }, 520],
    ['an experience', { kind: 'experience' }, 1_000],
    ['a thank-you', { kind: 'thanks' }, 1_000],
  ])('of %s costs its price, and what is paid after it earns', async (_what, reward, amount) => {
    const { take, latte } = await aCafe(reward);
    const receipt = await take({ amount, items: [{ itemId: latte.id, quantity: 1 }] });
    expect(receipt.rewards).toEqual([{ rewardId, name: 'Something nice' }]);
    const earned = Math.floor(amount / 100);
    expect(pointsOf(receipt)).toEqual([100, 20, earned, 80 + earned]);
  });

  it('gives no stamp for the piece that is free', async () => {
    const { ctx, latte, take } = await aCafe({ kind: 'freeItem' });
    await publishRules(ctx, {
      stampCards: [
        aCard({
          unitId: stampCard(ctx).unitId,
          on: { kind: 'items', scopes: [{ kind: 'item', itemId: latte.id }] },
        }),
      ],
    });
    const receipt = await take({ amount: 480, items: [{ itemId: latte.id, quantity: 2 }] });
    expect(receipt.changes[0]).toMatchObject({ kind: 'stamps', earned: 1 });
  });

  it('of which a part may be taken costs that part, never more than its price', async () => {
    const { take, offer } = await aCafe({ kind: 'amountOff', amountOff: 400, price: 200, partial: true });
    expect(await offer()).toMatchObject({ partial: true, ready: true });
    const half = await take({ amount: 600, redeem: [{ rewardId, spend: 50 }] });
    expect(pointsOf(half)).toEqual([100, 50, 6, 56]);
    await expect(take({ redeem: [{ rewardId, spend: 57 }] })).rejects.toMatchObject({
      code: 'InsufficientBalance',
      data: { balance: 56, price: 57 },
    });
    expect(pointsOf(await take({ amount: 0, redeem: [{ rewardId, spend: 56 }] }))).toEqual([56, 56, 0, 0]);
  });

  it('without parts costs the whole price, whatever is asked', async () => {
    const { take } = await aCafe({ kind: 'amountOff', amountOff: 400, price: 40 });
    expect(pointsOf(await take({ amount: 50, redeem: [{ rewardId, spend: 1 }] }))).toEqual([100, 40, 0, 60]);
  });

  it('is taken as often as the balance pays', async () => {
    const { take, number } = await aCafe({ price: 40 });
    const twice = { redeem: [{ rewardId }, { rewardId }], amount: 0 };
    expect(pointsOf(await take(twice))).toEqual([100, 80, 0, 20]);
    const visits = number('SELECT count(*) FROM visits');
    await expect(take()).rejects.toMatchObject({ code: 'InsufficientBalance' });
    expect(number('SELECT count(*) FROM visits')).toBe(visits);
  });
});

describe('the stock of a reward', () => {
  it('ends, and what was undone is there again', async () => {
    const { ctx, rich, take, offer } = await aCafe({ stock: 2 });
    const other = await rich('Eero Virtanen');
    await take();
    const { visitId } = await take({}, other);
    expect(await offer()).toMatchObject({ ready: false, obstacle: 'soldOut' });
    await expect(take()).rejects.toMatchObject(notAvailable('soldOut'));
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    expect(await offer()).toMatchObject({ ready: true, obstacle: null });
    await take();
    await expect(take()).rejects.toMatchObject(notAvailable('soldOut'));
  });

  it('is not taken twice by two at once, nor by a request that comes again', async () => {
    const { ctx, customerId, take, number } = await aCafe({ stock: 1 });
    const input = { requestId: aRequest(), customerId, amount: 450, redeem: [{ rewardId }] };
    const results = await Promise.allSettled([checkIn(ctx, input), take()]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected']);
    expect(await checkIn(ctx, input)).toMatchObject({ replayed: true });
    expect(number('SELECT given FROM reward_counts WHERE reward_id = ?', rewardId)).toBe(1);
  });

  it('is not exceeded within one visit', async () => {
    const { take } = await aCafe({ stock: 1 });
    await expect(take({ redeem: [{ rewardId }, { rewardId }] })).rejects.toMatchObject(
      notAvailable('soldOut'),
    );
  });
});

describe('a reward for a time', () => {
  it('is there from its first to its last business day', async () => {
    const { clock, take, offer } = await aCafe({
      firstDay: dayOf('2026-03-12'),
      lastDay: dayOf('2026-03-13'),
      price: 1,
    });
    const at = async (now: string) => {
      clock.set(momentAt(now));
      const { obstacle } = (await offer()) ?? {};
      const taken = take().then(
        () => null,
        (failure: { data: { obstacle: string } }) => failure.data.obstacle,
      );
      expect(await taken).toBe(obstacle);
      return obstacle;
    };
    expect(await at('2026-03-12 03:59')).toBe('notYet');
    expect(await at('2026-03-12 04:00')).toBeNull();
    expect(await at('2026-03-14 03:59')).toBeNull();
    expect(await at('2026-03-14 04:00')).toBe('over');
  });
});

describe('a reward for a tier', () => {
  const levels = [aLevel({ id: 1, name: 'Friend' }), aLevel({ id: 2, name: 'Gold', from: 2 })];
  const tiers = { basis: 'visits', window: { kind: 'rolling', days: 90 }, graceDays: 0, levels } as const;

  it('is there for those who have reached it', async () => {
    const { clock, customerId, ctx, take, offer } = await aCafe({ tierId: 2, price: 1 }, { tiers });
    expect(await offer()).toMatchObject({ obstacle: 'tier' });
    await expect(take()).rejects.toMatchObject(notAvailable('tier'));
    await aVisit(ctx, customerId);
    clock.set(momentAt('2026-03-11 10:00'));
    await aVisit(ctx, customerId);
    expect(await offer()).toMatchObject({ ready: true });
    await take();
  });

  it('is there for whom the owner holds there', async () => {
    const { ctx, clock, customerId, take, offer } = await aCafe({ tierId: 2, price: 1 }, { tiers });
    await holdTier(ctx, { requestId: aRequest(), customerId, tierId: 2, untilDay: '2026-03-31' });
    expect(await offer()).toMatchObject({ ready: true });
    await take();
    clock.set(momentAt('2026-04-01 10:00'));
    expect(await offer()).toMatchObject({ obstacle: 'tier' });
  });
});

describe('a reward that is something new to them', () => {
  it('is not for who bought the item before, unless that was undone', async () => {
    const { ctx, latte, customerId, rich, take, offer } = await aCafe({ kind: 'freeItem', onlyNew: true });
    const items = [{ itemId: latte.id, quantity: 1 }];
    const other = await rich('Eero Virtanen');
    const { visitId } = await aVisit(ctx, customerId, { items });
    expect(await offer()).toMatchObject({ obstacle: 'notNew' });
    expect(await offer(other)).toMatchObject({ ready: true });
    await expect(take()).rejects.toMatchObject(notAvailable('notNew'));
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    expect(await offer()).toMatchObject({ ready: true });
    await take({ items });
    // Now it is known.
    await expect(take({ items })).rejects.toMatchObject(notAvailable('notNew'));
  });
});

describe('a reward that is switched off', () => {
  it('is not shown and not given', async () => {
    const { take, offer } = await aCafe({ active: false });
    expect(await offer()).toBeUndefined();
    await expect(take()).rejects.toMatchObject(notAvailable('inactive'));
  });
});

describe('a reward that is refused', () => {
  const refusals: [string, Partial<Reward>][] = [
    ['too dear', { price: 101 }],
    ['sold out', { stock: 0 }],
    ['over', { lastDay: dayOf('2026-03-09') }],
  ];
  it.each(refusals)('because it is %s leaves nothing behind', async (_why, reward) => {
    const shop = await aCafe(reward);
    const before = allRows(shop);
    await expect(shop.take()).rejects.toMatchObject({ name: 'Failure' });
    expect(allRows(shop)).toEqual(before);
    expect(brokenLaws(shop)).toEqual([]);
  });
});

describe('a request that comes again with other rewards', () => {
  it.each<[string, (ctx: ShopContext) => Partial<CheckInInput>]>([
    ['with another one', (ctx) => ({ redeem: [{ rewardId: rulesOf(ctx).rewards[0]?.id ?? 0 }] })],
    ['with none', () => ({ redeem: [] })],
  ])('%s is refused', async (_what, change) => {
    const { ctx, customerId } = await aCafe({});
    const input = { requestId: aRequest(), customerId, amount: 100, redeem: [{ rewardId }] };
    await checkIn(ctx, input);
    await expect(checkIn(ctx, { ...input, ...change(ctx) })).rejects.toMatchObject({
      code: 'RequestIdReused',
    });
  });
});
