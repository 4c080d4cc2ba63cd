import { describe, expect, it } from 'vitest';
import { currentProgramme, newRuleId, publishProgramme } from '#electron/services/programme.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { aBonus, aLevel, dayOf } from '#tests/shared/domain/loyalty/programmes.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { aCard, aReward, newRewardId, pointsFor, publishRules, publishSmall } from '#tests/support/rules.ts';
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

describe('publishing a programme', () => {
  it('writes a new version, in force from today', async () => {
    const { ctx, clock, rows } = await aShop({ now: '2026-03-10 10:00' });
    const { pointsUnitId } = rulesOf(ctx);
    clock.set(momentAt('2026-04-01 10:00'));
    const latte = await anItem(ctx);
    const rules: ProgrammeRules = {
      pointsUnitId,
      points: pointsFor(2, 50),
      stampCards: [],
      bonuses: [],
      gifts: { signUp: null, referral: null, birthday: null, milestones: [] },
      rewards: [aReward({ id: newRewardId(ctx), unitId: pointsUnitId, itemId: latte.id, price: 50 })],
      expiry: { points: { kind: 'months', months: 12, graceDays: 0 }, stamps: { kind: 'never' } },
      tiers: null,
      giveBackLimit: 1000,
    };
    const published = await publishProgramme(ctx, { requestId: aRequest(), rules, effectiveFrom: null });
    const { versionId } = published;
    expect(published).toEqual({ versionId, number: 2, effectiveFrom: '2026-04-01', rules });
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
    const before = rulesOf(ctx);
    const reward = stampReward(ctx);
    await publishRules(ctx, {
      stampCards: [{ ...stampCard(ctx), name: 'New card', size: 8 }],
      rewards: before.rewards.map((one) => (one.id === reward.id ? { ...one, price: 8 } : one)),
    });
    const receipt = await aVisit(ctx, customerId, { redeem: [{ rewardId: reward.id }] });
    expect(receipt.changes[0]).toMatchObject({
      unitId: reward.unitId,
      name: 'New card',
      before: 10,
      spent: 8,
      earned: 1,
      after: 3,
    });
  });

  it('gives a shop its first stamp card', async () => {
    const { ctx, rows } = await aShop({ kind: 'other' });
    await publishSmall(ctx, {
      stamps: { name: 'Card', size: 5, stampsPerVisit: 2 },
      rewards: [{ name: 'Bun', pricedIn: 'stamps', price: 5 }],
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
    await publishRules(ctx, { points: pointsFor(5, 100) });
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
    await publishRules(ctx, {
      rewards: rulesOf(ctx).rewards.map((one) =>
        one.id === reward.id ? { ...one, id: newRewardId(ctx) } : one,
      ),
    });
    await expect(aVisit(ctx, customerId, { redeem: [{ rewardId: reward.id }] })).rejects.toMatchObject({
      code: 'RewardNotAvailable',
    });
    await aVisit(ctx, customerId, { redeem: [{ rewardId: stampReward(ctx).id }] });
  });

  it('is done once per request, and twice at once gives two numbers', async () => {
    const { ctx, rows } = await aShop();
    const input = { requestId: aRequest(), rules: rulesOf(ctx), effectiveFrom: null };
    const [first, second] = await Promise.all([publishProgramme(ctx, input), publishProgramme(ctx, input)]);
    expect(second).toEqual(first);
    const others = await Promise.all([publishRules(ctx, {}), publishRules(ctx, {})]);
    expect(rows('SELECT number FROM programme_versions ORDER BY id')).toEqual(
      [1, 2, 3, 4].map((number) => ({ number })),
    );
    expect(currentProgramme(ctx).number).toBe(4);
    expect(others.map((version) => version.number)).toEqual([3, 4]);
  });

  it('by a request that was another is refused', async () => {
    const { ctx } = await aShop();
    const input = { requestId: aRequest(), rules: rulesOf(ctx), effectiveFrom: null };
    await publishProgramme(ctx, input);
    const other = { ...input, rules: { ...input.rules, points: pointsFor(9, 100) } };
    await expect(publishProgramme(ctx, other)).rejects.toMatchObject({ code: 'RequestIdReused' });
    expect(currentProgramme(ctx).rules).toEqual(input.rules);
  });
});

type Change = (ctx: ShopContext) => Partial<ProgrammeRules>;

/** A change, tried in a shop where one customer holds ten stamps and some points; leaves everything as it was. */
async function refusal(change: Change): Promise<unknown> {
  const shop = await aShop();
  await visitTimes(shop.ctx, await aCustomer(shop.ctx), 10);
  const rules = { ...rulesOf(shop.ctx), ...change(shop.ctx) };
  const before = { rows: allRows(shop), programme: currentProgramme(shop.ctx) };
  const input = { requestId: aRequest(), rules, effectiveFrom: null };
  const failure = await publishProgramme(shop.ctx, input).then(
    () => 'it was published',
    (reason: unknown) => reason,
  );
  expect({ rows: allRows(shop), programme: currentProgramme(shop.ctx) }).toEqual(before);
  return failure;
}

describe('a programme that contradicts itself', () => {
  const kept = (ctx: ShopContext) => rulesOf(ctx).rewards;
  const inPoints = (ctx: ShopContext, over: object) => ({
    rewards: [...kept(ctx), aReward({ id: newRewardId(ctx), unitId: rulesOf(ctx).pointsUnitId, ...over })],
  });

  it.each<[string, string, Change]>([
    ['nothingEarned', 'nothing is earned', () => ({ points: null, stampCards: [], rewards: [] })],
    ['rewardWithoutUnit', 'a reward in points without points', () => ({ points: null })],
    ['rewardWithoutUnit', 'a reward in stamps without a card', () => ({ stampCards: [] })],
    [
      'rewardDatesReversed',
      'a reward that ends before it begins',
      (ctx) => inPoints(ctx, { firstDay: dayOf('2026-05-02'), lastDay: dayOf('2026-05-01') }),
    ],
    ['rewardTierMissing', 'a reward for a tier that is not there', (ctx) => inPoints(ctx, { tierId: 5 })],
    [
      'bonusDatesReversed',
      'a bonus that ends before it begins',
      () => ({
        bonuses: [aBonus({ firstDay: dayOf('2026-05-02'), lastDay: dayOf('2026-05-01') })],
      }),
    ],
    [
      'tiersNotRising',
      'tiers that do not rise',
      () => ({
        tiers: {
          basis: 'visits',
          window: { kind: 'calendarYear' },
          graceDays: 0,
          levels: [aLevel({ id: 1, from: 10 }), aLevel({ id: 2, from: 5 })],
        },
      }),
    ],
    ['capBelowOne', 'a cap of nothing', () => ({ points: pointsFor(1, 100, { dailyCap: 0 }) })],
    [
      'giftWithoutUnit',
      'a gift nobody can hold',
      () => ({
        gifts: { signUp: { unitId: 77, amount: 2 }, referral: null, birthday: null, milestones: [] },
      }),
    ],
    [
      'unitStranded',
      'stamps that people hold and nothing is given for',
      (ctx) => ({ rewards: kept(ctx).filter(({ unitId }) => unitId !== stampCard(ctx).unitId) }),
    ],
  ])('%s: %s', async (code, _what, change) => {
    expect(await refusal(change)).toMatchObject({
      code: 'ProgrammeBlocked',
      data: { codes: expect.arrayContaining([code]) },
    });
  });

  it.each<[string, Change, object]>([
    [
      'an item that is not there',
      (ctx) => inPoints(ctx, { itemId: 9 }),
      { code: 'NotFound', data: { what: 'item', id: 9 } },
    ],
    [
      'an excluded item that is not there',
      () => ({ points: pointsFor(1, 100, { excluded: [{ kind: 'item', itemId: 9 }] }) }),
      { code: 'NotFound', data: { what: 'item', id: 9 } },
    ],
    [
      'a reward twice',
      (ctx) => ({ rewards: [...kept(ctx), ...kept(ctx)] }),
      { code: 'InvalidValue', data: { field: 'rewards' } },
    ],
    [
      'a stamp card that counts points',
      (ctx) => ({ stampCards: [stampCard(ctx), aCard({ unitId: rulesOf(ctx).pointsUnitId })] }),
      { code: 'InvalidValue', data: { field: 'stampCards' } },
    ],
    [
      'points of another shop',
      () => ({ pointsUnitId: 5 }),
      { code: 'InvalidValue', data: { field: 'pointsUnitId' } },
    ],
  ])('refuses %s', async (_what, change, failure) => {
    expect(await refusal(change)).toMatchObject(failure);
  });
});

describe('the programme in force', () => {
  it('is the newest of those that have begun, also when the clock was set back', async () => {
    const { ctx, clock } = await aShop({ now: '2026-03-10 10:00' });
    clock.set(momentAt('2026-04-01 10:00'));
    await publishRules(ctx, {});
    clock.set(momentAt('2026-05-01 10:00'));
    await publishRules(ctx, {});
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

  it('gives a new stamp card its unit, however often it is published', async () => {
    const { ctx, rows } = await aShop();
    const card = aCard({ unitId: newRuleId(ctx, 'units').id, name: 'Lunch' });
    const reward = aReward({ id: newRewardId(ctx), unitId: card.unitId });
    const { stampCards, rewards } = rulesOf(ctx);
    await publishRules(ctx, { stampCards: [...stampCards, card], rewards: [...rewards, reward] });
    await publishRules(ctx, {});
    expect(rows('SELECT kind, name FROM units WHERE id = ?', card.unitId)).toEqual([
      { kind: 'stamps', name: 'Lunch' },
    ]);
  });
});
