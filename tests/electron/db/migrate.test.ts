import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyBeforeMigration } from '#electron/db/copy-database.ts';
import { applicationId, latestSchema, migrate } from '#electron/db/migrate.ts';
import { OpenRefused, openDatabase, shopFile } from '#electron/db/open-database.ts';
import type { Migration } from '#migrations/migration.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const table = (number: number): Migration => ({
  number,
  name: `table-${number}`,
  up: (execute) =>
    execute(`CREATE TABLE t${number} (a INTEGER) STRICT; INSERT INTO t${number} VALUES (${number})`),
});

const failing = (number: number): Migration => ({
  number,
  name: 'failing',
  up: (execute) => {
    execute('CREATE TABLE half (a INTEGER) STRICT');
    execute('INSERT INTO nowhere VALUES (1)');
  },
});

function aDatabase(): Database {
  const database = new BetterSqlite3(join(temporaryDirectory(), 'any.sqlite'));
  onTestFinished(() => {
    database.close();
  });
  return database;
}

const tables = (database: Database) =>
  database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
const version = (database: Database) => database.pragma('user_version', { simple: true });

describe('migrate', () => {
  it('applies what is missing, in order, and marks the file', () => {
    const database = aDatabase();
    expect(migrate(database, [table(10), table(20)], () => undefined)).toBe(20);
    expect(tables(database)).toEqual(['t10', 't20']);
    expect(database.pragma('application_id', { simple: true })).toBe(applicationId);
    expect(migrate(database, [table(10), table(20), table(30)], () => undefined)).toBe(30);
    expect(tables(database)).toEqual(['t10', 't20', 't30']);
  });

  it('lets a table be made anew that others refer to, and takes back one that leaves a reference open', () => {
    const database = aDatabase();
    database.pragma('foreign_keys = ON');
    const family: Migration = {
      number: 10,
      name: 'family',
      up: (execute) =>
        execute(`CREATE TABLE parents (id INTEGER PRIMARY KEY); INSERT INTO parents VALUES (1), (2);
          CREATE TABLE children (parent_id INTEGER REFERENCES parents (id)); INSERT INTO children VALUES (1), (2)`),
    };
    const anew = (number: number, where: string): Migration => ({
      number,
      name: 'anew',
      up: (execute) =>
        execute(`CREATE TABLE new_parents (id INTEGER PRIMARY KEY, name TEXT);
          INSERT INTO new_parents SELECT id, NULL FROM parents WHERE ${where};
          DROP TABLE parents; ALTER TABLE new_parents RENAME TO parents`),
    });
    migrate(database, [family, anew(20, '1')], () => undefined);
    expect(database.prepare('SELECT * FROM children').pluck().all()).toEqual([1, 2]);
    expect(() => migrate(database, [family, anew(20, '1'), anew(30, 'id = 1')], () => undefined)).toThrow(
      'refers to a row of parents that is not there',
    );
    expect(version(database)).toBe(20);
    expect(database.prepare('SELECT id FROM parents').pluck().all()).toEqual([1, 2]);
    expect(() => database.exec('INSERT INTO children VALUES (3)')).toThrow('FOREIGN KEY');
  });

  it('does nothing to a file that is up to date', () => {
    const database = aDatabase();
    migrate(database, [table(10)], () => undefined);
    let called = 0;
    expect(migrate(database, [table(10)], () => (called += 1))).toBe(10);
    expect(called).toBe(0);
  });

  it('calls back once, before the first change of a file that holds data, and never for a new one', () => {
    const database = aDatabase();
    const seen: unknown[] = [];
    migrate(database, [table(10)], () => seen.push('new'));
    expect(seen).toEqual([]);
    migrate(database, [table(10), table(20), table(30)], () => seen.push(tables(database)));
    expect(seen).toEqual([['t10']]);
  });

  it('changes nothing when what comes before it fails', () => {
    const database = aDatabase();
    migrate(database, [table(10)], () => undefined);
    const refuse = () => {
      throw new Error('no copy, no migration');
    };
    expect(() => migrate(database, [table(10), table(20)], refuse)).toThrow('no copy');
    expect([tables(database), version(database)]).toEqual([['t10'], 10]);
  });

  it('leaves a file at the step before a migration that fails', () => {
    const database = aDatabase();
    expect(() => migrate(database, [table(10), failing(20), table(30)], () => undefined)).toThrow(/nowhere/);
    expect([tables(database), version(database)]).toEqual([['t10'], 10]);
    expect(database.inTransaction).toBe(false);
  });

  it('leaves a new file without a mark when the first migration fails', () => {
    const database = aDatabase();
    expect(() => migrate(database, [failing(10)], () => undefined)).toThrow(/nowhere/);
    expect([tables(database), version(database)]).toEqual([[], 0]);
    expect(database.pragma('application_id', { simple: true })).toBe(0);
  });

  it.each([
    ['twice the same number', [table(10), table(10)]],
    ['a number that falls', [table(20), table(10)]],
  ])('refuses %s', (_what, list) => {
    const database = aDatabase();
    expect(() => migrate(database, list, () => undefined)).toThrow(/comes after/);
    expect(tables(database)).toEqual([]);
  });

  it('knows the newest number', () => {
    expect(latestSchema([table(10), table(20)])).toBe(20);
    expect(latestSchema([])).toBe(0);
  });
});

