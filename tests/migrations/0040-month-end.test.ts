import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate } from '#electron/db/migrate.ts';
import { migrations } from '#migrations/index.ts';

function aDatabase() {
  const database = new BetterSqlite3(':memory:');
  onTestFinished(() => {
    database.close();
  });
  migrate(database, migrations, () => undefined);
  database.exec("INSERT INTO staff VALUES (1, 'Owner', 'owner', 1, 0)");
  return database;
}

const aClose = (number: number, previous: string | null) =>
  `INSERT INTO month_closes VALUES (${number}, 24313, '{}', ${previous === null ? 'NULL' : `'${previous}'`}, 'h', 0, 1)`;

describe('the tables of the month end', () => {
  it.each([
    ['month_closes', aClose(1, null)],
    ['month_reopenings', `${aClose(1, null)}; INSERT INTO month_reopenings VALUES (1, 0, 1, 'Wrong')`],
    ['goals', "INSERT INTO goals VALUES (1, 'retention', 0.7, 0, 1)"],
  ])('%s keeps every row as it was written', (table, row) => {
    const database = aDatabase();
    database.exec(row);
    const column = table === 'goals' ? 'target' : 'at';
    expect(() => database.exec(`UPDATE ${table} SET ${column} = 1`)).toThrow(`${table} is append-only`);
    expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(`${table} is append-only`);
  });

  it('take only a first close that follows none, and others that follow one', () => {
    const database = aDatabase();
    expect(() => database.exec(aClose(1, 'h'))).toThrow('CHECK');
    database.exec(aClose(1, null));
    expect(() => database.exec(aClose(2, null))).toThrow('CHECK');
    expect(() => database.exec(aClose(1, null))).toThrow('UNIQUE');
    database.exec(aClose(2, 'h'));
    expect(() => database.exec("INSERT INTO month_reopenings VALUES (3, 0, 1, 'Wrong')")).toThrow('FOREIGN');
  });

  it('take a reason for what is left out and for nothing else', () => {
    const database = aDatabase();
    const step = (state: string, reason: string) =>
      `INSERT INTO close_steps VALUES (24313, '${state}', '${state}', '[]', ${reason}, 0, 1)`;
    expect(() => database.exec(step('skipped', 'NULL'))).toThrow('CHECK');
    expect(() => database.exec(step('confirmed', "'Late'"))).toThrow('CHECK');
    expect(() => database.exec(step('guessed', 'NULL'))).toThrow('CHECK');
    database.exec(step('skipped', "'Late'"));
    database.exec(step('confirmed', 'NULL'));
  });
});
