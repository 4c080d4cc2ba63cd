import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustBalance } from '#electron/services/adjust-balance.ts';
import { answerConsent } from '#electron/services/change-customer.ts';
import { expireLots } from '#electron/services/daily-runs.ts';
import {
  expiringLots,
  programmeCost,
  reconciliation,
  reconciliationEntries,
} from '#electron/services/programme-lists.ts';
import { refundVisit } from '#electron/services/refund-visit.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { addDays, businessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import { aLife, live, tillSteps } from '#tests/support/history.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aReward, newRewardId, pointsFor, publishRules } from '#tests/support/rules.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt, rulesOf, type TestShop } from '#tests/support/shop.ts';

const page = { offset: 0, limit: 100 };

/** A point for each euro, ten points for a coffee that costs 0.85; points end after two months. */
async function aCoffeeShop(now = '2026-01-05 10:00') {
  const shop = await aShop({ now });
  const { pointsUnitId } = rulesOf(shop.ctx);
  const reward = aReward({ id: newRewardId(shop.ctx), unitId: pointsUnitId, price: 10, cost: 85 });
  await publishRules(shop.ctx, {
    points: pointsFor(1, 100),
    stampCards: [],
    bonuses: [],
    gifts: { signUp: null, referral: null, birthday: null, milestones: [] },
    tiers: null,
    rewards: [reward],
    expiry: { points: { kind: 'months', months: 2, graceDays: 0 }, stamps: { kind: 'never' } },
  });
  return { shop, unitId: pointsUnitId, rewardId: reward.id, reports: reportsOf(shop) };
}

const undo = (shop: TestShop, visitId: number) => undoVisit(shop.ctx, { requestId: aRequest(), visitId });

