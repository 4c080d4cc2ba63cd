import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { applicationId } from '#electron/db/migrate.ts';
import { type OpenFailureCode, OpenRefused, openDatabase, shopFile } from '#electron/db/open-database.ts';
import { migrations } from '#migrations/index.ts';
import { directorySnapshot } from '#tests/support/directory-snapshot.ts';
import { asOrdinaryUser } from '#tests/support/ordinary-user.ts';
import { temporaryDirectory } from '#tests/support/temporary-directory.ts';

const newest = migrations.at(-1)?.number ?? 0;

function open(directory: string) {
  const database = openDatabase(shopFile(directory));
  onTestFinished(() => {
    if (database.writer.open) database.close();
  });
  return database;
}

/** A directory with a closed shop's file. */
function aShopFile(): string {
  const directory = temporaryDirectory();
  openDatabase(shopFile(directory)).close();
  return directory;
}

/** The directory as SIGKILL would leave it: everything committed, the newest of it only in the write-ahead log. */
function killed(source: string): string {
  const directory = join(temporaryDirectory(), 'data');
  cpSync(source, directory, { recursive: true });
  return directory;
}

function catchRefusal(directory: string): OpenRefused {
  try {
    openDatabase(shopFile(directory)).close();
  } catch (error) {
    expect(error).toBeInstanceOf(OpenRefused);
    return error as OpenRefused;
  }
  throw new Error('the file was opened');
}

/** What opening refuses with; the directory must be the same afterwards, byte for byte. */
function refusalOf(directory: string): OpenRefused {
  const before = directorySnapshot(directory);
  const refusal = catchRefusal(directory);
  const after = directorySnapshot(directory);
  expect([...after.keys()]).toEqual([...before.keys()]);
  // The shared memory is an index of the log, made anew by whoever opens the file first.
  for (const [name, bytes] of before) if (!name.endsWith('-shm')) expect(after.get(name)).toBe(bytes);
  return refusal;
}

const pragma = (database: BetterSqlite3.Database, name: string) => database.pragma(name, { simple: true });

describe('opening a shop file', () => {
  it('creates it with our mark and the newest schema', () => {
    const directory = join(temporaryDirectory(), 'not', 'there', 'yet');
    const { writer, schemaVersion, checked } = open(directory);
    expect(schemaVersion).toBe(newest);
    expect(pragma(writer, 'user_version')).toBe(newest);
    expect(pragma(writer, 'application_id')).toBe(applicationId);
    expect(checked).toBe(true);
  });

  it('writes with FULL durability, foreign keys and a write-ahead log, at first and when it is opened again', () => {
    const directory = temporaryDirectory();
    for (const _time of ['created', 'again']) {
      const { writer, reader, close } = openDatabase(shopFile(directory));
      expect(pragma(writer, 'synchronous')).toBe(2);
      expect(pragma(writer, 'foreign_keys')).toBe(1);
      expect(pragma(writer, 'journal_mode')).toBe('wal');
      expect(pragma(writer, 'busy_timeout')).toBeGreaterThan(0);
      expect(reader.readonly).toBe(true);
      close();
    }
  });

  it('keeps what was written and leaves one file behind when it is closed', () => {
    const directory = temporaryDirectory();
    const first = open(directory);
    first.writer.exec("INSERT INTO preferences VALUES ('a', '1')");
    first.close();
    expect(readdirSync(directory)).toEqual(['shop.sqlite']);
    expect(open(directory).reader.prepare('SELECT value FROM preferences').pluck().get()).toBe('1');
  });

  it('has a reader that cannot write and sees only what is committed', () => {
    const { writer, reader } = open(temporaryDirectory());
    const count = reader.prepare('SELECT count(*) FROM preferences').pluck();
    writer.exec("BEGIN; INSERT INTO preferences VALUES ('a', '1')");
    expect(count.get()).toBe(0);
    writer.exec('COMMIT');
    expect(count.get()).toBe(1);
    expect(() => reader.exec('DELETE FROM preferences')).toThrow(/readonly/);
  });

  it('finds everything committed after an unclean exit, also without the shared-memory file', () => {
    const directory = temporaryDirectory();
    const { writer } = open(directory);
    writer.exec("INSERT INTO preferences VALUES ('a', '1')");
    const copy = killed(directory);
    writeFileSync(join(copy, 'shop.sqlite-shm'), '');
    expect(statSync(join(copy, 'shop.sqlite-wal')).size).toBeGreaterThan(0);
    const again = open(copy);
    expect(again.reader.prepare('SELECT name FROM preferences').pluck().all()).toEqual(['a']);
    expect(again.checked).toBe(true);
  });
});

