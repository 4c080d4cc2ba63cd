import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#migrations/index.ts';

const upTo = (number: number) => migrations.filter((migration) => migration.number <= number);

function aDatabase(number: number) {
  const database = new BetterSqlite3(':memory:');
  database.pragma('foreign_keys = ON');
  onTestFinished(() => {
    database.close();
  });
  migrate(database, upTo(number), () => undefined);
  database.exec("INSERT INTO staff VALUES (1, 'Owner', 'owner', 1, 0)");
  return database;
}

const aCustomer = `INSERT INTO wallets (id, created_at) VALUES (1, 0);
  INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, import_id, created_at, created_by)
  VALUES (1, 1, 'Aino', 'aino', 0, 0, 1, 0, 1)`;

describe('imports that can be undone', () => {
  it('keep those made before, with what came of them, as imports without a record', () => {
    const database = aDatabase(40);
    database.exec(
      `INSERT INTO imports VALUES (1, 'r', 'customers', 'a.csv', 'h', 7, 1, '{"rows":1}'); ${aCustomer}`,
    );
    migrate(database, migrations, () => undefined);
    expect(database.prepare('SELECT * FROM imports').all()).toEqual([
      {
        ...{
          id: 1,
          request_id: 'r',
          kind: 'customers',
          file_name: 'a.csv',
          file_hash: 'h',
          at: 7,
          staff_id: 1,
        },
        ...{ report: '{"rows":1}', keeps_changes: 0, undone_at: null, undone_by: null, undone: null },
      },
    ]);
    expect(database.prepare('SELECT import_id FROM customers').pluck().get()).toBe(1);
    expect(() => database.exec('DELETE FROM imports')).toThrow('FOREIGN KEY');
  });

  it('are either undone in full or not at all, and name known kinds and fields', () => {
    const database = aDatabase(50);
    const anImport = (kind: string, undone: string) =>
      `INSERT INTO imports VALUES (1, 'r', '${kind}', 'a.csv', 'h', 7, 1, '{}', 1, ${undone})`;
    expect(() => database.exec(anImport('guesses', 'NULL, NULL, NULL'))).toThrow('CHECK');
    expect(() => database.exec(anImport('balances', '9, NULL, NULL'))).toThrow('CHECK');
    expect(() => database.exec(anImport('balances', "NULL, 1, '{}'"))).toThrow('CHECK');
    database.exec(`${anImport('balances', "9, 1, '{}'")}; ${aCustomer}`);
    expect(() => database.exec("INSERT INTO import_changes VALUES (1, 1, 'mood', '', 'good')")).toThrow(
      'CHECK',
    );
    database.exec("INSERT INTO import_changes VALUES (1, 1, 'entry', '', '5')");
  });
});
