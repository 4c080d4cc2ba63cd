import { describe, expect, it } from 'vitest';
import { checkIn } from '#electron/services/check-in.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
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
  type TestShop,
  visitTimes,
} from '#tests/support/shop.ts';

/** What is derived: an undo must leave it as it was before the visit. */
function derived(shop: TestShop) {
  const { balances, customer_stats, customer_month, day_totals, lots } = allRows(shop);
  const open = shop.rows('SELECT wallet_id, unit_id, sum(remaining) AS n FROM lots GROUP BY 1, 2');
  return { balances, customer_stats, customer_month, day_totals, lots: lots?.length, open };
}

const noDay = {
  check_ins: 0,
  identified: 0,
  amount: 0,
  identified_amount: 0,
  amount_check_ins: 0,
  rewards: 0,
};

describe('undoing a visit', () => {
  it('writes reversing rows and brings every sum back, the reward used included', async () => {
    const shop = await aShop();
    const { ctx, rows } = shop;
    const customerId = await aCustomer(ctx, { name: 'Aino Virtanen' });
    const latte = await anItem(ctx);
    const reward = stampReward(ctx);
    await visitTimes(ctx, customerId, 11);
    const before = derived(shop);
    const visit = await aVisit(ctx, customerId, {
      amount: 730,
      items: [{ itemId: latte.id, quantity: 1 }],
      redeem: [{ rewardId: reward.id }],
    });
    const undone = await undoVisit(ctx, {
      requestId: aRequest(),
      visitId: visit.visitId,
      reason: 'Wrong person',
    });
    expect(undone).toEqual({
      visitId: undone.visitId,
      undoneVisitId: visit.visitId,
      customerId,
      customerName: 'Aino Virtanen',
      amount: 730,
      changes: [
        expect.objectContaining({ kind: 'stamps', before: 2, earned: 10, spent: 1, after: 11 }),
        expect.objectContaining({ kind: 'points', before: 56, earned: 0, spent: 7, after: 49 }),
      ],
      replayed: false,
    });
    const after = derived(shop);
    expect({ ...after, lots: 0 }).toEqual({ ...before, lots: 0 });
    expect(rows('SELECT sign, amount, reason, reverses_id FROM visits ORDER BY id DESC LIMIT 1')).toEqual([
      { sign: -1, amount: -730, reason: 'Wrong person', reverses_id: visit.visitId },
    ]);
    const reversed = rows<{ change: number; why: string }>(
      'SELECT change, why FROM ledger_entries WHERE visit_id = ? ORDER BY id',
      undone.visitId,
    );
    expect(reversed.map((entry) => entry.change).sort((a, b) => a - b)).toEqual([-7, -1, 10]);
    expect(JSON.parse(reversed[0]?.why ?? '')).toEqual({ kind: 'undo', reason: 'Wrong person' });
  });

  it('brings back the remainder that was carried', async () => {
    const { ctx } = await aShop();
    const customerId = await aCustomer(ctx);
    await aVisit(ctx, customerId, { amount: 460 });
    const { visitId } = await aVisit(ctx, customerId, { amount: 450 });
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    const points = (await aVisit(ctx, customerId, { amount: 40 })).changes.find(
      ({ kind }) => kind === 'points',
    );
    expect(points).toMatchObject({ before: 4, earned: 1, after: 5 });
  });

  it('of a sale without a customer takes it out of the day', async () => {
    const { ctx, rows } = await aShop();
    const { visitId } = await aVisit(ctx, null, { amount: 700 });
    const undone = await undoVisit(ctx, { requestId: aRequest(), visitId });
    expect(undone).toMatchObject({ customerId: null, customerName: null, amount: 700, changes: [] });
    expect(rows('SELECT * FROM day_totals')).toEqual([expect.objectContaining(noDay)]);
  });

  it('counts for the day of the visit, the ledger for today', async () => {
    const { ctx, clock, rows } = await aShop({ now: '2026-03-10 10:00' });
    const customerId = await aCustomer(ctx);
    const { visitId } = await aVisit(ctx, customerId);
    clock.set(momentAt('2026-03-20 10:00'));
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    const days = rows<{ v: number; e: number }>(
      'SELECT v.business_day AS v, e.business_day AS e FROM visits AS v JOIN ledger_entries AS e ON e.visit_id = v.id WHERE v.sign = -1',
    );
    expect(days.map(({ v, e }) => e - v)).toEqual([10, 10]);
    expect(rows('SELECT * FROM day_totals')).toEqual([expect.objectContaining(noDay)]);
    expect(rows('SELECT visits, first_day, last_at FROM customer_stats')).toEqual([
      { visits: 0, first_day: null, last_at: null },
    ]);
  });

  describe('of stamps that were spent since', () => {
    /** Ten visits bought the reward, the eleventh used it and earned one; then the first two are undone. */
    async function anOverdrawnCustomer() {
      const shop = await aShop();
      const { ctx } = shop;
      const customerId = await aCustomer(ctx);
      const reward = stampReward(ctx);
      const [first, second] = [await aVisit(ctx, customerId), await aVisit(ctx, customerId)];
      await visitTimes(ctx, customerId, 8);
      const rewarded = await aVisit(ctx, customerId, { redeem: [{ rewardId: reward.id }] });
      const undo = ({ visitId }: { visitId: number }) => undoVisit(ctx, { requestId: aRequest(), visitId });
      await undo(first);
      await undo(second);
      const stamps = () => ({
        balance: shop.number('SELECT balance FROM balances WHERE unit_id = ?', reward.unitId),
        open: shop.number('SELECT sum(remaining) FROM lots WHERE unit_id = ?', reward.unitId),
      });
      return { ctx, customerId, rewarded, undo, stamps };
    }

    it('leaves the balance below zero, and the next earning pays it', async () => {
      const { ctx, customerId, stamps } = await anOverdrawnCustomer();
      expect(stamps()).toEqual({ balance: -1, open: 0 });
      await aVisit(ctx, customerId);
      expect(stamps()).toEqual({ balance: 0, open: 0 });
      await aVisit(ctx, customerId);
      expect(stamps()).toEqual({ balance: 1, open: 1 });
    });

    it('is paid by a reward that is given back', async () => {
      const { undo, rewarded, stamps } = await anOverdrawnCustomer();
      await undo(rewarded);
      expect(stamps()).toEqual({ balance: 8, open: 8 });
    });
  });
});

