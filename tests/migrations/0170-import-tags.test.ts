import BetterSqlite3 from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#migrations/index.ts';

it('keeps what imports wrote so far, and takes tags beside it', () => {
  const database = new BetterSqlite3(':memory:');
  database.pragma('foreign_keys = ON');
  onTestFinished(() => void database.close());
  const earlier = migrations.filter(({ number }) => number < 170);
  migrate(database, earlier, () => undefined);
  database.exec(`INSERT INTO staff (id, name, role, active, created_at) VALUES (1, 'Owner', 'owner', 1, 0);
    INSERT INTO wallets (id, created_at) VALUES (1, 0);
    INSERT INTO imports VALUES (1, 'r', 'customers', 'a.csv', 'h', 7, 1, '{}', 1, NULL, NULL, NULL);
    INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
    VALUES (1, 1, 'Aino', 'aino', 0, 0, 0, 1);
    INSERT INTO import_changes VALUES (1, 1, 'phone', '', '+358401234567')`);
  const aTag = "INSERT INTO import_changes VALUES (1, 1, 'tag', '', '5')";
  expect(() => database.exec(aTag)).toThrow('CHECK');
  migrate(database, migrations, () => undefined);
  database.exec(`${aTag}; INSERT INTO import_changes VALUES (1, 1, 'tagMade', '', '5')`);
  expect(database.prepare('SELECT field, after FROM import_changes').all()).toEqual([
    { field: 'phone', after: '+358401234567' },
    { field: 'tag', after: '5' },
    { field: 'tagMade', after: '5' },
  ]);
  expect(() => database.exec("INSERT INTO import_changes VALUES (1, 1, 'mood', '', 'good')")).toThrow(
    'CHECK',
  );
  expect(() => database.exec("INSERT INTO import_changes VALUES (1, 9, 'tag', '', '5')")).toThrow(
    'FOREIGN KEY',
  );
});
