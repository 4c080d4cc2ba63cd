import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copyBeforeMigration, copyInSteps } from '#electron/db/copy-database.ts';
import { openDatabase, shopFile } from '#electron/db/open-database.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

function aDatabase() {
  const directory = temporaryDirectory();
  const { writer, close } = openDatabase(shopFile(directory));
  onTestFinished(close);
  return {
    writer,
    source: shopFile(directory),
    backups: join(directory, 'backups'),
    work: join(directory, 'work'),
  };
}

const read = (file: string, sql: string) => {
  const copy = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    return copy.prepare(sql).pluck().all();
  } finally {
    copy.close();
  }
};

describe('a copy of the database', () => {
  it('holds what is committed, also what only stands in the log, and says how far it is', async () => {
    const { writer, source, work } = aDatabase();
    const put = writer.prepare('INSERT INTO preferences VALUES (?, ?)');
    writer.exec('BEGIN');
    for (let row = 0; row < 2_000; row += 1) put.run(`large${row}`, 'x'.repeat(8_000));
    writer.exec('COMMIT');
    const told: number[] = [];
    await copyInSteps(source, join(work, 'copy.sqlite'), (percent) => told.push(percent));
    expect(readdirSync(work)).toEqual(['copy.sqlite']);
    expect(read(join(work, 'copy.sqlite'), 'SELECT count(*) FROM preferences')).toEqual([2_000]);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('is a shop that opens', async () => {
    const { source } = aDatabase();
    const directory = temporaryDirectory();
    await copyInSteps(source, shopFile(directory), () => undefined);
    const again = openDatabase(shopFile(directory));
    expect(again.writer.pragma('synchronous', { simple: true })).toBe(2);
    again.close();
  });

  it('holds nothing of a transaction that is not committed', async () => {
    const { writer, source, work } = aDatabase();
    writer.exec(
      "INSERT INTO preferences VALUES ('a', 'kept'); BEGIN; UPDATE preferences SET value = 'not yet'",
    );
    await copyInSteps(source, join(work, 'copy.sqlite'), () => undefined);
    writer.exec('COMMIT');
    expect(read(join(work, 'copy.sqlite'), 'SELECT value FROM preferences')).toEqual(['kept']);
  });

  it('goes on while the till writes, without beginning anew, and holds the state at its beginning', async () => {
    const { writer, source, work } = aDatabase();
    const put = writer.prepare('INSERT INTO preferences VALUES (?, ?)');
    writer.exec('BEGIN');
    for (let row = 0; row < 4_000; row += 1) put.run(`large${row}`, 'x'.repeat(8_000));
    writer.exec('COMMIT');
    let steps = 0;
    await copyInSteps(source, join(work, 'copy.sqlite'), () => {
      put.run(`later${steps}`, '');
      steps += 1;
    });
    expect(steps).toBeGreaterThan(5);
    expect(steps).toBeLessThan(30);
    expect(
      read(join(work, 'copy.sqlite'), "SELECT count(*) FROM preferences WHERE name LIKE 'later%'"),
    ).toEqual([0]);
  });

  it('that is stopped leaves nothing behind', async () => {
    const { writer, source, work } = aDatabase();
    const put = writer.prepare('INSERT INTO preferences VALUES (?, ?)');
    for (let row = 0; row < 200; row += 1) put.run(`large${row}`, 'x'.repeat(8_000));
    const stop = new AbortController();
    const copying = copyInSteps(
      source,
      join(work, 'copy.sqlite'),
      () => stop.abort(new Error('enough')),
      stop.signal,
    );
    await expect(copying).rejects.toThrow('enough');
    expect(readdirSync(work)).toEqual([]);
  });

  it('passes on what the file system says', async () => {
    const { source } = aDatabase();
    const file = join(temporaryDirectory(), 'a-file');
    writeFileSync(file, '');
    await expect(
      copyInSteps(source, join(file, 'work', 'copy.sqlite'), () => undefined),
    ).rejects.toMatchObject({
      code: 'ENOTDIR',
    });
  });
});

describe('the copy before a migration', () => {
  it('is named after the schema and replaces one of an earlier attempt', () => {
    const { writer, backups } = aDatabase();
    writer.exec("INSERT INTO preferences VALUES ('a', 'old')");
    const schema = writer.pragma('user_version', { simple: true });
    const file = copyBeforeMigration(writer, backups);
    expect(file).toBe(join(backups, `before-migration-from-${schema}.sqlite`));
    writer.exec("UPDATE preferences SET value = 'new'");
    writeFileSync(join(backups, `.before-migration-from-${schema}.sqlite.part`), 'half of an earlier copy');
    expect(copyBeforeMigration(writer, backups)).toBe(file);
    expect(read(file, 'SELECT value FROM preferences')).toEqual(['new']);
    expect(readdirSync(backups)).toHaveLength(1);
  });

  it('keeps the earlier one when a new one cannot be made', () => {
    const { writer, backups } = aDatabase();
    const file = copyBeforeMigration(writer, backups);
    const before = statSync(file).mtimeMs;
    writer.exec('BEGIN');
    expect(() => copyBeforeMigration(writer, backups)).toThrow(/transaction/);
    writer.exec('ROLLBACK');
    expect(statSync(file).mtimeMs).toBe(before);
    expect(readdirSync(backups)).toHaveLength(1);
  });
});
