import { describe, expect, it } from 'vitest';
import { goalHint, goalStates, setGoal } from '#electron/services/goals.ts';
import type { GoalMetric } from '#shared/contract/goals.ts';
import { openShopOf } from '#tests/support/closable-shop.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt } from '#tests/support/shop.ts';

/**
 * Eight months with one more new customer each, who spends 10.00 and never comes back; Aino comes on the first of every
 * month from September on. Today is 10 June, when she has come this month too.
 */
async function aGrowingShop() {
  const shop = await aShop({ now: '2025-09-01 10:00' });
  const { ctx, clock } = shop;
  const aino = await aCustomer(ctx, { name: 'Aino' });
  const months = ['09', '10', '11', '12', '01', '02', '03', '04', '05', '06'];
  for (const [index, month] of months.entries()) {
    clock.set(momentAt(`${index < 4 ? 2025 : 2026}-${month}-01 10:00`));
    await aVisit(ctx, aino, { amount: 1000 });
    for (let guest = 0; guest <= index && month !== '06'; guest += 1) {
      await aVisit(ctx, await aCustomer(ctx, { name: `Guest ${month} ${guest}` }), { amount: 1000 });
    }
  }
  clock.set(momentAt('2026-06-10 10:00'));
  const open = openShopOf(shop);
  const state = async (metric: GoalMetric) => {
    const { goals } = await goalStates(ctx, open.figures);
    return goals.find((one) => one.metric === metric) ?? expect.unreachable();
  };
  const set = (metric: GoalMetric, target: number | null, requestId = aRequest()) =>
    setGoal(ctx, { requestId, metric, target });
  return { shop, ctx, open, state, set };
}

describe('a goal', () => {
  it('stands beside the month up to today and the finished months, worked out by hand', async () => {
    const { state } = await aGrowingShop();
    const fresh = await state('newCustomers');
    expect(fresh.history.map(({ month, value }) => [month, value])).toEqual([
      ['2025-09', 2],
      ['2025-10', 2],
      ['2025-11', 3],
      ['2025-12', 4],
      ['2026-01', 5],
      ['2026-02', 6],
      ['2026-03', 7],
      ['2026-04', 8],
      ['2026-05', 9],
    ]);
    expect(fresh).toMatchObject({
      goal: null,
      progress: null,
      realism: null,
      current: { value: 0, basis: 'monthToDate', from: '2026-06-01', to: '2026-06-11' },
    });
    expect((await state('memberSales')).current.value).toBe(1000);
    expect((await state('averageSpend')).current).toMatchObject({
      value: 1000,
      numerator: 1000,
      denominator: 1,
    });
    expect((await state('rewardCostShare')).current).toMatchObject({ value: 0, denominator: 1000 });
    // The 31 days up to today, as many as May had: one visit by one person.
    expect((await state('frequency')).current).toMatchObject({
      value: 1,
      basis: 'rollingMonth',
      from: '2026-05-11',
      to: '2026-06-11',
    });
    // Seen in the 60 days before 11 May: Aino, 8 of April, 9 of May; in those before 11 June: Aino and 9 of May.
    const retention = await state('retention');
    expect(retention.current).toMatchObject({ numerator: 10, denominator: 18, basis: 'rollingMonth' });
  });

  it('has a progress and a hint from the shop’s own months', async () => {
    const { set, state, open, ctx } = await aGrowingShop();
    await set('newCustomers', 10);
    const { goal, progress, realism } = await state('newCustomers');
    expect(goal).toMatchObject({ target: 10, by: expect.any(String) });
    expect(progress).toEqual({ reached: false, filled: 0, missing: 10 });
    // May had 9; one more is what most months managed.
    expect(realism).toMatchObject({ kind: 'usual', asLarge: 7, changes: 8, periodsReached: 0, periods: 9 });
    const hint = (target: number) => goalHint(ctx, open.figures, { metric: 'newCustomers', target });
    expect(await hint(10)).toEqual(realism);
    expect(await hint(11)).toMatchObject({ kind: 'neverSeen', asLarge: 0 });
    expect(await hint(9)).toMatchObject({ kind: 'reached', periodsReached: 1 });
  });

  it('for the cost of rewards is reached from above', async () => {
    const { set, state } = await aGrowingShop();
    await set('rewardCostShare', 0.05);
    expect(await state('rewardCostShare')).toMatchObject({
      direction: 'atMost',
      progress: { reached: true, filled: 1, missing: null },
    });
  });

  it('replaces the one before it, and can be taken away; earlier ones stay in the file', async () => {
    const { shop, set, state } = await aGrowingShop();
    const requestId = aRequest();
    await set('memberSales', 5000, requestId);
    await set('memberSales', 5000, requestId);
    await set('memberSales', 8000);
    expect((await state('memberSales')).goal?.target).toBe(8000);
    await set('memberSales', null);
    expect(await state('memberSales')).toMatchObject({ goal: null, progress: null, realism: null });
    expect(shop.rows('SELECT target FROM goals ORDER BY id')).toEqual([
      { target: 5000 },
      { target: 8000 },
      { target: null },
    ]);
    await expect(set('retention', 0.7, requestId)).rejects.toMatchObject({ code: 'RequestIdReused' });
  });

  it('in a shop without a finished month has too little history to be judged', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    const open = openShopOf(shop);
    await setGoal(shop.ctx, { requestId: aRequest(), metric: 'retention', target: 0.7 });
    const { goals } = await goalStates(shop.ctx, open.figures);
    expect(goals.find(({ metric }) => metric === 'retention')).toMatchObject({
      history: [],
      current: { value: null },
      progress: null,
      realism: { kind: 'tooLittleHistory' },
    });
  });
});
