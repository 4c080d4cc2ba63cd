import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftCheck } from '#electron/repositories/drift.ts';
import { rebuildSummaries } from '#electron/services/rebuild-summaries.ts';
import { aLife, allSteps, live } from '#tests/support/history.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aCustomer, aShop, aVisit, type TestShop } from '#tests/support/shop.ts';

/** Every derived row, table by table. */
const derived = ({ rows }: TestShop) => ({
  stats: rows('SELECT * FROM customer_stats ORDER BY customer_id'),
  months: rows('SELECT * FROM customer_month ORDER BY customer_id, month'),
  days: rows('SELECT * FROM day_totals ORDER BY business_day'),
  balances: rows('SELECT * FROM balances ORDER BY wallet_id, unit_id'),
  lots: rows('SELECT * FROM lots ORDER BY entry_id'),
});

describe('the derived tables', () => {
  it(
    'are kept in step by every write: made anew they are the same, row for row',
    async () => {
      await fc.assert(
        fc.asyncProperty(allSteps, async (steps) => {
          const shop = await aShop({ now: '2026-01-30 23:30' });
          try {
            const life = await aLife(shop);
            for (const step of steps) await live(life, step);
            expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
            const kept = derived(shop);
            await rebuildSummaries(shop.ctx);
            expect(derived(shop)).toEqual(kept);
          } finally {
            shop.close();
          }
        }),
        { numRuns: rounds(25) },
      );
    },
    rounds(120_000),
  );

  it.each([
    ['customer_stats', 'UPDATE customer_stats SET spend = spend + 1', 2],
    ['customer_stats', 'DELETE FROM customer_stats', 1],
    ['customer_month', 'UPDATE customer_month SET prev = NULL WHERE prev IS NOT NULL', 2],
    [
      'customer_month',
      'UPDATE customer_month SET age = age + 1 WHERE month = (SELECT max(month) FROM customer_month)',
      2,
    ],
    ['customer_month', 'DELETE FROM customer_month WHERE month = (SELECT max(month) FROM customer_month)', 1],
    [
      'customer_month',
      'INSERT INTO customer_month SELECT month + 20, customer_id, 1, 0, 0, NULL FROM customer_month LIMIT 1',
      1,
    ],
    [
      'day_totals',
      'UPDATE day_totals SET rewards = rewards + 1 WHERE business_day = (SELECT max(business_day) FROM day_totals)',
      2,
    ],
    [
      'day_totals',
      'DELETE FROM day_totals WHERE business_day = (SELECT max(business_day) FROM day_totals)',
      1,
    ],
    ['balances', 'UPDATE balances SET carry_num = carry_num + 1 WHERE carry_den > 1', 2],
    ['balances', 'UPDATE balances SET balance = balance + 1 WHERE carry_den > 1', 2],
    ['balances', 'DELETE FROM balances WHERE carry_den > 1', 1],
    [
      'lots',
      'UPDATE lots SET remaining = remaining - 1 WHERE entry_id = (SELECT max(entry_id) FROM lots)',
      1,
    ],
  ])('in %s, %s is found and repaired', async (table, damage, found) => {
    const shop = await aShop({ now: '2026-01-30 10:00' });
    const { ctx, clock } = shop;
    const customerId = await aCustomer(ctx);
    await aVisit(ctx, customerId, { amount: 450 });
    clock.pass(3 * 24 * 60);
    await aVisit(ctx, customerId, { amount: 320 });
    const sound = derived(shop);
    shop.database.writer.exec(damage);
    const drift = await driftCheck(ctx.work.read);
    expect(drift.map((one) => one.table)).toEqual(Array.from({ length: found }, () => table));
    await rebuildSummaries(ctx);
    expect(derived(shop)).toEqual(sound);
    expect(await driftCheck(ctx.work.read)).toEqual([]);
  });

  it('say what stands there and what should', async () => {
    const shop = await aShop();
    const customerId = await aCustomer(shop.ctx);
    await aVisit(shop.ctx, customerId, { amount: 450 });
    shop.database.writer.exec('UPDATE customer_stats SET visits = 7');
    expect(await driftCheck(shop.ctx.work.read)).toMatchObject([
      { table: 'customer_stats', side: 'stored', row: { customer_id: customerId, visits: 7 } },
      { table: 'customer_stats', side: 'expected', row: { customer_id: customerId, visits: 1 } },
    ]);
  });
});