describe('an older shop', () => {
  const older = [table(10)];
  const newer = [table(10), table(20)];

  function anOlderShop(): string {
    const directory = temporaryDirectory();
    openDatabase(shopFile(directory), { migrations: older }).close();
    return directory;
  }

  function openNewer(directory: string, migrations: readonly Migration[]) {
    return openDatabase(shopFile(directory), {
      migrations,
      beforeMigration: (writer) => {
        copyBeforeMigration(writer, join(directory, 'backups'));
      },
    });
  }

  function refusalOf(work: () => unknown): unknown {
    try {
      work();
    } catch (error) {
      expect(error).toBeInstanceOf(OpenRefused);
      return error;
    }
    throw new Error('the file was opened');
  }

  const copyOf = (directory: string) => join(directory, 'backups', 'before-migration-from-10.sqlite');

  it('is copied before it is migrated', () => {
    const directory = anOlderShop();
    const { schemaVersion, close } = openNewer(directory, newer);
    close();
    expect(schemaVersion).toBe(20);
    const copy = new BetterSqlite3(copyOf(directory), { readonly: true });
    expect([tables(copy), version(copy)]).toEqual([['t10'], 10]);
    expect(copy.prepare('SELECT a FROM t10').pluck().all()).toEqual([10]);
    copy.close();
    expect(readdirSync(join(directory, 'backups'))).toEqual(['before-migration-from-10.sqlite']);
  });

  it('stays as it was when the migration fails, at every try, with one copy beside it', () => {
    const directory = anOlderShop();
    const before = readFileSync(shopFile(directory));
    for (const _time of ['first', 'second']) {
      expect(refusalOf(() => openNewer(directory, [table(10), failing(20)]))).toMatchObject({
        code: 'UpgradeFailed',
        fileSchema: 10,
      });
      expect(readdirSync(directory).sort()).toEqual(['backups', 'shop.sqlite']);
      expect(readFileSync(shopFile(directory)).equals(before)).toBe(true);
    }
    expect(readdirSync(join(directory, 'backups'))).toEqual(['before-migration-from-10.sqlite']);
    const { writer, schemaVersion, close } = openDatabase(shopFile(directory), { migrations: older });
    expect([tables(writer), schemaVersion]).toEqual([['t10'], 10]);
    close();
  });

  it('takes what stands only in the log with it', () => {
    const source = anOlderShop();
    const first = openDatabase(shopFile(source), { migrations: older });
    first.writer.exec('INSERT INTO t10 VALUES (11)');
    const directory = join(temporaryDirectory(), 'killed');
    cpSync(source, directory, { recursive: true });
    first.close();
    const { reader, uncleanExit, close } = openNewer(directory, newer);
    expect(reader.prepare('SELECT a FROM t10').pluck().all()).toEqual([10, 11]);
    expect(uncleanExit).toBe(true);
    close();
    expect(readdirSync(directory).sort()).toEqual(['backups', 'shop.sqlite']);
    const again = openNewer(directory, newer);
    expect(again.uncleanExit).toBe(false);
    again.close();
  });

  it('goes on after a start that was cut short before the copy took its place', () => {
    const directory = anOlderShop();
    for (const end of ['', '-wal', '-shm'])
      writeFileSync(join(directory, `.shop.sqlite.upgrade${end}`), 'half');
    const { schemaVersion, close } = openNewer(directory, newer);
    close();
    expect(schemaVersion).toBe(20);
    expect(readdirSync(directory).sort()).toEqual(['backups', 'shop.sqlite']);
  });

  it('does not take the place of the old one when the migration leaves a reference open', () => {
    const directory = anOlderShop();
    const broken: Migration = {
      number: 20,
      name: 'broken',
      up: (execute) =>
        execute(`CREATE TABLE parents (id INTEGER PRIMARY KEY);
          CREATE TABLE children (parent_id INTEGER REFERENCES parents (id)); INSERT INTO children VALUES (1)`),
    };
    expect(refusalOf(() => openNewer(directory, [table(10), broken]))).toMatchObject({
      code: 'UpgradeFailed',
    });
    const again = openDatabase(shopFile(directory), { migrations: older });
    expect(tables(again.writer)).toEqual(['t10']);
    again.close();
  });

  it('is not migrated when it cannot be copied', () => {
    const directory = anOlderShop();
    const open = () =>
      openDatabase(shopFile(directory), {
        migrations: newer,
        beforeMigration: (writer) => {
          copyBeforeMigration(writer, join(shopFile(directory), 'backups'));
        },
      });
    expect(open).toThrow(OpenRefused);
    expect(existsSync(copyOf(directory))).toBe(false);
    const { schemaVersion, close } = openDatabase(shopFile(directory), { migrations: older });
    expect(schemaVersion).toBe(10);
    close();
  });

  it('refuses to be opened by the version before', () => {
    const directory = anOlderShop();
    openNewer(directory, newer).close();
    try {
      openDatabase(shopFile(directory), { migrations: older }).close();
      throw new Error('the file was opened');
    } catch (error) {
      expect(error).toMatchObject({ code: 'NewerSchema', fileSchema: 20 });
    }
  });
});
