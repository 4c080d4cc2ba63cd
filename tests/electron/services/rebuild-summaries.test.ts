import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Drift } from '#electron/repositories/drift.ts';
import { rebuildSummaries, repairSummaries } from '#electron/services/rebuild-summaries.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
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

  it.each([
    [
      'spend of two months of one customer changed places',
      `UPDATE customer_month SET spend = (SELECT spend FROM was AS o
        WHERE o.customer_id = customer_month.customer_id AND o.month <> customer_month.month)
        WHERE customer_id = :first`,
      4,
    ],
    [
      'spend of two customers in one month changed places',
      `UPDATE customer_month SET spend = (SELECT spend FROM was AS o
        WHERE o.customer_id <> customer_month.customer_id AND o.month = customer_month.month)`,
      8,
    ],
    [
      'offsets that cancel out in every row and every column of a square',
      `UPDATE customer_month SET visits = visits + 1,
        spend = spend + iif((customer_id = :first) = (month = (SELECT min(month) FROM customer_month)), 7, -7)`,
      8,
    ],
    [
      'first months of two customers changed places',
      'UPDATE customer_month SET age = age + iif(customer_id = :first, 1, -1) WHERE age + 1 > 0 AND prev IS NOT NULL',
      4,
    ],
    [
      'stats of two customers changed places',
      `UPDATE customer_stats SET (visits, spend) = (SELECT o.visits, o.spend FROM was AS o
        WHERE o.customer_id <> customer_stats.customer_id)`,
      4,
    ],
    [
      'a row without a visit',
      'INSERT INTO customer_month SELECT month + 9, customer_id, 0, 0, 0, NULL FROM customer_month LIMIT 1',
      1,
    ],
    [
      'last moments that cancel out',
      'UPDATE customer_stats SET last_at = last_at + iif(customer_id = :first, 5, -5)',
      4,
    ],
    [
      'balances of two wallets changed places',
      `UPDATE balances SET balance = (SELECT o.balance FROM was AS o
        WHERE o.unit_id = balances.unit_id AND o.wallet_id <> balances.wallet_id) WHERE balance > 1`,
      8,
    ],
    [
      'a remainder that is not reduced',
      'UPDATE balances SET carry_num = carry_num * 2, carry_den = carry_den * 2',
      8,
    ],
    [
      'remainders of two lots that cancel out',
      `UPDATE lots SET remaining = remaining + iif(entry_id = (SELECT lot_id FROM ledger_draws), 1, -1)
        WHERE entry_id IN (SELECT lot_id FROM ledger_draws UNION SELECT max(entry_id) FROM lots)`,
      2,
    ],
  ])('that drifted so that plain sums agree are found and repaired: %s', async (_name, damage, found) => {
    const shop = await aShop({ now: '2026-01-30 10:00' });
    const { ctx, clock, database } = shop;
    const first = await aCustomer(ctx);
    const second = await aCustomer(ctx);
    for (const amounts of [
      [451, 1720],
      [833, 2945],
      [919, 1236],
    ] as const) {
      await aVisit(ctx, first, { amount: amounts[0] });
      await aVisit(ctx, second, { amount: amounts[1] });
      await aVisit(ctx, second, { amount: 300 });
      clock.pass(amounts[0] === 451 ? 5 : 3 * 24 * 60);
    }
    database.writer.exec(`INSERT INTO ledger_draws (id, entry_id, lot_id, amount)
        SELECT 1, max(entry_id), min(entry_id), 1 FROM lots WHERE amount > 1;
      UPDATE lots SET remaining = remaining - 1 WHERE entry_id = (SELECT lot_id FROM ledger_draws)`);
    const sound = derived(shop);
    expect(await driftCheck(ctx.work.read)).toEqual([]);
    // A change that reads what it changes would see its own rows.
    const [, table] = /^(?:UPDATE|INSERT INTO) (\w+)/.exec(damage) ?? [];
    database.writer.exec(`CREATE TEMP TABLE was AS SELECT * FROM ${table}`);
    database.writer.exec(damage.replace(':first', String(first)));
    const drift = await driftCheck(ctx.work.read);
    expect(drift).toHaveLength(found);
    await rebuildSummaries(ctx);
    expect(derived(shop)).toEqual(sound);
    expect(await driftCheck(ctx.work.read)).toEqual([]);
  });

  it('that were lost altogether are made anew', async () => {
    const shop = await aShop({ now: '2026-01-30 23:30' });
    const life = await aLife(shop);
    for (const steps of fc.sample(allSteps, { numRuns: 3, seed: 7 }))
      for (const step of steps) await live(life, step);
    const sound = derived(shop);
    shop.database.writer.exec(`DELETE FROM customer_stats; DELETE FROM customer_month; DELETE FROM day_totals;
      DELETE FROM balances; UPDATE lots SET remaining = amount`);
    await rebuildSummaries(shop.ctx);
    expect(derived(shop)).toEqual(sound);
    const changes = shop.number('SELECT total_changes()');
    await rebuildSummaries(shop.ctx);
    expect(shop.number('SELECT total_changes()')).toBe(changes);
  });

  it('are all made anew where more has drifted than is named', async () => {
    const shop = await aShop();
    await aVisit(shop.ctx, await aCustomer(shop.ctx), { amount: 450 });
    const sound = derived(shop);
    shop.database.writer.exec('UPDATE customer_stats SET spend = 7; DELETE FROM day_totals');
    const named = { table: 'customer_month', side: 'stored', row: { customer_id: 1 } } as const;
    await repairSummaries(shop.ctx, Array(4_999).fill(named));
    expect(derived(shop)).not.toEqual(sound);
    await repairSummaries(shop.ctx, Array(5_000).fill(named));
    expect(derived(shop)).toEqual(sound);
  });

  it('have no column in which a single change is not found, named and repaired', async () => {
    const shop = await aShop({ now: '2026-01-30 10:00' });
    const { ctx, clock, rows } = shop;
    const { writer } = shop.database;
    const customers = [await aCustomer(ctx), await aCustomer(ctx)];
    for (const amount of [451, 833, 1720]) {
      for (const customerId of customers) await aVisit(ctx, customerId, { amount });
      clock.pass(20 * 24 * 60);
    }
    const keys = {
      customer_stats: 'customer_id',
      customer_month: 'month, customer_id',
      day_totals: 'business_day',
      balances: 'wallet_id, unit_id',
    };
    const sound = derived(shop);
    const stored = (table: string) => rows(`SELECT * FROM ${table}`).map((row) => JSON.stringify(row));
    for (const [table, key] of Object.entries(keys)) {
      const before = stored(table);
      for (const { name } of rows<{ name: string }>(`PRAGMA table_info(${table})`)) {
        const by = key.split(', ').includes(name) ? 100_000 : 1;
        writer.pragma('foreign_keys = OFF');
        writer.exec(`UPDATE ${table} SET ${name} = COALESCE(${name}, 0) + ${by} WHERE (${key}) =
          (SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT 1 OFFSET 1)`);
        writer.pragma('foreign_keys = ON');
        const after = stored(table);
        const named = (side: string, drift: readonly Drift[]) =>
          drift
            .filter((one) => one.table === table && one.side === side)
            .map(({ row }) => JSON.stringify(row));
        const drift = await driftCheck(ctx.work.read);
        expect(drift, `${table}.${name}`).toHaveLength(2);
        expect(named('stored', drift)).toEqual(after.filter((row) => !before.includes(row)));
        expect(named('expected', drift)).toEqual(before.filter((row) => !after.includes(row)));
        await repairSummaries(ctx, drift);
        expect(derived(shop), `${table}.${name}`).toEqual(sound);
      }
    }
    expect(await driftCheck(ctx.work.read)).toEqual([]);
  });

  const tables = {
    customer_stats: ['visits', 'check_ins', 'spend', 'amount_check_ins', 'first_day', 'last_day', 'last_at'],
    customer_month: ['visits', 'spend', 'age', 'prev'],
    day_totals: ['check_ins', 'identified', 'amount', 'identified_amount', 'amount_check_ins', 'rewards'],
    balances: ['balance', 'carry_num'],
    lots: ['remaining'],
  } as const;

  /** Adds an amount to a value of some row, in whatever table. */
  const aDamage = fc.oneof(
    ...Object.entries(tables).map(([table, columns]) =>
      fc.record({
        table: fc.constant(table),
        column: fc.constantFrom(...columns),
        row: fc.nat({ max: 400 }),
        by: fc.integer({ min: -3, max: 3 }).filter((by) => by !== 0),
      }),
    ),
  );

  it(
    'are found to have drifted exactly where any row is not what it was, whatever was done to them',
    async () => {
      const shop = await aShop({ now: '2026-01-30 23:30' });
      const life = await aLife(shop);
      for (const steps of fc.sample(allSteps, { numRuns: 4, seed: 11 })) {
        for (const step of steps) await live(life, step);
      }
      const { writer } = shop.database;
      const sound = derived(shop);
      expect(sound.months.length).toBeGreaterThan(3);
      await fc.assert(
        fc.asyncProperty(fc.array(aDamage, { minLength: 1, maxLength: 6 }), async (damages) => {
          for (const { table, column, row, by } of damages) {
            const rows = shop.number(`SELECT count(*) FROM ${table}`);
            const key = table === 'balances' || table === 'customer_month' ? null : 'rowid';
            const ordered = key ?? (table === 'balances' ? 'wallet_id, unit_id' : 'month, customer_id');
            // OR IGNORE: a lot never holds less than nothing or more than it had.
            writer.exec(`UPDATE OR IGNORE ${table} SET ${column} = ${column} + ${by} WHERE (${ordered}) =
              (SELECT ${ordered} FROM ${table} ORDER BY ${ordered} LIMIT 1 OFFSET ${row % rows})`);
          }
          const isSound = JSON.stringify(derived(shop)) === JSON.stringify(sound);
          const drift = await driftCheck(shop.ctx.work.read);
          expect(drift.length === 0).toBe(isSound);
          await repairSummaries(shop.ctx, drift);
          expect(derived(shop)).toEqual(sound);
        }),
        { numRuns: rounds(60) },
      );
    },
    rounds(120_000),
  );
});
