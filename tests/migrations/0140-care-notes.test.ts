import BetterSqlite3 from 'better-sqlite3';
import { expect, it, onTestFinished } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#migrations/index.ts';

it('keeps notes of two kinds, which only come and go', () => {
  const database = new BetterSqlite3(':memory:');
  database.pragma('foreign_keys = ON');
  onTestFinished(() => {
    database.close();
  });
  const earlier = migrations.filter(({ number }) => number < 140);
  migrate(database, earlier, () => undefined);
  database.exec(`INSERT INTO staff (id, name, role, active, created_at) VALUES (1, 'Owner', 'owner', 1, 0);
    INSERT INTO wallets (id, created_at) VALUES (1, 0);
    INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
    VALUES (1, 1, 'Aino', 'aino', 0, 0, 0, 1)`);
  migrate(database, migrations, () => undefined);
  const add = (id: number, kind: string) =>
    database.exec(
      `INSERT INTO care_notes VALUES (${id}, 'request-${id}', 1, '${kind}', 'PPD, clear', 4, 5, 4, 1)`,
    );
  add(1, 'patchTest');
  expect(() => add(1, 'patchTest')).toThrow('UNIQUE');
  expect(() => add(2, 'gossip')).toThrow('CHECK');
  expect(() => database.exec("UPDATE care_notes SET text = ''")).toThrow('only go');
  database.exec('DELETE FROM care_notes');
  database.exec('INSERT INTO kept_people VALUES (1, 5, 4, 1)');
  expect(() => database.exec('INSERT INTO kept_people VALUES (9, 5, 4, 1)')).toThrow('FOREIGN KEY');
});