describe('an undo that cannot be', () => {
  it('of a visit that does not exist, or of a reversal', async () => {
    const { ctx } = await aShop();
    const undo = (visitId: number) => undoVisit(ctx, { requestId: aRequest(), visitId });
    await expect(undo(9)).rejects.toMatchObject({ code: 'NotFound', data: { what: 'visit', id: 9 } });
    const { visitId } = await undo((await aVisit(ctx, null)).visitId);
    await expect(undo(visitId)).rejects.toMatchObject({
      code: 'NotFound',
      data: { what: 'visit', id: visitId },
    });
  });

  it('twice, also at once', async () => {
    const shop = await aShop();
    const { ctx } = shop;
    const { visitId } = await aVisit(ctx, await aCustomer(ctx));
    const undo = () => undoVisit(ctx, { requestId: aRequest(), visitId });
    const [first, second] = await Promise.allSettled([undo(), undo()]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: { code: 'AlreadyUndone', data: { visitId } } });
    expect(shop.number('SELECT count(*) FROM visits')).toBe(2);
  });

  it('of a visit that was moved away', async () => {
    const { ctx } = await aShop();
    const { visitId } = await aVisit(ctx, await aCustomer(ctx));
    await moveVisit(ctx, { requestId: aRequest(), visitId, customerId: await aCustomer(ctx) });
    await expect(undoVisit(ctx, { requestId: aRequest(), visitId })).rejects.toMatchObject({
      code: 'AlreadyUndone',
    });
  });

  it('after a month', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    const { ctx, clock } = shop;
    const { visitId } = await aVisit(ctx, null);
    const { visitId: other } = await aVisit(ctx, null);
    clock.set(momentAt('2026-04-10 10:00'));
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    clock.set(momentAt('2026-04-11 10:00'));
    const before = allRows(shop);
    await expect(undoVisit(ctx, { requestId: aRequest(), visitId: other })).rejects.toMatchObject({
      code: 'UndoExpired',
      data: { visitId: other },
    });
    expect(allRows(shop)).toEqual(before);
  });

  it('under a request that was something else', async () => {
    const { ctx } = await aShop();
    const requestId = aRequest();
    const { visitId } = await checkIn(ctx, { requestId, customerId: null, amount: 450 });
    const undo = (visit: number, request: string) => undoVisit(ctx, { requestId: request, visitId: visit });
    await expect(undo(visitId, requestId)).rejects.toMatchObject({ code: 'RequestIdReused' });
    const again = aRequest();
    await undo(visitId, again);
    const { visitId: other } = await aVisit(ctx, null);
    await expect(undo(other, again)).rejects.toMatchObject({ code: 'RequestIdReused' });
  });
});

describe('the same undo again', () => {
  it('changes nothing and answers as the first time', async () => {
    const shop = await aShop();
    const { ctx } = shop;
    const { visitId } = await aVisit(ctx, await aCustomer(ctx));
    const input = { requestId: aRequest(), visitId, reason: 'Twice' };
    const [first, second] = await Promise.all([undoVisit(ctx, input), undoVisit(ctx, input)]);
    expect(second).toEqual({ ...first, replayed: true });
    const before = allRows(shop);
    expect(await undoVisit(ctx, input)).toEqual({ ...first, replayed: true });
    expect(allRows(shop)).toEqual(before);
  });
});

describe('after an undo', () => {
  it('the reward is there to be used again, its lots as old as they were', async () => {
    const { ctx, rows } = await aShop();
    const customerId = await aCustomer(ctx);
    const reward = stampReward(ctx);
    await visitTimes(ctx, customerId, 10);
    const lots = () => rows('SELECT * FROM lots WHERE unit_id = ? AND remaining > 0', reward.unitId);
    const before = lots();
    const { visitId } = await aVisit(ctx, customerId, { redeem: [{ rewardId: reward.id }] });
    await undoVisit(ctx, { requestId: aRequest(), visitId });
    expect(lots()).toEqual(before);
    const again = await aVisit(ctx, customerId, { redeem: [{ rewardId: reward.id }] });
    expect(again.rewards).toHaveLength(1);
    expect(rulesOf(ctx).rewards).toContainEqual(reward);
  });
});
