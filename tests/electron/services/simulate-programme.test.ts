import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundVisit } from '#electron/services/refund-visit.ts';
import { compareDraft, type SimulationEvent, simulateDraft } from '#electron/services/simulate-programme.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { aLife, live, tillSteps } from '#tests/support/history.ts';
import { reportsOf } from '#tests/support/reports.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCard, aReward, newRewardId, pointsFor, publishRules } from '#tests/support/rules.ts';
import {
  aCustomer,
  anItem,
  aRequest,
  aShop,
  aVisit,
  momentAt,
  rulesOf,
  type TestShop,
} from '#tests/support/shop.ts';

async function simulated(shop: TestShop, rules: ProgrammeRules, months = 12) {
  const events: SimulationEvent[] = [];
  for await (const event of simulateDraft(shop.ctx, reportsOf(shop), { rules, months })) events.push(event);
  const last = events.at(-1);
  if (last?.kind !== 'done') throw new Error('the simulation did not end');
  return { ...last, events };
}

/** What the ledger says was earned in a month: gifts count, what was undone does not. */
function earnedInMonth(shop: TestShop, kind: 'points' | 'stamps', month: string): number {
  return shop.number(
    `SELECT COALESCE(SUM(e.change), 0) FROM ledger_entries e JOIN units u ON u.id = e.unit_id
     LEFT JOIN ledger_entries r ON r.id = e.reverses_id JOIN visits v ON v.id = e.visit_id
     WHERE u.kind = ? AND strftime('%Y-%m', v.business_day * 86400, 'unixepoch') = ?
       AND COALESCE(r.kind, e.kind) IN ('earn', 'gift')`,
    kind,
    month,
  );
}

/** Two points a euro, a bag of beans for 20 points that costs 3.00. */
async function twoPointsAEuro(shop: TestShop): Promise<ProgrammeRules> {
  const { pointsUnitId } = rulesOf(shop.ctx);
  await publishRules(shop.ctx, {
    points: pointsFor(2, 100),
    stampCards: [],
    bonuses: [],
    gifts: { signUp: null, referral: null, birthday: null, milestones: [] },
    tiers: null,
    rewards: [
      aReward({ id: newRewardId(shop.ctx), unitId: pointsUnitId, price: 20, cost: 300, name: 'Beans' }),
    ],
  });
  return rulesOf(shop.ctx);
}

