import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { highestId } from '#electron/db/highest-id.ts';
import { openDatabase } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { Ids } from '#electron/platform/ids.ts';
import { checkIn } from '#electron/services/check-in.ts';
import { readShopFacts } from '#electron/services/shop-context.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { disagreements } from '#tests/support/shop-file.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';
import { designVisits } from './design-lives.ts';
import { designNow, makeDesignShop } from './design-shop.ts';

const size = { customers: 300, visits: 3000, years: 3 };

describe('makeDesignShop', () => {
  it('writes a shop whose every sum agrees, and in which one can check in', { timeout: 60_000 }, async () => {
    const file = join(temporaryDirectory(), 'shop.sqlite');
    await makeDesignShop(file, size);
    const database = openDatabase(file);
    onTestFinished(() => database.close());
    const work = new UnitOfWork(database.writer, database.reader);
    const number = (sql: string) => Number(database.reader.prepare(sql).pluck().get());

    expect(number('SELECT count(*) FROM customers')).toBe(size.customers);
    expect(number('SELECT sum(sign) FROM visits')).toBeGreaterThan(0.99 * size.visits);
    expect(number('SELECT count(*) FROM visits WHERE sign = -1')).toBeGreaterThan(0);
    expect(number("SELECT count(*) FROM ledger_entries WHERE kind = 'redeem'")).toBeGreaterThan(20);
    expect(number('SELECT count(*) FROM customer_words')).toBeGreaterThan(200);
    expect(number("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")).toBe(
      indexesOfANewFile(),
    );

    const agrees = async () => {
      expect(await driftCheck(work.read)).toEqual([]);
      for (const [what, query] of Object.entries(disagreements)) {
        expect(database.reader.prepare(query).all(), what).toEqual([]);
      }
      expect(database.writer.pragma('foreign_key_check')).toEqual([]);
      expect(database.writer.pragma('integrity_check', { simple: true })).toBe('ok');
    };
    await agrees();

    const ids = new Ids(1, (table, from, to) => highestId(database.writer, table, from, to));
    const ctx = { work, ids, clock: { now: () => designNow }, facts: await readShopFacts(work.read) };
    for (const customerId of database.reader.prepare('SELECT id FROM customers LIMIT 20').pluck().all()) {
      await checkIn(ctx, { requestId: randomUUID(), customerId: Number(customerId), amount: 450 });
    }
    await agrees();
  });
});

function indexesOfANewFile(): number {
  const file = join(temporaryDirectory(), 'new.sqlite');
  openDatabase(file).close();
  const database = new Database(file, { readonly: true });
  try {
    return Number(
      database
        .prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL")
        .pluck()
        .get(),
    );
  } finally {
    database.close();
  }
}

describe('designVisits', () => {
  it('gives the same visits for the same size, as many as asked for, in order', () => {
    const visits = designVisits(size);
    expect(visits.count).toBe(size.visits);
    expect(designVisits(size)).toEqual(visits);
    const moments = Array.from(visits.day, (day, place) => day * 86_400 + (visits.second[place] ?? 0));
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    const identified = visits.customer.filter((customer) => customer >= 0).length;
    expect(identified / visits.count).toBeCloseTo(0.8, 1);
  });
});
