import { beforeEach, describe, expect, it } from 'vitest';
import { Connection, type ReadDb } from '#electron/db/connection.ts';
import { queries, runs } from '#electron/reports/queries.ts';
import { addDays, businessMonth, monthOf, monthRange } from '#shared/domain/business-day/business-day.ts';
import { plansWhile } from '#tests/support/query-plans.ts';
import { aCustomer, aShop, aVisit, type TestShop } from '#tests/support/shop.ts';

const month = businessMonth(2026 * 12 + 1);
const { from: start, to: end } = monthRange(month);
const today = addDays(end, 20);
const period = { start, end, today, window: 60, tiers: [], versions: [] };
const upTo = { to: end, today };
const listener = { tell: () => undefined, pause: async () => undefined };
const page = { offset: 0, limit: 50 };

let shop: TestShop;

beforeEach(async () => {
  shop = await aShop({ now: '2026-02-03 10:00' });
  for (const name of ['Aino', 'Oona']) await aVisit(shop.ctx, await aCustomer(shop.ctx, { name }));
  shop.clock.pass(35 * 24 * 60);
  await aVisit(shop.ctx, await aCustomer(shop.ctx, { name: 'Late' }));
});

/** What SQLite does with the tables that grow with the years, and whether it sorts. */
async function plansOf(ask: (db: ReadDb) => Promise<unknown>): Promise<readonly string[]> {
  const { reader } = shop.database;
  const plans = await plansWhile([reader], () => ask(new Connection(reader)));
  expect(plans.length).toBeGreaterThan(0);
  return plans.flatMap((plan) => plan.lines);
}

/** Visits are the longest table: every one read must be in the index that was asked. */
const readsVisitRows = (line: string): boolean =>
  /^(SCAN|SEARCH) (v|visits)\b/.test(line) && !line.includes('COVERING INDEX');

const onIndex = (name: string) =>
  expect.stringMatching(new RegExp(`SEARCH visits USING COVERING INDEX ${name} `));

const reports: Readonly<Record<string, (db: ReadDb) => Promise<unknown>>> = {
  retention: (db) => queries.retention(db, period),
  cohorts: (db) => queries.cohorts(db, upTo),
  firstReturn: (db) => queries.firstReturn(db, upTo),
  gaps: (db) => runs.gaps(db, upTo, listener),
  trend: (db) => queries.trend(db, { ...period, periods: 24 }),
  frequency: (db) => queries.frequency(db, period),
  rfm: (db) => queries.rfm(db, upTo),
  silentVips: (db) => queries.silentVips(db, { ...upTo, days: 30 }, page),
  milestones: (db) => queries.milestones(db, period, page),
  topCustomers: (db) => queries.topCustomers(db, period, 50),
};

describe('the reports of the month end', () => {
  it.each(Object.keys(reports))('%s reads visits from covering indexes alone', async (name) => {
    const lines = await plansOf((db) => reports[name]?.(db) ?? expect.unreachable());
    expect(lines.filter(readsVisitRows)).toEqual([]);
  });

  it('read the days of a period by day, and need no sorting for them', async () => {
    const lines = await plansOf((db) => queries.trend(db, { ...period, periods: 24 }));
    expect(lines).toContainEqual(onIndex('visits_by_day'));
    const first = lines.findIndex((line) => line.includes('visits_by_day'));
    expect(lines.slice(first, first + 2).join()).not.toContain('TEMP B-TREE FOR GROUP BY');
  });

  it('read the gaps of everybody in the order of the index', async () => {
    const lines = await plansOf((db) => runs.gaps(db, upTo, listener));
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^SEARCH visits USING COVERING INDEX visits_by_customer \(customer_id>\? AND customer_id<\?\)/,
      ),
    );
    const search = lines.findIndex((line) => line.startsWith('SEARCH visits USING COVERING INDEX'));
    expect(lines.slice(0, search).join()).not.toContain('TEMP B-TREE FOR GROUP BY');
  });

  it('find the second visit by reading on in the index', async () => {
    const lines = await plansOf((db) => queries.firstReturn(db, upTo));
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^SEARCH v USING COVERING INDEX visits_by_customer \(customer_id=\? AND business_day>/,
      ),
    );
    const search = lines.findIndex((line) =>
      line.startsWith('SEARCH v USING COVERING INDEX visits_by_customer'),
    );
    expect(lines[search + 1] ?? '').not.toContain('TEMP B-TREE');
  });

  it('read one month of the sums per customer and month, not the visits', async () => {
    const lines = await plansOf((db) => queries.topCustomers(db, period, 50));
    expect(lines).toContainEqual('SEARCH customer_month USING PRIMARY KEY (month=?)');
    expect(lines.filter((line) => line.includes('visits'))).toEqual([]);
    expect(monthOf(start)).toBe(month);
  });

  it('read cohorts month by month', async () => {
    const lines = await plansOf((db) => queries.cohorts(db, upTo));
    expect(lines).toContainEqual('SEARCH customer_month USING PRIMARY KEY (month=?)');
    expect(
      lines.filter((line) => /^SCAN (customer_month|m)\b/.test(line) && !line.includes('INDEX')),
    ).toEqual([]);
  });
});