describe('the reconciliation', () => {
  it('closes in points and in money, with the sums written out', async () => {
    const { shop, unitId, rewardId, reports } = await aCoffeeShop();
    const aino = await aCustomer(shop.ctx);
    await aVisit(shop.ctx, aino, { amount: 2000 });
    shop.clock.set(momentAt('2026-02-03 10:00'));
    const slip = await aVisit(shop.ctx, aino, { amount: 700 });
    await undo(shop, slip.visitId);
    const lunch = await aVisit(shop.ctx, aino, { amount: 1200 });
    await refundVisit(shop.ctx, {
      requestId: aRequest(),
      visitId: lunch.visitId,
      amount: 500,
      returnRewards: false,
    });
    await adjustBalance(shop.ctx, {
      requestId: aRequest(),
      customerId: aino,
      unitId,
      change: -3,
      reason: 'Counted twice',
    });
    await aVisit(shop.ctx, aino, { amount: 0, redeem: [{ rewardId }] });
    // 20 of January end on 5 March; 3 and 10 of them are gone: 7 end.
    shop.clock.set(momentAt('2026-03-06 10:00'));
    expect(await expireLots(shop.ctx, reports)).toBe(1);
    const february = await reconciliation(shop.ctx, reports, { from: '2026-02-01', to: '2026-03-01' });
    expect(february.units).toEqual([
      {
        unitId,
        kind: 'points',
        name: '',
        opening: 20,
        earned: 7,
        adjusted: -3,
        redeemed: 10,
        expired: 0,
        closing: 14,
        openingCost: 170,
        // 27 points are worth 229.5, rounded up: each column is the difference of rounded sums.
        earnedCost: 60,
        adjustedCost: -26,
        redeemedCost: 85,
        expiredCost: 0,
        closingCost: 119,
      },
    ]);
    const march = await reconciliation(shop.ctx, reports, { from: '2026-03-01', to: '2026-04-01' });
    expect(march.units[0]).toMatchObject({
      opening: 14,
      expired: 7,
      closing: 7,
      expiredCost: 59,
      closingCost: 60,
    });
    const earned = await reconciliationEntries(shop.ctx, reports, {
      from: '2026-02-01',
      to: '2026-03-01',
      unitId,
      column: 'earned',
      ...page,
    });
    expect(earned.entries.map(({ change, why }) => [change, why.kind])).toEqual([
      [-5, 'refund'],
      [12, 'pointsForAmount'],
      [-7, 'undo'],
      [7, 'pointsForAmount'],
    ]);
    expect(earned.total).toBe(4);
    expect(earned.entries[0]).toMatchObject({ customerId: aino, name: 'Aino Virtanen', day: '2026-02-03' });
  });

  it('refuses an interval that ends before it begins, and takes an empty one', async () => {
    const { shop, reports } = await aCoffeeShop();
    const turned = reconciliation(shop.ctx, reports, { from: '2026-03-01', to: '2026-02-01' });
    await expect(turned).rejects.toMatchObject({ code: 'InvalidValue', data: { field: 'to' } });
    const noDate = reconciliation(shop.ctx, reports, { from: '2026-02-30', to: '2026-03-01' });
    await expect(noDate).rejects.toMatchObject({ code: 'InvalidValue', data: { field: 'from' } });
    const none = await reconciliation(shop.ctx, reports, { from: '2026-02-01', to: '2026-02-01' });
    expect(none.units).toMatchObject([{ opening: 0, closing: 0, closingCost: 0 }]);
  });

  it(
    'closes for every interval of every history, down to the entries',
    async () => {
      const day = fc.integer({ min: -3, max: 40 });
      await fc.assert(
        fc.asyncProperty(tillSteps, day, day, async (steps, one, other) => {
          const shop = await aShop({ now: '2026-03-01 10:00' });
          const reports = reportsOf(shop);
          const life = await aLife(shop);
          for (const step of steps) await live(life, step);
          const first = businessDay(Date.UTC(2026, 2, 1) / 86_400_000);
          const [from, to] = [addDays(first, Math.min(one, other)), addDays(first, Math.max(one, other))];
          const span = { from: formatDay(from), to: formatDay(to) };
          const { units } = await reconciliation(shop.ctx, reports, span);
          for (const unit of units) {
            const { unitId, opening, earned, adjusted, redeemed, expired, closing } = unit;
            const sumUntil = (until: number) =>
              shop.number(
                'SELECT COALESCE(SUM(change), 0) FROM ledger_entries WHERE unit_id = ? AND business_day < ?',
                unitId,
                until,
              );
            expect(opening).toBe(sumUntil(from));
            expect(closing).toBe(sumUntil(to));
            expect(opening + earned + adjusted - redeemed - expired).toBe(closing);
            const cost = unit.openingCost + unit.earnedCost + unit.adjustedCost;
            expect(cost - unit.redeemedCost - unit.expiredCost).toBe(unit.closingCost);
            for (const column of ['earned', 'adjusted', 'redeemed', 'expired'] as const) {
              const asked = { ...span, unitId, column, offset: 0, limit: 500 };
              const { entries, total } = await reconciliationEntries(shop.ctx, reports, asked);
              const sum = entries.reduce((all, entry) => all + entry.change, 0);
              expect(entries.length).toBe(total);
              expect(column === 'redeemed' || column === 'expired' ? 0 - sum : sum).toBe(unit[column]);
            }
          }
          await reports.close();
          shop.close();
        }),
        { numRuns: rounds(8) },
      );
    },
    rounds(120_000),
  );
});