describe('a simulation', () => {
  it('replays the visits of each month by the rules of then and by the draft, with the sums written out', async () => {
    const shop = await aShop({ now: '2026-01-05 10:00' });
    const rules = await twoPointsAEuro(shop);
    const [aino, berit] = [await aCustomer(shop.ctx), await aCustomer(shop.ctx, { name: 'Berit' })];
    await aVisit(shop.ctx, aino, { amount: 1000 });
    await aVisit(shop.ctx, null, { amount: 5000 });
    shop.clock.set(momentAt('2026-02-10 10:00'));
    await aVisit(shop.ctx, aino, { amount: 550 });
    await aVisit(shop.ctx, berit, { amount: 450 });
    shop.clock.set(momentAt('2026-02-20 10:00'));
    await aVisit(shop.ctx, aino, { amount: 0, redeem: [{ rewardId: rules.rewards[0]?.id ?? 0 }] });
    const draft = {
      ...rules,
      points: pointsFor(1, 50),
      rewards: rules.rewards.map((one) => ({ ...one, cost: 400 })),
    };
    const { months, redemptionRate } = await simulated(shop, draft, 3);
    // Earned 20 + 11 + 9 = 40 points, worth 6.00; redeemed 20, worth 3.00: half of it.
    expect(redemptionRate).toBe(0.5);
    expect(months).toEqual([
      {
        month: '2026-01',
        visits: 1,
        amount: 1000,
        now: { points: 20, stamps: 0, redemptions: 0.5, cost: 150 },
        draft: { points: 20, stamps: 0, redemptions: 0.5, cost: 200 },
      },
      {
        month: '2026-02',
        visits: 3,
        amount: 1000,
        now: { points: 20, stamps: 0, redemptions: 0.5, cost: 150 },
        draft: { points: 20, stamps: 0, redemptions: 0.5, cost: 200 },
      },
    ]);
  });

  it('tells how far it is, the last word being all of it', async () => {
    const shop = await aShop({ now: '2026-01-05 10:00' });
    const rules = await twoPointsAEuro(shop);
    const aino = await aCustomer(shop.ctx);
    for (let day = 0; day < 5; day += 1) {
      shop.clock.set(momentAt(`2026-02-${10 + day} 10:00`));
      await aVisit(shop.ctx, aino);
    }
    const { events } = await simulated(shop, rules, 3);
    const progress = events.filter((event) => event.kind === 'progress');
    expect(progress.at(-1)).toEqual({ kind: 'progress', done: 5, total: 5 });
    expect(progress.every((event) => event.done <= event.total)).toBe(true);
  });

  it('is without months where nobody came', async () => {
    const shop = await aShop();
    const { months, redemptionRate } = await simulated(shop, rulesOf(shop.ctx));
    expect(months).toEqual([]);
    expect(redemptionRate).toBeNull();
  });

  it('looks at the pieces that were paid for, and at refunds as if the rest had been the sum', async () => {
    const shop = await aShop({ now: '2026-03-02 10:00' });
    const latte = await anItem(shop.ctx);
    const base = await twoPointsAEuro(shop);
    const [card] = [
      aCard({
        unitId: base.pointsUnitId + 1000,
        on: { kind: 'items', scopes: [{ kind: 'item', itemId: latte.id }] },
      }),
    ];
    const aino = await aCustomer(shop.ctx);
    const receipt = await aVisit(shop.ctx, aino, { amount: 960, items: [{ itemId: latte.id, quantity: 2 }] });
    await refundVisit(shop.ctx, {
      requestId: aRequest(),
      visitId: receipt.visitId,
      amount: 460,
      returnRewards: false,
    });
    const draft = { ...base, stampCards: [card] };
    const { months } = await simulated(shop, draft, 1);
    expect(months[0]).toMatchObject({
      amount: 500,
      now: { points: 10, stamps: 0 },
      draft: { points: 10, stamps: 2 },
    });
  });

  it(
    'with the rules as they were earns what the ledger earned, whatever happened at the till',
    async () => {
      await fc.assert(
        fc.asyncProperty(tillSteps, async (steps) => {
          const shop = await aShop({ now: '2026-03-01 10:00' });
          const life = await aLife(shop);
          // Taking back may leave a point that the remainders of both visits have made together.
          for (const step of steps) if (step.kind !== 'undo' && step.kind !== 'move') await live(life, step);
          const { months } = await simulated(shop, rulesOf(shop.ctx), 12);
          for (const { month, now } of months) {
            expect(now.points).toBe(earnedInMonth(shop, 'points', month));
            expect(now.stamps).toBe(earnedInMonth(shop, 'stamps', month));
          }
          shop.close();
        }),
        { numRuns: rounds(8) },
      );
    },
    rounds(120_000),
  );

  it('ends in the worker when its reader leaves, and other questions are answered meanwhile', async () => {
    const shop = await aShop({ now: '2026-01-05 10:00' });
    const rules = await twoPointsAEuro(shop);
    const aino = await aCustomer(shop.ctx);
    for (let day = 1; day <= 20; day += 1) {
      shop.clock.set(momentAt(`2026-02-${String(day).padStart(2, '0')} 10:00`));
      await aVisit(shop.ctx, aino);
    }
    const reports = reportsOf(shop);
    let seen = 0;
    for await (const event of simulateDraft(shop.ctx, reports, { rules, months: 12 })) {
      expect(event.kind).toBe('progress');
      seen += 1;
      break;
    }
    expect(seen).toBe(1);
    expect(await reports.ask('visitSpan', null)).toEqual({ firstDay: '2026-02-01', lastDay: '2026-02-20' });
    const leaving = new AbortController();
    const events: SimulationEvent[] = [];
    const reading = (async () => {
      for await (const event of simulateDraft(shop.ctx, reports, { rules, months: 12 }, leaving.signal)) {
        events.push(event);
        leaving.abort(new Error('gone'));
      }
    })();
    await expect(reading).rejects.toThrow('gone');
    expect(events.every((event) => event.kind === 'progress')).toBe(true);
  });
});

describe('the comparison with today', () => {
  it('says who would have earned more or less in the last 90 days, at reward cost', async () => {
    const shop = await aShop({ now: '2026-01-05 10:00' });
    const rules = await twoPointsAEuro(shop);
    const [aino, berit, cilla] = [
      await aCustomer(shop.ctx),
      await aCustomer(shop.ctx, { name: 'Berit' }),
      await aCustomer(shop.ctx, { name: 'Cilla' }),
    ];
    // Before the 90 days: does not count.
    await aVisit(shop.ctx, aino, { amount: 9900 });
    shop.clock.set(momentAt('2026-06-01 10:00'));
    await aVisit(shop.ctx, aino, { amount: 1000 });
    await aVisit(shop.ctx, berit, { amount: 400 });
    await aVisit(shop.ctx, cilla, { amount: 0 });
    // Sums under 5.00 earn nothing, all others double.
    const draft = { ...rules, points: pointsFor(4, 100, { minAmount: 500 }) };
    const compared = await compareDraft(shop.ctx, reportsOf(shop), draft);
    expect(compared).toMatchObject({ customers: 3, gains: 1, loses: 1, same: 1, tiers: [] });
    // 20 points at 3.00 for 20 = 3.00, doubled 6.00; 8 points = 1.20, then nothing.
    expect(compared.people).toEqual([
      { customerId: aino, name: 'Aino Virtanen', now: 300, draft: 600 },
      { customerId: berit, name: 'Berit', now: 120, draft: 0 },
    ]);
  });
});
