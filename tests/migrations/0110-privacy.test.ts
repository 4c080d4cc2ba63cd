import BetterSqlite3 from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#migrations/index.ts';

function aDatabase() {
  const database = new BetterSqlite3(':memory:');
  database.pragma('foreign_keys = ON');
  onTestFinished(() => {
    database.close();
  });
  const earlier = migrations.filter(({ number }) => number < 110);
  migrate(database, earlier, () => undefined);
  database.exec(`INSERT INTO staff (id, name, role, active, created_at) VALUES (1, 'Owner', 'owner', 1, 0);
    INSERT INTO wallets (id, created_at) VALUES (1, 0);
    INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
    VALUES (1, 1, 'Aino', 'aino', 0, 0, 0, 1);
    INSERT INTO consents VALUES (7, 1, 'contact', 1, 1, 5, 2, 1)`);
  return database;
}

it('keeps every answer as it was, for all channels, and lets nobody change one', () => {
  const database = aDatabase();
  migrate(database, migrations, () => undefined);
  expect(database.prepare('SELECT * FROM consents').all()).toEqual([
    {
      ...{ id: 7, customer_id: 1, purpose: 'contact', granted: 1, text_version: 1 },
      ...{ at: 5, business_day: 2, staff_id: 1, place: null },
    },
  ]);
  expect(() => database.exec('UPDATE consents SET granted = 0')).toThrow('append-only');
  expect(() => database.exec('DELETE FROM consents')).toThrow('append-only');
  const add = (purpose: string) =>
    database.exec(`INSERT INTO consents VALUES (8, 1, '${purpose}', 1, 1, 6, 2, 1, 'till')`);
  expect(() => add('fax')).toThrow('CHECK');
  add('text');
});