describe('the list of what ends soon', () => {
  it('names whose it is, when, and whether they may be told, soonest first', async () => {
    const { shop, unitId, reports } = await aCoffeeShop();
    const [aino, berit] = [await aCustomer(shop.ctx), await aCustomer(shop.ctx, { name: 'Berit' })];
    await answerConsent(shop.ctx, {
      requestId: aRequest(),
      customerId: berit,
      purpose: 'contact',
      granted: true,
    });
    await aVisit(shop.ctx, aino, { amount: 500 });
    await aVisit(shop.ctx, aino, { amount: 300 });
    shop.clock.set(momentAt('2026-01-20 10:00'));
    await aVisit(shop.ctx, berit, { amount: 900 });
    shop.clock.set(momentAt('2026-03-01 10:00'));
    expect((await expiringLots(shop.ctx, reports, { days: 3, ...page })).people).toEqual([]);
    const soon = await expiringLots(shop.ctx, reports, { days: 30, ...page });
    expect(soon).toEqual({
      total: 2,
      people: [
        {
          customerId: aino,
          name: 'Aino Virtanen',
          unitId,
          kind: 'points',
          amount: 8,
          day: '2026-03-05',
          mayContact: false,
        },
        {
          customerId: berit,
          name: 'Berit',
          unitId,
          kind: 'points',
          amount: 9,
          day: '2026-03-20',
          mayContact: true,
        },
      ],
    });
    const second = await expiringLots(shop.ctx, reports, { days: 30, offset: 1, limit: 1 });
    expect(second).toMatchObject({ total: 2, people: [{ name: 'Berit' }] });
  });

  it('ends the points of a silent wallet by the newest visit of anybody who shares it', async () => {
    const { shop, unitId, reports } = await aCoffeeShop();
    await publishRules(shop.ctx, {
      expiry: { points: { kind: 'inactivity', months: 3, graceDays: 0 }, stamps: { kind: 'never' } },
    });
    const [aino, berit] = [await aCustomer(shop.ctx), await aCustomer(shop.ctx, { name: 'Berit' })];
    await aVisit(shop.ctx, aino, { amount: 1000 });
    const share = shop.database.writer.prepare(
      'UPDATE customers SET wallet_id = (SELECT wallet_id FROM customers WHERE id = ?) WHERE id = ?',
    );
    share.run(aino, berit);
    shop.clock.set(momentAt('2026-02-28 10:00'));
    await aVisit(shop.ctx, berit, { amount: 400 });
    shop.clock.set(momentAt('2026-05-27 10:00'));
    expect(await expireLots(shop.ctx, reports)).toBe(0);
    expect((await expiringLots(shop.ctx, reports, { days: 1, ...page })).people).toMatchObject([
      { unitId, amount: 14, day: '2026-05-28' },
    ]);
    shop.clock.set(momentAt('2026-05-28 10:00'));
    expect(await expireLots(shop.ctx, reports)).toBe(1);
    expect(shop.number('SELECT SUM(balance) FROM balances WHERE unit_id = ?', unitId)).toBe(0);
  });
});

describe('the cost of the programme', () => {
  it('counts last month, and what is owed now', async () => {
    const { shop, rewardId, reports } = await aCoffeeShop();
    const aino = await aCustomer(shop.ctx);
    await aVisit(shop.ctx, aino, { amount: 2000 });
    await aVisit(shop.ctx, null, { amount: 400 });
    await aVisit(shop.ctx, aino, { amount: 600, redeem: [{ rewardId }] });
    const slip = await aVisit(shop.ctx, aino, { amount: 100, redeem: [{ rewardId }] });
    await undo(shop, slip.visitId);
    shop.clock.set(momentAt('2026-02-03 10:00'));
    await aVisit(shop.ctx, aino, { amount: 200 });
    expect(await programmeCost(shop.ctx, reports)).toEqual({
      month: '2026-01',
      // 26 points of January at 0.85 for ten.
      atMost: 221,
      really: 85,
      memberSales: 2600,
      // 20 + 6 - 10 + 2 = 18 points.
      owed: 153,
      rewards: [{ rewardId, used: 1, cost: 85 }],
      // Of 2000, 600, 100 and 200, undone ones too: a sum that was typed is a sum that is usual.
      typicalAmount: 400,
      rhythmDays: null,
    });
  });

  it('knows how often regulars come as soon as there are five of them', async () => {
    const { shop, reports } = await aCoffeeShop();
    for (let person = 0; person < 5; person += 1) {
      const id = await aCustomer(shop.ctx, { name: `Person ${person}` });
      for (let visit = 0; visit < 4; visit += 1) {
        shop.clock.set(momentAt('2026-01-06 10:00') + visit * (3 + person) * 86_400_000);
        await aVisit(shop.ctx, id);
      }
    }
    shop.clock.set(momentAt('2026-02-03 10:00'));
    expect((await programmeCost(shop.ctx, reports)).rhythmDays).toBe(5);
  });
});
