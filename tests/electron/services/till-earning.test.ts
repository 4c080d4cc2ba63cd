import { describe, expect, it } from 'vitest';
import { joinHousehold } from '#electron/services/household.ts';
import { newRuleId } from '#electron/services/programme.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import type { Receipt } from '#shared/contract/till.ts';
import type { PointsRule, ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { aBonus, aLevel, dayOf } from '#tests/shared/domain/loyalty/programmes.ts';
import { aCard, aReward, newRewardId, pointsFor, publishRules } from '#tests/support/rules.ts';
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

const earnedOf = (receipt: Receipt, unitId: number): number | undefined =>
  receipt.changes.find((change) => change.unitId === unitId)?.earned;

/** Points of a receipt. */
const pointsOf = (receipt: Receipt): number | undefined =>
  receipt.changes.find((change) => change.kind === 'points')?.earned;

/** A point a euro, changed as asked, in a café that is open on Tuesday 10 March. */
async function aCafe(change: (ctx: ShopContext) => Partial<ProgrammeRules> = () => ({})) {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const { ctx } = shop;
  const [latte, cake, giftCard] = [
    await anItem(ctx, { name: 'Latte', category: 'Coffee', price: 480 }),
    await anItem(ctx, { name: 'Cake', category: 'Bakery', price: 520 }),
    await anItem(ctx, { name: 'Gift card', category: 'Gift cards', price: 2_000 }),
  ];
  await publishRules(ctx, { points: pointsFor(1, 100), ...change(ctx) });
  const customerId = await aCustomer(ctx);
  const buy = (items: Readonly<Record<number, number>>, amount: number) =>
    aVisit(ctx, customerId, {
      amount,
      items: Object.entries(items).map(([id, quantity]) => ({ itemId: Number(id), quantity })),
    });
  return { ...shop, latte, cake, giftCard, customerId, buy };
}

const withPoints = (rule: Partial<PointsRule>) => () => ({ points: pointsFor(1, 100, rule) });

describe('several stamp cards', () => {
  it('are filled at once, each by its own rule, and a reward takes of its own', async () => {
    const { ctx, latte, cake, buy } = await aCafe();
    const [coffee, bakery] = [newRuleId(ctx, 'units').id, newRuleId(ctx, 'units').id];
    const visits = stampCard(ctx);
    const free = aReward({ id: newRewardId(ctx), unitId: bakery, price: 3, itemId: cake.id });
    await publishRules(ctx, {
      stampCards: [
        { ...visits, perDay: null },
        aCard({
          unitId: coffee,
          name: 'Coffees',
          on: { kind: 'items', scopes: [{ kind: 'item', itemId: latte.id }] },
        }),
        aCard({
          unitId: bakery,
          name: 'Bakery',
          stamps: 2,
          on: { kind: 'items', scopes: [{ kind: 'category', category: 'Bakery' }] },
        }),
      ],
      rewards: [...rulesOf(ctx).rewards, free],
    });
    const receipt = await buy({ [latte.id]: 3, [cake.id]: 2 }, 2_480);
    expect(receipt.changes.map(({ name, earned, after }) => [name, earned, after])).toEqual([
      [visits.name, 1, 1],
      ['Coffees', 3, 3],
      ['Bakery', 4, 4],
      ['', 24, 24],
    ]);
    const { changes } = await aVisit(ctx, receipt.customerId, { redeem: [{ rewardId: free.id }] });
    expect(changes.map(({ spent, after }) => [spent, after])).toEqual([
      [0, 2],
      [0, 3],
      [3, 1],
      [0, 29],
    ]);
  });

  it('by items need their items; by visits of a least sum need that sum', async () => {
    const { ctx, latte, buy } = await aCafe((of) => ({
      stampCards: [{ ...stampCard(of), on: { kind: 'visit', minAmount: 500 } }],
    }));
    const unitId = stampCard(ctx).unitId;
    expect(earnedOf(await buy({ [latte.id]: 1 }, 499), unitId)).toBe(0);
    expect(earnedOf(await buy({ [latte.id]: 1 }, 500), unitId)).toBe(1);
  });
});

describe('points', () => {
  it('for pieces of an item or a category come on top', async () => {
    const { latte, cake, buy } = await aCafe(
      withPoints({ perItem: [{ scope: { kind: 'category', category: 'Bakery' }, points: 5 }] }),
    );
    expect(pointsOf(await buy({ [latte.id]: 1, [cake.id]: 2 }, 1_520))).toBe(15 + 10);
  });

  it('below the least sum are none, and nothing of it is carried', async () => {
    const { buy } = await aCafe(withPoints({ minAmount: 500 }));
    expect(pointsOf(await buy({}, 499))).toBe(0);
    expect(pointsOf(await buy({}, 500))).toBe(5);
    expect(pointsOf(await buy({}, 501))).toBe(5);
    expect(pointsOf(await buy({}, 599))).toBe(6);
  });

  it('leave out what earns nothing', async () => {
    const { latte, giftCard, buy } = await aCafe(
      withPoints({ excluded: [{ kind: 'category', category: 'Gift cards' }] }),
    );
    expect(pointsOf(await buy({ [latte.id]: 1, [giftCard.id]: 1 }, 2_480))).toBe(4);
    expect(pointsOf(await buy({ [giftCard.id]: 1 }, 2_000))).toBe(0);
  });

  it('are for what was paid after a reward, not for the price', async () => {
    const { ctx, customerId } = await aCafe((of) => ({
      rewards: [
        ...rulesOf(of).rewards,
        aReward({ id: 501, unitId: rulesOf(of).pointsUnitId, kind: 'amountOff', amountOff: 300, price: 20 }),
      ],
    }));
    await aVisit(ctx, customerId, { amount: 2_000 });
    const receipt = await aVisit(ctx, customerId, { amount: 1_000 - 300, redeem: [{ rewardId: 501 }] });
    expect(receipt.changes.at(-1)).toMatchObject({ before: 20, spent: 20, earned: 7, after: 7 });
  });
});

describe('the cap of a day', () => {
  it('counts two check-ins of a day together, and a new day anew', async () => {
    const { ctx, clock, buy } = await aCafe((of) => ({
      points: pointsFor(1, 100, { dailyCap: 12 }),
      stampCards: [{ ...stampCard(of), perDay: 2 }],
    }));
    const unitId = stampCard(ctx).unitId;
    const both = (receipt: Receipt) => [earnedOf(receipt, unitId), pointsOf(receipt)];
    expect(both(await buy({}, 1_000))).toEqual([1, 10]);
    expect(both(await buy({}, 1_000))).toEqual([1, 2]);
    expect(both(await buy({}, 1_000))).toEqual([0, 0]);
    // After midnight it is still the same business day.
    clock.set(momentAt('2026-03-11 03:59'));
    expect(both(await buy({}, 1_000))).toEqual([0, 0]);
    clock.set(momentAt('2026-03-11 04:00'));
    expect(both(await buy({}, 1_000))).toEqual([1, 10]);
  });

  it('gives what an undone check-in had taken of it', async () => {
    const { ctx, buy } = await aCafe(withPoints({ dailyCap: 12 }));
    const { visitId } = await buy({}, 1_000);
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    expect(pointsOf(await buy({}, 1_100))).toBe(11);
    expect(pointsOf(await buy({}, 1_100))).toBe(1);
  });

  it('is each person’s own in a shared wallet', async () => {
    const { ctx, customerId, buy } = await aCafe(withPoints({ dailyCap: 12 }));
    const partner = await aCustomer(ctx, { name: 'Eero Virtanen' });
    await joinHousehold(ctx, { requestId: aRequest(), customerId: partner, withId: customerId });
    expect(pointsOf(await buy({}, 1_500))).toBe(12);
    expect(pointsOf(await aVisit(ctx, partner, { amount: 1_500 }))).toBe(12);
  });
});

describe('a bonus', () => {
  const double = { num: 2, den: 1 };

  it('counts on its weekdays, at its hours, between its days', async () => {
    const bonus = aBonus({
      weekdays: [2],
      hours: { from: 14 * 60, to: 16 * 60 },
      firstDay: dayOf('2026-03-10'),
      lastDay: dayOf('2026-03-17'),
      factor: double,
    });
    const { clock, buy } = await aCafe(() => ({ bonuses: [bonus] }));
    const at = async (now: string) => {
      clock.set(momentAt(now));
      return pointsOf(await buy({}, 1_000));
    };
    expect(await at('2026-03-10 13:59')).toBe(10);
    expect(await at('2026-03-10 14:00')).toBe(20);
    expect(await at('2026-03-10 15:59')).toBe(20);
    expect(await at('2026-03-10 16:00')).toBe(10);
    expect(await at('2026-03-11 14:30')).toBe(10);
    expect(await at('2026-03-17 14:30')).toBe(20);
    expect(await at('2026-03-24 14:30')).toBe(10);
  });

  it('belongs to the business day: the night after Tuesday is still Tuesday', async () => {
    const { clock, buy } = await aCafe(() => ({ bonuses: [aBonus({ weekdays: [2], factor: double })] }));
    clock.set(momentAt('2026-03-11 01:00'));
    expect(pointsOf(await buy({}, 1_000))).toBe(20);
    clock.set(momentAt('2026-03-11 05:00'));
    expect(pointsOf(await buy({}, 1_000))).toBe(10);
  });

  it('of two that are open the larger counts, for points or stamps or both', async () => {
    const triple = { num: 3, den: 1 };
    const { ctx, buy } = await aCafe((of) => ({
      stampCards: [{ ...stampCard(of), perDay: null }],
      bonuses: [
        aBonus({ id: 1, weekdays: [], factor: double, applies: 'both' }),
        aBonus({ id: 2, weekdays: [], factor: triple, applies: 'points' }),
      ],
    }));
    const receipt = await buy({}, 1_000);
    expect([earnedOf(receipt, stampCard(ctx).unitId), pointsOf(receipt)]).toEqual([2, 30]);
  });
});

describe('a tier', () => {
  it('multiplies the points from the visit after it was reached', async () => {
    const levels = [
      aLevel({ id: 1, name: 'Friend', from: 0 }),
      aLevel({ id: 2, name: 'Regular', from: 2, factor: { num: 3, den: 2 } }),
    ];
    const window = { kind: 'rolling', days: 90 } as const;
    const { clock, buy } = await aCafe(() => ({
      tiers: { basis: 'visits', window, graceDays: 0, levels },
    }));
    const on = async (day: string) => {
      clock.set(momentAt(`${day} 10:00`));
      return pointsOf(await buy({}, 1_000));
    };
    expect(await on('2026-03-10')).toBe(10);
    expect(await on('2026-03-11')).toBe(10);
    expect(await on('2026-03-12')).toBe(15);
    // A hundred days later none of them is in the window any more.
    expect(await on('2026-07-01')).toBe(10);
  });

  it('by money counts what was spent in the calendar year', async () => {
    const levels = [
      aLevel({ id: 1, name: 'Silver', from: 0 }),
      aLevel({ id: 2, name: 'Gold', from: 5_000, factor: { num: 2, den: 1 } }),
    ];
    const { clock, buy } = await aCafe(() => ({
      tiers: { basis: 'spend', window: { kind: 'calendarYear' }, graceDays: 0, levels },
    }));
    expect(pointsOf(await buy({}, 5_000))).toBe(50);
    clock.set(momentAt('2026-12-31 10:00'));
    expect(pointsOf(await buy({}, 1_000))).toBe(20);
    clock.set(momentAt('2027-01-01 10:00'));
    expect(pointsOf(await buy({}, 1_000))).toBe(10);
  });

  it('and a bonus multiply each other', async () => {
    const { buy } = await aCafe(() => ({
      bonuses: [aBonus({ weekdays: [], factor: { num: 2, den: 1 } })],
      tiers: {
        basis: 'visits',
        window: { kind: 'rolling', days: 90 },
        graceDays: 0,
        levels: [aLevel({ factor: { num: 5, den: 4 } })],
      },
    }));
    expect(pointsOf(await buy({}, 1_000))).toBe(25);
  });
});
