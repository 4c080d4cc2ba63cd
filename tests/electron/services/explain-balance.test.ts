import { describe, expect, it } from 'vitest';
import { explainBalance } from '#electron/services/explain-balance.ts';
import { moveVisit } from '#electron/services/move-visit.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { pointsFor, publishRules } from '#tests/support/rules.ts';
import { aCustomer, aRequest, aShop, aVisit, rulesOf, stampReward, visitTimes } from '#tests/support/shop.ts';

/** Ten visits, a reward, an undone visit, a visit moved away and one moved here, a visit under new rules. */
async function aFullLedger() {
  const shop = await aShop({ now: '2026-03-10 10:00' });
  const { ctx } = shop;
  const [customerId, other] = [await aCustomer(ctx), await aCustomer(ctx)];
  const { pointsUnitId } = rulesOf(ctx);
  const reward = stampReward(ctx);
  await visitTimes(ctx, customerId, 10);
  await aVisit(ctx, customerId, { amount: 730, redeem: [{ rewardId: reward.id }] });
  const undone = await aVisit(ctx, customerId, { amount: 500 });
  await undoVisit(ctx, { requestId: aRequest(), visitId: undone.visitId, reason: 'Wrong amount' });
  const away = await aVisit(ctx, customerId, { amount: 600 });
  await moveVisit(ctx, { requestId: aRequest(), visitId: away.visitId, customerId: other });
  const here = await aVisit(ctx, other, { amount: 800 });
  await moveVisit(ctx, { requestId: aRequest(), visitId: here.visitId, customerId });
  await publishRules(ctx, { points: pointsFor(2, 100) });
  await aVisit(ctx, customerId, { amount: 350 });
  const explain = (unitId: number, page = { offset: 0, limit: 100 }) =>
    explainBalance(ctx, { customerId, unitId, ...page });
  return { shop, ctx, customerId, pointsUnitId, stampUnitId: reward.unitId, explain };
}

describe('the explanation of a balance', () => {
  it.each(['points', 'stamps'] as const)('has rows that add up to it, of %s', async (kind) => {
    const { explain, pointsUnitId, stampUnitId } = await aFullLedger();
    const { balance, rows, total, ...unit } = await explain(kind === 'points' ? pointsUnitId : stampUnitId);
    expect(unit.kind).toBe(kind);
    expect(rows).toHaveLength(total);
    expect(rows[0]?.balance).toBe(balance);
    expect(rows.reduce((sum, row) => sum + row.change, 0)).toBe(balance);
    for (const [index, row] of rows.entries())
      expect(row.balance - row.change).toBe(rows[index + 1]?.balance ?? 0);
  });

  it('says of each row what made it, under which rules', async () => {
    const { explain, pointsUnitId, stampUnitId } = await aFullLedger();
    const points = (await explain(pointsUnitId)).rows;
    expect(
      points.map((row) => [row.kind, row.change, row.amount, row.programmeNumber, row.why.kind]),
    ).toEqual([
      ['earn', 7, 350, 3, 'pointsForAmount'],
      ['earn', 8, 800, 2, 'pointsForAmount'],
      ['reverse', -6, 600, 2, 'moved'],
      ['earn', 6, 600, 2, 'pointsForAmount'],
      ['reverse', -5, 500, 2, 'undo'],
      ['earn', 5, 500, 2, 'pointsForAmount'],
      ['earn', 7, 730, 2, 'pointsForAmount'],
      ...Array.from({ length: 10 }, (_, index) => [
        'earn',
        index % 2 === 0 ? 5 : 4,
        450,
        2,
        'pointsForAmount',
      ]),
    ]);
    expect(points[0]?.why).toEqual({
      kind: 'pointsForAmount',
      base: 350,
      points: 2,
      per: 100,
      carried: 15,
      bonus: null,
      tier: null,
      itemPoints: 0,
      capped: false,
    });
    expect(points.find((row) => row.why.kind === 'undo')?.why).toEqual({
      kind: 'undo',
      reason: 'Wrong amount',
    });
    const stamps = (await explain(stampUnitId)).rows;
    expect(stamps.find((row) => row.kind === 'redeem')).toMatchObject({
      change: -10,
      why: { kind: 'reward', rewardName: 'Free coffee' },
      staffName: 'Owner',
      day: '2026-03-10',
    });
  });

  it('is read page by page with the same balances', async () => {
    const { explain, stampUnitId } = await aFullLedger();
    const { rows, total } = await explain(stampUnitId);
    const paged = [];
    for (let offset = 0; offset < total; offset += 4) {
      const page = await explain(stampUnitId, { offset, limit: 4 });
      expect(page.total).toBe(total);
      paged.push(...page.rows);
    }
    expect(paged).toEqual(rows);
  });

  it('of somebody new has no rows', async () => {
    const { ctx, pointsUnitId } = await aFullLedger();
    const customerId = await aCustomer(ctx);
    const explained = await explainBalance(ctx, { customerId, unitId: pointsUnitId, offset: 0, limit: 10 });
    expect(explained).toMatchObject({ balance: 0, total: 0, rows: [] });
  });

  it('of somebody or something unknown is not there', async () => {
    const { ctx, customerId, pointsUnitId } = await aFullLedger();
    const explain = (ids: { customerId: number; unitId: number }) =>
      explainBalance(ctx, { ...ids, offset: 0, limit: 10 });
    await expect(explain({ customerId: 9, unitId: pointsUnitId })).rejects.toMatchObject({
      code: 'NotFound',
    });
    await expect(explain({ customerId, unitId: 9 })).rejects.toMatchObject({ code: 'NotFound' });
  });
});
