import { describe, expect, it } from 'vitest';
import { checkIn } from '#electron/services/check-in.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { allRows } from '#tests/support/all-rows.ts';
import { newRewardId, pointsFor, publishRules } from '#tests/support/rules.ts';
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

const balances = (shop: TestShop, customerId: number) =>
  shop.rows<{ kind: string; balance: number }>(
    `SELECT u.kind, b.balance FROM balances AS b JOIN units AS u ON u.id = b.unit_id
     JOIN customers AS c ON c.wallet_id = b.wallet_id WHERE c.id = ? ORDER BY u.kind DESC`,
    customerId,
  );

async function twoPeople() {
  const shop = await aShop();
  const from = await aCustomer(shop.ctx, { name: 'Aino Virtanen' });
  const to = await aCustomer(shop.ctx, { name: 'Oona Laine' });
  const move = (visitId: number, customerId = to, requestId = aRequest()) =>
    moveVisit(shop.ctx, { requestId, visitId, customerId });
  return { shop, ctx: shop.ctx, from, to, move };
}

describe('moving a visit', () => {
  it('takes everything from one customer and gives it to the other, at the moment it was', async () => {
    const { shop, ctx, from, to, move } = await twoPeople();
    const latte = await anItem(ctx);
    await aVisit(ctx, from, { amount: 1_000 });
    const visit = await aVisit(ctx, from, { amount: 730, items: [{ itemId: latte.id, quantity: 1 }] });
    const totals = shop.rows('SELECT * FROM day_totals');
    shop.clock.pass(90);
    const receipt = await move(visit.visitId);
    expect(receipt).toMatchObject({
      at: visit.at,
      day: visit.day,
      customerId: to,
      customerName: 'Oona Laine',
      amount: 730,
      lines: visit.lines,
      visits: 1,
      replayed: false,
    });
    expect(receipt.changes.map(({ kind, before, earned, after }) => [kind, before, earned, after])).toEqual([
      ['stamps', 0, 1, 1],
      ['points', 0, 7, 7],
    ]);
    expect(balances(shop, from)).toEqual([
      { kind: 'stamps', balance: 1 },
      { kind: 'points', balance: 10 },
    ]);
    expect(balances(shop, to)).toEqual([
      { kind: 'stamps', balance: 1 },
      { kind: 'points', balance: 7 },
    ]);
    expect(shop.rows('SELECT * FROM day_totals')).toEqual(totals);
    expect(shop.rows('SELECT check_ins, spend FROM customer_stats ORDER BY customer_id')).toEqual([
      { check_ins: 1, spend: 1_000 },
      { check_ins: 1, spend: 730 },
    ]);
    expect(shop.rows('SELECT sign, customer_id, reverses_id, moved_from_id FROM visits ORDER BY id')).toEqual(
      [
        { sign: 1, customer_id: from, reverses_id: null, moved_from_id: null },
        { sign: 1, customer_id: from, reverses_id: null, moved_from_id: null },
        { sign: -1, customer_id: from, reverses_id: visit.visitId, moved_from_id: null },
        { sign: 1, customer_id: to, reverses_id: null, moved_from_id: visit.visitId },
      ],
    );
  });

  it('moves the rewards used: given back here, debited there', async () => {
    const { shop, ctx, from, to, move } = await twoPeople();
    const reward = stampReward(ctx);
    await visitTimes(ctx, from, 10);
    await visitTimes(ctx, to, 12);
    const visit = await aVisit(ctx, from, { redeem: [{ rewardId: reward.id }] });
    const receipt = await move(visit.visitId);
    expect(receipt.rewards).toEqual([{ rewardId: reward.id, name: reward.name }]);
    expect(balances(shop, from)[0]).toEqual({ kind: 'stamps', balance: 10 });
    expect(balances(shop, to)[0]).toEqual({ kind: 'stamps', balance: 3 });
    expect(shop.rows('SELECT rewards FROM day_totals')).toEqual([{ rewards: 1 }]);
  });

  it('leaves everything as it was when the other cannot pay the reward', async () => {
    const { shop, ctx, from, to, move } = await twoPeople();
    const reward = stampReward(ctx);
    await visitTimes(ctx, from, 10);
    await visitTimes(ctx, to, 9);
    const visit = await aVisit(ctx, from, { redeem: [{ rewardId: reward.id }] });
    const before = allRows(shop);
    await expect(move(visit.visitId)).rejects.toMatchObject({
      code: 'InsufficientBalance',
      data: { balance: 9, price: 10 },
    });
    expect(allRows(shop)).toEqual(before);
  });

  it('gives a sale without a customer to somebody: they earn what it was worth', async () => {
    const { shop, ctx, to, move } = await twoPeople();
    const visit = await aVisit(ctx, null, { amount: 700 });
    await move(visit.visitId);
    expect(balances(shop, to)).toEqual([
      { kind: 'stamps', balance: 1 },
      { kind: 'points', balance: 7 },
    ]);
    expect(shop.rows('SELECT check_ins, identified, amount, identified_amount FROM day_totals')).toEqual([
      { check_ins: 1, identified: 1, amount: 700, identified_amount: 700 },
    ]);
  });

  it('goes by the programme the visit was written under, also when a reward is no longer offered', async () => {
    const { shop, ctx, from, to, move } = await twoPeople();
    const reward = stampReward(ctx);
    await visitTimes(ctx, from, 10);
    await visitTimes(ctx, to, 10);
    const visit = await aVisit(ctx, from, { amount: 1_000, redeem: [{ rewardId: reward.id }] });
    const other = { ...reward, id: newRewardId(ctx) };
    const others = rulesOf(ctx).rewards.filter((one) => one.id !== reward.id);
    await publishRules(ctx, { points: pointsFor(5, 100), rewards: [other, ...others] });
    await move(visit.visitId);
    expect(balances(shop, to)).toEqual([
      { kind: 'stamps', balance: 1 },
      { kind: 'points', balance: 55 },
    ]);
    expect(rulesOf(ctx).rewards).toEqual([other, ...others]);
  });

  it('of an older day repairs the months of both', async () => {
    const { shop, ctx, from, to, move } = await twoPeople();
    const visit = await aVisit(ctx, from);
    shop.clock.set(momentAt('2026-04-05 10:00'));
    await aVisit(ctx, from);
    await aVisit(ctx, to);
    await move(visit.visitId);
    const months = (customerId: number) =>
      shop.rows(
        'SELECT month, age, prev FROM customer_month WHERE customer_id = ? ORDER BY month',
        customerId,
      );
    expect(months(from)).toEqual([{ month: 24315, age: 0, prev: null }]);
    expect(months(to)).toEqual([
      { month: 24314, age: 0, prev: null },
      { month: 24315, age: 1, prev: 24314 },
    ]);
  });

  it('can be moved on and undone', async () => {
    const { shop, ctx, from, to, move } = await twoPeople();
    const visit = await aVisit(ctx, from);
    const moved = await move(visit.visitId);
    const back = await move(moved.visitId, from);
    await undoVisit(ctx, { requestId: aRequest(), visitId: back.visitId });
    expect([...balances(shop, from), ...balances(shop, to)].map((row) => row.balance)).toEqual([0, 0, 0, 0]);
    expect(shop.rows('SELECT check_ins FROM day_totals')).toEqual([{ check_ins: 0 }]);
  });
});

