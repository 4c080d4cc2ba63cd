import { describe, expect, it } from 'vitest';
import { currentProgramme, type ProgrammeDraft, publishProgramme } from '#electron/services/programme.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { allRows } from '#tests/support/all-rows.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  rulesOf,
  stampReward,
  visitTimes,
} from '#tests/support/shop.ts';

const aReward = {
  id: null,
  name: 'Bun',
  pricedIn: 'points',
  price: 50,
  itemId: null,
  amountOff: null,
  cost: 100,
} as const;

const publish = (ctx: ShopContext, draft: Partial<ProgrammeDraft> = {}) =>
  publishProgramme(ctx, {
    requestId: aRequest(),
    points: { points: 1, per: 100 },
    stamps: null,
    rewards: [],
    ...draft,
  });

/** The programme in force as a draft, to be published with small changes. */
function draftOf(ctx: ShopContext): Omit<ProgrammeDraft, 'requestId'> {
  const { points, stamps, rewards, pointsUnitId } = currentProgramme(ctx);
  return {
    points,
    stamps: stamps && { name: stamps.name, size: stamps.size, stampsPerVisit: stamps.stampsPerVisit },
    rewards: rewards.map(({ id, name, unitId, price, itemId, amountOff, cost }) => ({
      id,
      name,
      pricedIn: unitId === pointsUnitId ? 'points' : 'stamps',
      price,
      itemId,
      amountOff,
      cost,
    })),
  };
}

describe('publishing a programme', () => {
  it('writes a new version, in force from today', async () => {
    const { ctx, clock, rows } = await aShop({ now: '2026-03-10 10:00' });
    const first = currentProgramme(ctx);
    clock.set(momentAt('2026-04-01 10:00'));
    const latte = await anItem(ctx);
    const published = await publish(ctx, {
      points: { points: 2, per: 50 },
      rewards: [{ ...aReward, itemId: latte.id, amountOff: 320 }],
    });
    expect(published).toEqual({
      versionId: published.versionId,
      number: 2,
      effectiveFrom: '2026-04-01',
      pointsUnitId: first.pointsUnitId,
      points: { points: 2, per: 50 },
      stamps: null,
      rewards: [
        {
          id: published.rewards[0]?.id,
          name: 'Bun',
          unitId: first.pointsUnitId,
          price: 50,
          itemId: latte.id,
          amountOff: 320,
          cost: 100,
          active: true,
        },
      ],
    });
    expect(currentProgramme(ctx)).toEqual(published);
    expect(rows('SELECT number FROM programme_versions ORDER BY number')).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
  });

  it('keeps the units and the ids of the rewards, so that what was collected stays worth it', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx);
    await visitTimes(ctx, customerId, 10);
    const before = currentProgramme(ctx);
    const draft = draftOf(ctx);
    const after = await publish(ctx, {
      ...draft,
      stamps: draft.stamps && { ...draft.stamps, name: 'New card', size: 8 },
    });
    expect(after.stamps).toEqual({ ...before.stamps, name: 'New card', size: 8 });
    expect(after.rewards.map((reward) => reward.id)).toEqual(before.rewards.map((reward) => reward.id));
    // The price in stamps is a full card.
    expect(after.rewards[0]?.price).toBe(8);
    const receipt = await aVisit(ctx, customerId, { redeem: [{ rewardId: before.rewards[0]?.id ?? 0 }] });
    expect(receipt.changes[0]).toMatchObject({ before: 10, spent: 8, earned: 1, after: 3 });
  });

  it('finds the stamps again after a time without a card', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx);
    await visitTimes(ctx, customerId, 3);
    const draft = draftOf(ctx);
    const unitId = rulesOf(ctx).stamps?.unitId;
    await publish(ctx, { points: draft.points });
    await aVisit(ctx, customerId);
    await publish(ctx, draft);
    expect(rulesOf(ctx).stamps?.unitId).toBe(unitId);
    expect((await aVisit(ctx, customerId)).changes[0]).toMatchObject({ before: 3, after: 4 });
  });

  it('gives a shop its first stamp card', async () => {
    const { ctx, rows } = await aShop({ kind: 'other' });
    await publish(ctx, {
      stamps: { name: 'Card', size: 5, stampsPerVisit: 2 },
      rewards: [{ ...aReward, pricedIn: 'stamps' }],
    });
    expect(rows('SELECT kind, name FROM units ORDER BY id')).toEqual([
      { kind: 'points', name: '' },
      { kind: 'stamps', name: 'Card' },
    ]);
    expect((await aVisit(ctx, await aCustomer(ctx))).changes[0]).toMatchObject({ earned: 2, target: 5 });
  });

  it('leaves every entry with the version that made it', async () => {
    const { ctx, rows } = await aShop();
    const customerId = await aCustomer(ctx);
    await aVisit(ctx, customerId, { amount: 1_000 });
    await publish(ctx, { points: { points: 5, per: 100 } });
    await aVisit(ctx, customerId, { amount: 1_000 });
    expect(
      rows(
        `SELECT v.number, e.change FROM ledger_entries AS e JOIN programme_versions AS v
         ON v.id = e.programme_version_id WHERE e.unit_id = ? ORDER BY e.id`,
        rulesOf(ctx).pointsUnitId,
      ),
    ).toEqual([
      { number: 1, change: 10 },
      { number: 2, change: 50 },
    ]);
  });

  it('makes a reward that is left out unavailable', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx);
    const reward = stampReward(ctx);
    await visitTimes(ctx, customerId, 10);
    await publish(ctx, { ...draftOf(ctx), rewards: [] });
    await expect(aVisit(ctx, customerId, { redeem: [{ rewardId: reward.id }] })).rejects.toMatchObject({
      code: 'RewardNotAvailable',
    });
  });

  it('is done once per request, and twice at once gives two numbers', async () => {
    const { ctx, rows } = await aShop();
    const draft = { ...draftOf(ctx), requestId: aRequest() };
    const [first, second] = await Promise.all([publishProgramme(ctx, draft), publishProgramme(ctx, draft)]);
    expect(second).toEqual(first);
    const others = await Promise.all([
      publish(ctx, { rewards: [aReward] }),
      publish(ctx, { rewards: [aReward] }),
    ]);
    expect(rows('SELECT number FROM programme_versions ORDER BY id')).toEqual(
      [1, 2, 3, 4].map((number) => ({ number })),
    );
    expect(currentProgramme(ctx).number).toBe(4);
    expect(others).toHaveLength(2);
  });
});

