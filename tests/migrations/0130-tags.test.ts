import BetterSqlite3 from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#migrations/index.ts';

it('holds one tag of a name, gives the name of a removed one again, and a tag to everybody once', () => {
  const database = new BetterSqlite3(':memory:');
  database.pragma('foreign_keys = ON');
  onTestFinished(() => {
    database.close();
  });
  migrate(
    database,
    migrations.filter(({ number }) => number < 130),
    () => undefined,
  );
  database.exec(`INSERT INTO staff (id, name, role, active, created_at) VALUES (1, 'Owner', 'owner', 1, 0);
    INSERT INTO wallets (id, created_at) VALUES (1, 0);
    INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
    VALUES (1, 1, 'Aino', 'aino', 0, 0, 0, 1)`);
  migrate(database, migrations, () => undefined);
  const add = (id: number, name: string, colour: string | null = null) =>
    database.prepare('INSERT INTO tags VALUES (?, ?, ?, ?, 0, 1, NULL)').run(id, name, name, colour);
  add(1, 'vip', 'green');
  expect(() => add(2, 'vip')).toThrow('UNIQUE');
  expect(() => add(2, '')).toThrow('CHECK');
  expect(() => add(2, 'other', 'pink')).toThrow('CHECK');
  database.exec('UPDATE tags SET removed_at = 5');
  add(2, 'vip');
  database.exec('INSERT INTO customer_tags VALUES (1, 2, 0, 1)');
  expect(() => database.exec('INSERT INTO customer_tags VALUES (1, 2, 9, 1)')).toThrow('UNIQUE');
  expect(() => database.exec('INSERT INTO customer_tags VALUES (1, 7, 0, 1)')).toThrow('FOREIGN KEY');
});