describe('a move that cannot be', () => {
  it('to the same customer, to nobody, or of an unknown visit', async () => {
    const { shop, ctx, from, move } = await twoPeople();
    const { visitId } = await aVisit(ctx, from);
    const before = allRows(shop);
    await expect(move(visitId, from)).rejects.toMatchObject({
      code: 'SameCustomer',
      data: { customerId: from },
    });
    await expect(move(visitId, 99)).rejects.toMatchObject({
      code: 'NotFound',
      data: { what: 'customer', id: 99 },
    });
    await expect(move(77)).rejects.toMatchObject({ code: 'NotFound', data: { what: 'visit', id: 77 } });
    expect(allRows(shop)).toEqual(before);
  });

  it('twice, or of an undone or old visit', async () => {
    const { shop, ctx, from, move } = await twoPeople();
    const moved = await aVisit(ctx, from);
    const old = await aVisit(ctx, from);
    await move(moved.visitId);
    await expect(move(moved.visitId)).rejects.toMatchObject({ code: 'AlreadyUndone' });
    shop.clock.set(momentAt('2026-05-10 10:00'));
    await expect(move(old.visitId)).rejects.toMatchObject({ code: 'UndoExpired' });
  });
});

describe('the same move again', () => {
  it('changes nothing and answers as the first time', async () => {
    const { shop, ctx, from, to, move } = await twoPeople();
    const visit = await aVisit(ctx, from);
    const requestId = aRequest();
    const [first, second] = await Promise.all([
      move(visit.visitId, to, requestId),
      move(visit.visitId, to, requestId),
    ]);
    expect(second).toEqual({ ...first, replayed: true });
    expect(shop.number('SELECT count(*) FROM visits')).toBe(3);
  });

  it('with something else is RequestIdReused, also as a check-in', async () => {
    const { ctx, from, to, move } = await twoPeople();
    const requestId = aRequest();
    const visit = await aVisit(ctx, from, { amount: 450 });
    await move(visit.visitId, to, requestId);
    await expect(move(visit.visitId, from, requestId)).rejects.toMatchObject({ code: 'RequestIdReused' });
    await expect(checkIn(ctx, { requestId, customerId: to, amount: 450 })).rejects.toMatchObject({
      code: 'RequestIdReused',
    });
  });
});