describe('a large file', () => {
  /** Larger than what is checked at every start. */
  function aLargeShopFile(): string {
    const directory = temporaryDirectory();
    const { writer, close } = openDatabase(shopFile(directory));
    writer.prepare("INSERT INTO preferences VALUES ('large', ?)").run('x'.repeat(17 * 1024 * 1024));
    close();
    return directory;
  }

  it('opens without a check, which is left to the background', () => {
    expect(open(aLargeShopFile()).checked).toBe(false);
  });

  it('is checked after an unclean exit', () => {
    const directory = aLargeShopFile();
    open(directory).writer.exec("INSERT INTO preferences VALUES ('a', '1')");
    expect(open(killed(directory)).checked).toBe(true);
  });

  it('is refused at once when its end is missing', () => {
    const directory = aLargeShopFile();
    truncateTo(shopFile(directory), 16.5 * 1024 * 1024);
    expect(refusalOf(directory).code).toBe('Damaged');
  });
});

describe('a first start that was cut short', () => {
  it('goes on from an empty file', () => {
    const directory = temporaryDirectory();
    writeFileSync(shopFile(directory), '');
    expect(open(directory).schemaVersion).toBe(newest);
  });

  it('goes on from a database without tables', () => {
    const directory = temporaryDirectory();
    const early = new BetterSqlite3(shopFile(directory));
    early.pragma('journal_mode = WAL');
    early.close();
    expect(statSync(shopFile(directory)).size).toBeGreaterThan(0);
    expect(open(directory).schemaVersion).toBe(newest);
  });

  it('goes on from a file whose tables are all still in the write-ahead log', () => {
    const directory = temporaryDirectory();
    const database = open(directory);
    const copy = killed(directory);
    expect(statSync(shopFile(copy)).size).toBeLessThan(statSync(join(copy, 'shop.sqlite-wal')).size);
    database.close();
    expect(open(copy).schemaVersion).toBe(newest);
  });

  it('goes on from a half-written first page with its rollback journal', () => {
    const directory = temporaryDirectory();
    writeFileSync(shopFile(directory), Buffer.alloc(4096));
    writeFileSync(`${shopFile(directory)}-journal`, journalOfNewFile());
    expect(open(directory).schemaVersion).toBe(newest);
    expect(existsSync(`${shopFile(directory)}-journal`)).toBe(false);
  });
});

/** A rollback journal that says "the file was empty before" (SQLite file format, section 3). */
function journalOfNewFile(): Buffer {
  const journal = Buffer.alloc(512);
  Buffer.from('d9d505f920a163d7', 'hex').copy(journal);
  journal.writeUInt32BE(0, 8);
  journal.writeUInt32BE(0, 16);
  journal.writeUInt32BE(512, 20);
  journal.writeUInt32BE(4096, 24);
  return journal;
}

