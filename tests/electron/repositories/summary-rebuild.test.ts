import type { RawBuilder } from 'kysely';
import { describe, expect, it } from 'vitest';
import { queryBuilder } from '#electron/db/statement.ts';
import { rebuildCustomerSummaries } from '#electron/repositories/customer-rebuild.ts';
import {
  expectedDays,
  expectedMonths,
  expectedStats,
  inPortions,
  rebuildDayTotals,
} from '#electron/repositories/summary-rebuild.ts';
import { businessDay } from '#shared/domain/business-day/business-day.ts';
import { importedVisits } from '#tests/support/imports.ts';
import { aShop, type TestShop } from '#tests/support/shop.ts';

/** How SQLite goes about a query. */
function planOf({ database }: TestShop, query: RawBuilder<unknown>): string[] {
  const { sql, parameters } = query.compile(queryBuilder);
  const rows = database.reader.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as {
    detail: string;
  }[];
  return rows.map(({ detail }) => detail);
}

/** Steps that read a whole table or index of visits or entries. */
const scans = (plan: readonly string[]) =>
  plan.filter((step) => /^SCAN (visits|v|e|ledger_entries)\b/.test(step));

describe('ids in portions', () => {
  it('are all of them, in lists that fit into a statement', () => {
    const ids = Array.from({ length: 1234 }, (_, index) => index);
    const portions = inPortions(ids);
    expect(portions.map((portion) => portion.length)).toEqual([250, 250, 250, 250, 234]);
    expect(portions.flat()).toEqual(ids);
  });

  it('are none for none, and everything for everything', () => {
    expect(inPortions([])).toEqual([]);
    expect(inPortions('all')).toEqual(['all']);
  });
});

describe('making the summaries of a few anew', () => {
  it('reads their visits only', async () => {
    const shop = await aShop();
    for (const query of [
      expectedStats([1, 2]),
      expectedMonths([1, 2]),
      expectedDays([businessDay(20_000)]),
    ]) {
      const plan = planOf(shop, query);
      expect(scans(plan)).toEqual([]);
      expect(plan.some((step) => step.includes('USING COVERING INDEX visits_by_'))).toBe(true);
    }
  });

  it('leaves everybody else and every other day as they are', async () => {
    const shop = await aShop();
    const { ctx, database, rows, number } = shop;
    await importedVisits(ctx, ['id,date,amount', '1,2025-11-03,1.00', '2,2025-11-04,2.00'].join('\n'));
    database.writer.exec(
      'UPDATE customer_stats SET spend = 7; UPDATE customer_month SET spend = 7; UPDATE day_totals SET amount = 7',
    );
    const first = number("SELECT id FROM customers WHERE external_ref = '1'");
    const day = number('SELECT min(business_day) FROM visits');
    await ctx.work.write(async (tx) => {
      await rebuildCustomerSummaries(tx, [first]);
      await rebuildDayTotals(tx, [businessDay(day)]);
    });
    expect(rows('SELECT spend FROM customer_stats ORDER BY customer_id')).toEqual([
      { spend: 100 },
      { spend: 7 },
    ]);
    expect(rows('SELECT spend FROM customer_month ORDER BY customer_id')).toEqual([
      { spend: 100 },
      { spend: 7 },
    ]);
    expect(rows('SELECT amount FROM day_totals ORDER BY business_day')).toEqual([
      { amount: 100 },
      { amount: 7 },
    ]);
  });
});

describe('making all summaries anew', () => {
  it('reads the covering indexes in their order instead of the tables', async () => {
    const shop = await aShop();
    const days = expectedDays('all');
    for (const query of [expectedStats('all'), expectedMonths('all'), days]) {
      const reads = planOf(shop, query).filter((step) => /^(SCAN|SEARCH) visits\b/.test(step));
      for (const read of reads) expect(read).toMatch(/USING COVERING INDEX visits_by_(customer|day)/);
      // The second read of the days is that of visits of nobody alone.
      expect(reads.slice(1)).toEqual(
        query === days ? ['SEARCH visits USING COVERING INDEX visits_by_customer (customer_id=?)'] : [],
      );
    }
  });
});