describe('a programme that cannot be', () => {
  type Draft = (ctx: ShopContext) => Partial<ProgrammeDraft>;
  const known = (ctx: ShopContext) =>
    rulesOf(ctx).rewards.find((one) => one.unitId === rulesOf(ctx).pointsUnitId)?.id ?? 0;

  it.each<[string, Draft, object]>([
    [
      'a reward in stamps without a card',
      () => ({ rewards: [{ ...aReward, pricedIn: 'stamps' }] }),
      { code: 'InvalidValue', data: { field: 'rewards' } },
    ],
    [
      'a reward in points without points',
      () => ({ points: null, rewards: [aReward] }),
      { code: 'InvalidValue', data: { field: 'rewards' } },
    ],
    [
      'an unknown item',
      () => ({ rewards: [{ ...aReward, itemId: 9 }] }),
      { code: 'NotFound', data: { what: 'item', id: 9 } },
    ],
    [
      'an unknown reward',
      () => ({ rewards: [{ ...aReward, id: 9 }] }),
      { code: 'NotFound', data: { what: 'reward', id: 9 } },
    ],
    [
      'a reward twice',
      (ctx) => ({
        rewards: [
          { ...aReward, id: known(ctx) },
          { ...aReward, id: known(ctx) },
        ],
      }),
      { code: 'NotFound', data: { what: 'reward' } },
    ],
  ])('%s', async (_what, draft, failure) => {
    const shop = await aShop();
    const before = { rows: allRows(shop), programme: currentProgramme(shop.ctx) };
    await expect(publish(shop.ctx, draft(shop.ctx))).rejects.toMatchObject(failure);
    expect({ rows: allRows(shop), programme: currentProgramme(shop.ctx) }).toEqual(before);
  });
});

describe('the programme in force', () => {
  it('is the newest of those that have begun, also when the clock was set back', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-10 10:00' });
    clock.set(momentAt('2026-04-01 10:00'));
    await publish(ctx);
    clock.set(momentAt('2026-05-01 10:00'));
    await publish(ctx);
    const numberAt = (now: string) => {
      clock.set(momentAt(now));
      return currentProgramme(ctx).number;
    };
    expect(
      [
        '2026-05-01 04:00',
        '2026-05-01 03:59',
        '2026-04-01 04:00',
        '2026-03-31 10:00',
        '2020-01-01 10:00',
      ].map(numberAt),
    ).toEqual([3, 2, 2, 1, 1]);
  });
});