describe('a file that cannot be the shop', () => {
  const refused: readonly [string, OpenFailureCode, (directory: string) => void][] = [
    ['a text', 'ForeignFile', (directory) => writeFileSync(shopFile(directory), 'name;phone\n'.repeat(900))],
    ['a few bytes', 'ForeignFile', (directory) => writeFileSync(shopFile(directory), 'hello')],
    [
      "another program's database",
      'ForeignFile',
      (directory) => {
        const other = new BetterSqlite3(shopFile(directory));
        other.exec('CREATE TABLE bookmarks (url); PRAGMA user_version = 3');
        other.close();
      },
    ],
    [
      "another program's database after a crash",
      'ForeignFile',
      (directory) => {
        const source = temporaryDirectory();
        const other = new BetterSqlite3(shopFile(source));
        onTestFinished(() => {
          other.close();
        });
        other.pragma('journal_mode = WAL');
        other.exec('CREATE TABLE bookmarks (url)');
        cpSync(source, directory, { recursive: true });
      },
    ],
    [
      'a newer schema',
      'NewerSchema',
      (directory) => {
        const { writer, close } = openDatabase(shopFile(directory));
        writer.pragma(`user_version = ${newest + 10}`);
        close();
      },
    ],
    [
      'a newer schema after a crash',
      'NewerSchema',
      (directory) => {
        const source = aShopFile();
        const { writer } = open(source);
        writer.pragma(`user_version = ${newest + 10}`);
        cpSync(source, directory, { recursive: true });
      },
    ],
    [
      'a truncated file',
      'Damaged',
      (directory) => {
        cpSync(aShopFile(), directory, { recursive: true });
        truncateTo(shopFile(directory), 40 * 1024);
      },
    ],
    [
      'a file with a damaged page',
      'Damaged',
      (directory) => {
        cpSync(aShopFile(), directory, { recursive: true });
        spoil(shopFile(directory), 2);
      },
    ],
    [
      'a file with a damaged page after a crash',
      'Damaged',
      (directory) => {
        const source = aShopFile();
        const { writer } = open(source);
        writer.exec("INSERT INTO preferences VALUES ('a', '1')");
        cpSync(source, directory, { recursive: true });
        spoil(shopFile(directory), 2);
      },
    ],
    [
      'a file with a damaged first page',
      'Damaged',
      (directory) => {
        cpSync(aShopFile(), directory, { recursive: true });
        const bytes = Buffer.from(directorySnapshot(directory).get('shop.sqlite') ?? '', 'base64');
        bytes.fill(0xff, 100, 4096);
        writeFileSync(shopFile(directory), bytes);
      },
    ],
  ];

  it.each(refused)('%s: %s, and nothing is touched', (_what, code, prepare) => {
    const directory = temporaryDirectory();
    prepare(directory);
    const refusal = refusalOf(directory);
    expect(refusal.code).toBe(code);
    expect(refusal.fileSchema).toBe(code === 'NewerSchema' ? newest + 10 : null);
  });

  it('a directory of that name: Unknown', () => {
    const directory = temporaryDirectory();
    mkdirSync(shopFile(directory));
    expect(catchRefusal(directory).code).toBe('Unknown');
    expect(readdirSync(directory)).toEqual(['shop.sqlite']);
  });

  it('a directory that may not be written: ReadOnly', () => {
    const directory = aShopFile();
    chmodSync(directory, 0o555);
    chmodSync(shopFile(directory), 0o444);
    onTestFinished(() => chmodSync(directory, 0o755));
    const before = directorySnapshot(directory);
    expect(asOrdinaryUser(() => catchRefusal(directory)).code).toBe('ReadOnly');
    expect(directorySnapshot(directory)).toEqual(before);
  });

  it('a data directory that cannot be made: ReadOnly', () => {
    const parent = temporaryDirectory();
    chmodSync(parent, 0o555);
    onTestFinished(() => chmodSync(parent, 0o755));
    expect(asOrdinaryUser(() => catchRefusal(join(parent, 'data'))).code).toBe('ReadOnly');
  });
});

function truncateTo(file: string, bytes: number): void {
  const all = Buffer.from(directorySnapshot(join(file, '..')).get('shop.sqlite') ?? '', 'base64');
  expect(all.length).toBeGreaterThan(bytes);
  writeFileSync(file, all.subarray(0, bytes));
}

/** Overwrites one page (counted from 1) in the middle of the file. */
function spoil(file: string, page: number): void {
  const all = Buffer.from(directorySnapshot(join(file, '..')).get('shop.sqlite') ?? '', 'base64');
  all.fill(0xa5, (page - 1) * 4096, page * 4096);
  writeFileSync(file, all);
}
