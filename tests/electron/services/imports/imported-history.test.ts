import { describe, expect, it } from 'vitest';
import { driftCheck } from '#tests/support/drift-check.ts';
import { importedCustomers, importedVisits } from '#tests/support/imports.ts';
import { aShop, aVisit } from '#tests/support/shop.ts';

const lines = (...rows: readonly string[]): string => rows.join('\n');

describe('history beside the life of the till', () => {
  it('falls in line: sums, months and days are right for old and new', async () => {
    const shop = await aShop({ now: '2026-03-10 10:00' });
    await importedCustomers(shop.ctx, lines('id,name', '1,Aino Virtanen'));
    const id = shop.number('SELECT id FROM customers');
    await aVisit(shop.ctx, id, { amount: 500 });
    await importedVisits(
      shop.ctx,
      lines('id,date,amount', '1,2026-03-10,1.00', '1,2026-01-05,2.00', '1,2025-11-03,4.00'),
    );
    expect(shop.rows('SELECT visits, check_ins, spend FROM customer_stats')).toEqual([
      { visits: 3, check_ins: 4, spend: 1200 },
    ]);
    expect(shop.rows('SELECT month, visits, spend, age, prev FROM customer_month ORDER BY month')).toEqual([
      { month: 24310, visits: 1, spend: 400, age: 0, prev: null },
      { month: 24312, visits: 1, spend: 200, age: 2, prev: 24310 },
      { month: 24314, visits: 1, spend: 600, age: 4, prev: 24312 },
    ]);
    expect(shop.rows('SELECT check_ins, amount FROM day_totals ORDER BY business_day')).toEqual([
      { check_ins: 1, amount: 400 },
      { check_ins: 1, amount: 200 },
      { check_ins: 2, amount: 600 },
    ]);
    expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
  });
});
