import BetterSqlite3 from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#migrations/index.ts';

it('holds one customer for each person who works here, and only such as there are', () => {
  const database = new BetterSqlite3(':memory:');
  database.pragma('foreign_keys = ON');
  onTestFinished(() => void database.close());
  const earlier = migrations.filter(({ number }) => number < 160);
  migrate(database, earlier, () => undefined);
  database.exec(`INSERT INTO staff (id, name, role, active, created_at) VALUES (1, 'Owner', 'owner', 1, 0);
    INSERT INTO wallets (id, created_at) VALUES (1, 0);
    INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
    VALUES (1, 1, 'Aino', 'aino', 0, 0, 0, 1)`);
  migrate(database, migrations, () => undefined);
  database.exec('INSERT INTO staff_customers VALUES (1, 1)');
  expect(() => database.exec('INSERT INTO staff_customers VALUES (1, 1)')).toThrow('UNIQUE');
  expect(() => database.exec('INSERT INTO staff_customers VALUES (2, 1)')).toThrow('FOREIGN KEY');
  expect(() => database.exec('UPDATE staff_customers SET customer_id = 9')).toThrow('FOREIGN KEY');
});
