import { readFileSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { shopFile } from '#electron/db/open-database.ts';
import { explainBalance } from '#electron/services/explain-balance.ts';
import { undoVisit } from '#electron/services/undo-visit.ts';
import { firstShop } from '#migrations/0010-first-shop.ts';
import { balanceRow } from '#shared/contract/loyalty.ts';
import { programmeRules } from '#shared/contract/programme-rules.ts';
import { driftCheck } from '#tests/support/drift-check.ts';
import { brokenLaws } from '#tests/support/ledger-laws.ts';
import { aRequest, aVisit, openTestShop } from '#tests/support/shop.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const firstShopRows = readFileSync(new URL('./first-shop.sql', import.meta.url), 'utf8');

/** Rows as the first shape kept them: eleven visits, a full card, a visit undone, one moved, a card, a note. */
function aShopOfTheFirstShape(): string {
  const directory = temporaryDirectory();
  const database = new BetterSqlite3(shopFile(directory));
  migrate(database, [firstShop], () => undefined);
  database.exec(firstShopRows);
  database.close();
  return directory;
}

const anna = 1099511627777;
const stampUnit = 1099511627778;
const pointsUnit = 1099511627777;
const now = '2026-03-15 12:00';

describe('a shop of the first shape', () => {
  it('keeps every row of visits and ledger, every balance and every lot', async () => {
    const directory = aShopOfTheFirstShape();
    const old = new BetterSqlite3(shopFile(directory));
    const tables = [
      'visits',
      'ledger_entries',
      'ledger_draws',
      'lots',
      'balances',
      'customer_stats',
      'requests',
    ];
    const columns = new Map(
      tables.map((table) => [
        table,
        (old.pragma(`table_info(${table})`) as { name: string }[])
          .map(({ name }) => name)
          .filter((name) => name !== 'why'),
      ]),
    );
    const read = (database: BetterSqlite3.Database) =>
      tables.map((table) =>
        database.prepare(`SELECT ${columns.get(table)?.join(', ')} FROM ${table} ORDER BY 1, 2`).all(),
      );
    const before = read(old);
    expect(before.map((rows) => rows.length > 1)).toEqual(tables.map(() => true));
    old.close();
    const shop = await openTestShop(directory, now);
    expect(read(shop.database.writer)).toEqual(before);
    expect(shop.database.writer.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(shop.database.writer.pragma('foreign_key_check')).toEqual([]);
    expect(shop.database.writer.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('breaks no law of the ledger, and its sums are those of its rows', async () => {
    const shop = await openTestShop(aShopOfTheFirstShape(), now);
    expect(brokenLaws(shop)).toEqual([]);
    expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
  });

  it('has rules and reasons that the contract knows', async () => {
    const shop = await openTestShop(aShopOfTheFirstShape(), now);
    const { rules } = shop.ctx.facts?.programmes[0] ?? expect.fail('a programme');
    expect(programmeRules.parse(rules)).toEqual(rules);
    expect(rules.points).toMatchObject({ points: 1, per: 100, dailyCap: null });
    expect(rules.stampCards).toEqual([
      {
        unitId: stampUnit,
        name: 'Coffee card',
        size: 10,
        stamps: 1,
        on: { kind: 'visit', minAmount: 0 },
        perDay: null,
      },
    ]);
    expect(rules.rewards.map(({ name, kind, price, active }) => ({ name, kind, price, active }))).toEqual([
      { name: 'Free coffee', kind: 'freeItem', price: 10, active: true },
      { name: 'Bag of beans', kind: 'freeItem', price: 500, active: true },
    ]);
    for (const unitId of [stampUnit, pointsUnit]) {
      const page = await explainBalance(shop.ctx, { customerId: anna, unitId, offset: 0, limit: 100 });
      expect(page.rows.length).toBeGreaterThan(10);
      expect(balanceRow.array().parse(page.rows)).toEqual(page.rows);
    }
  });

  it('goes on: earns, undoes what was written before, and refuses to change what is written', async () => {
    const shop = await openTestShop(aShopOfTheFirstShape(), now);
    const receipt = await aVisit(shop.ctx, anna, { amount: 567 });
    expect(receipt.changes.map(({ earned }) => earned)).toEqual([1, expect.any(Number)]);
    const [visit] = shop.rows<{ id: number }>(
      'SELECT v.id FROM visits AS v LEFT JOIN visits AS r ON r.reverses_id = v.id WHERE v.sign = 1 AND r.id IS NULL AND v.customer_id = ? ORDER BY v.id LIMIT 1',
      anna,
    );
    await undoVisit(shop.ctx, { requestId: aRequest(), visitId: visit?.id ?? 0 });
    expect(brokenLaws(shop)).toEqual([]);
    expect(await driftCheck(shop.ctx.work.read)).toEqual([]);
    for (const table of ['visits', 'ledger_entries', 'programme_versions']) {
      expect(() => shop.database.writer.exec(`UPDATE ${table} SET id = id`)).toThrow('append-only');
      expect(() => shop.database.writer.exec(`DELETE FROM ${table}`)).toThrow('append-only');
    }
  });
});
