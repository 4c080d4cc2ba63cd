import { describe, expect, it } from 'vitest';
import { driftCheck } from '#tests/support/drift-check.ts';
import { importedVisits } from '#tests/support/imports.ts';
import { readReference } from '#tests/support/reference.ts';
import { sharedReference } from '#tests/support/shared-reference.ts';
import { aShop, type TestShop } from '#tests/support/shop.ts';

const bytesOf = (content: Buffer): Blob => new Blob([new Uint8Array(content)]);

/** What is in the shop after an import, counted by the database itself. */
const countsOf = ({ number }: TestShop) => ({
  visits: number('SELECT count(*) FROM visits'),
  customers: number('SELECT count(*) FROM customers'),
  amount: number('SELECT sum(amount) FROM visits'),
  customerDays: number('SELECT count(*) FROM (SELECT DISTINCT customer_id, business_day FROM visits)'),
  entries: number('SELECT count(*) FROM ledger_entries'),
});

describe('the reference logs, as they are and with nothing chosen', () => {
  it.each([
    ['synthetic_cafe_transactions.csv', 4562, 400],
    ['synthetic_salon_transactions.csv', 1343, 150],
  ])('%s: %i visits of %i customers', async (name, rows, customers) => {
    const text = readReference(name);
    const lines = text.trim().split('\n').slice(1);
    const cents = lines.reduce((sum, line) => sum + Math.round(Number(line.split(',')[2]) * 100), 0);
    const customerDays = new Set(lines.map((line) => line.split(',').slice(0, 2).join())).size;
    const days = lines.map((line) => line.split(',')[1] ?? '').sort();
    const shop = await aShop();
    const report = await importedVisits(shop.ctx, bytesOf(Buffer.from(text)));
    expect(report).toMatchObject({
      dryRun: false,
      rows,
      written: rows,
      already: 0,
      refused: 0,
      newCustomers: customers,
      matchedCustomers: 0,
      visits: customerDays,
      firstDay: days[0],
      lastDay: days.at(-1),
      amount: cents,
      problems: [],
      columns: { customer: 0, date: 1, amount: 2, time: null, name: null },
      reading: { encoding: 'utf-8', delimiter: ',', dateFormat: 'y-m-d', decimal: '.', hasHeader: true },
    });
    expect(countsOf(shop)).toEqual({ visits: rows, customers, amount: cents, customerDays, entries: 0 });
    expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
  });

  it('CDNOW: 6,919 rows of 2,357 customers, the quantity left aside, in a few seconds', async (context) => {
    const content = sharedReference(context, 'cdnow_transactions.csv');
    const shop = await aShop();
    const started = performance.now();
    const report = await importedVisits(shop.ctx, bytesOf(content));
    const seconds = (performance.now() - started) / 1000;
    expect(report).toMatchObject({
      rows: 6919,
      written: 6919,
      refused: 0,
      newCustomers: 2357,
      firstDay: '1997-01-01',
      lastDay: '1998-06-30',
      columns: { customer: 0, date: 1, amount: 3 },
    });
    const sum = content
      .toString()
      .trim()
      .split('\n')
      .slice(1)
      .reduce((total, line) => total + Math.round(Number(line.trim().split(',')[3]) * 100), 0);
    expect(report.amount).toBe(sum);
    expect(countsOf(shop)).toMatchObject({ visits: 6919, customers: 2357, amount: sum });
    expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
    // Far above what it takes; it must not become a wait.
    expect(seconds).toBeLessThan(15);
    context.annotate(`imported in ${seconds.toFixed(2)} s`);
  });

  it('grocery: 10,483 rows of 1,525 customers without an amount', async (context) => {
    const content = sharedReference(context, 'grocery_transactions.csv');
    const shop = await aShop();
    const report = await importedVisits(shop.ctx, bytesOf(content));
    expect(report).toMatchObject({
      rows: 10483,
      written: 10483,
      refused: 0,
      newCustomers: 1525,
      amount: 0,
      columns: { customer: 0, date: 1, amount: null },
    });
    expect(shop.number('SELECT count(*) FROM visits WHERE amount IS NULL')).toBe(10483);
    expect(shop.number('SELECT sum(amount_check_ins) FROM customer_stats')).toBe(0);
    expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
  });
});
