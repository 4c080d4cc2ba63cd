import { closeSync, existsSync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { migrations as allMigrations } from '#migrations/index.ts';
import type { Migration } from '#migrations/migration.ts';
import { applicationId, latestSchema, migrate } from './migrate.ts';
import { StorageRefused, storageError } from './unit-of-work.ts';
import { UpgradeFailed, upgradeOnCopy } from './upgrade-on-copy.ts';

/** Schema number of this version of the product. */
export const newestSchema = latestSchema(allMigrations);

export type OpenFailureCode =
  | 'Damaged'
  | 'ForeignFile'
  | 'NewerSchema'
  | 'UpgradeFailed'
  | 'ReadOnly'
  | 'DiskFull'
  | 'Unknown';

/** The shop's file cannot be opened; it was not changed. */
export class OpenRefused extends Error {
  readonly code: OpenFailureCode;
  readonly fileSchema: number | null;
  constructor(code: OpenFailureCode, options: { fileSchema?: number; cause?: unknown } = {}) {
    super(`the shop's file cannot be opened: ${code}`, { cause: options.cause });
    this.name = 'OpenRefused';
    this.code = code;
    this.fileSchema = options.fileSchema ?? null;
  }
}

export interface OpenDatabase {
  /** The one connection that writes, at `synchronous = FULL`. */
  readonly writer: Database;
  /** Read-only, for the screens: it sees only what is committed. */
  readonly reader: Database;
  readonly schemaVersion: number;
  /** False when a check of a large file is still to be done in the background. */
  readonly checked: boolean;
  /** True when the program did not close the file the last time: it was killed, or the power went. */
  readonly uncleanExit: boolean;
  close(): void;
}

/** Files up to this size are checked at every start; larger ones only after an unclean exit (and in the worker). */
const checkAlwaysBytes = 16 * 1024 * 1024;

const bytesOf = (file: string): number => (existsSync(file) ? statSync(file).size : 0);

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(100);
  const handle = openSync(file, 'r');
  try {
    const length = readSync(handle, header, 0, 100, 0);
    return header.subarray(0, length);
  } finally {
    closeSync(handle);
  }
}

/**
 * Looks at the bytes of the header before SQLite touches anything, so that a foreign, truncated or newer file
 * is told apart without a journal or a lock being created beside it.
 */
function inspectHeader(file: string, newest: number): void {
  const header = readHeader(file);
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\u0000') {
    // A first start that lost power while the first page was written: SQLite rolls it back when it opens the file.
    if (bytesOf(`${file}-journal`) > 0) return;
    throw new OpenRefused('ForeignFile');
  }
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  const walBytes = bytesOf(`${file}-wal`);
  const version = header.readUInt32BE(60);
  const mark = header.readUInt32BE(68);
  // A first start that was cut short leaves a database without tables: that is a new file, not a foreign one. Our mark
  // and our first tables come in one transaction, so a file that has tables but not the mark is foreign.
  const withoutTables = header.readUInt32BE(40) === 0;
  if (mark !== applicationId && !withoutTables) throw new OpenRefused('ForeignFile');
  if (version > newest) throw new OpenRefused('NewerSchema', { fileSchema: version });
  if (countIsValid && walBytes === 0 && statSync(file).size < pages * pageSize)
    throw new OpenRefused('Damaged');
}

function setPragmas(writer: Database): void {
  writer.pragma('busy_timeout = 5000');
  writer.pragma('journal_mode = WAL');
  // After WAL: the engine is compiled so that entering WAL lowers synchronous to NORMAL.
  writer.pragma('synchronous = FULL');
  writer.pragma('foreign_keys = ON');
  // Measured at design size: larger caches made neither check-ins nor searches quicker, only the process larger.
  writer.pragma('cache_size = -8000');
  writer.pragma('wal_autocheckpoint = 0');
  if (writer.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL');
}

function quickCheck(database: Database): void {
  const rows = database.pragma('quick_check(1)') as { quick_check: string }[];
  if (rows[0]?.quick_check !== 'ok') throw new OpenRefused('Damaged', { cause: rows[0]?.quick_check });
}

/** The questions of `inspectHeader` put to SQLite, which also sees what still stands in the write-ahead log. */
function checkOwner(database: Database, newest: number): number {
  const version = Number(database.pragma('user_version', { simple: true }));
  if (database.pragma('application_id', { simple: true }) !== applicationId) {
    const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
    if (tables !== 0) throw new OpenRefused('ForeignFile');
  }
  if (version > newest) throw new OpenRefused('NewerSchema', { fileSchema: version });
  return version;
}

/** @returns the schema of the file */
function judge(database: Database, newest: number, check: boolean): number {
  if (check) quickCheck(database);
  return checkOwner(database, newest);
}

/**
 * The questions that may end in a refusal, asked on a connection that cannot write: closing one that can would
 * move the write-ahead log of an unclean exit into the file, and the directory must stay as it was found.
 */
function inspectContent(file: string, newest: number, check: boolean): number {
  const made = ['-wal', '-shm'].map((end) => file + end).filter((beside) => !existsSync(beside));
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    return judge(database, newest, check);
  } finally {
    database.close();
    for (const beside of made) rmSync(beside, { force: true });
  }
}

function playBackJournal(file: string, newest: number, check: boolean): number {
  const database = new BetterSqlite3(file);
  try {
    return judge(database, newest, check);
  } finally {
    database.close();
  }
}

/** What opening or replacing the shop's file ends with, whatever SQLite or the file system reported. */
export function openRefusal(error: unknown): OpenRefused {
  if (error instanceof OpenRefused) return error;
  if (error instanceof UpgradeFailed)
    return new OpenRefused('UpgradeFailed', { fileSchema: error.fileSchema, cause: error.cause });
  const cause = storageError(error);
  if (cause instanceof StorageRefused) {
    const codes = { diskFull: 'DiskFull', readOnly: 'ReadOnly', damaged: 'Damaged' } as const;
    return new OpenRefused(codes[cause.why], { cause: error });
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // ENOENT is how making a directory fails on a write-protected or missing drive.
  if (['EROFS', 'EACCES', 'EPERM', 'ENOENT'].includes(code))
    return new OpenRefused('ReadOnly', { cause: error });
  if (code === 'ENOSPC' || code === 'EDQUOT') return new OpenRefused('DiskFull', { cause: error });
  return new OpenRefused('Unknown', { cause: error });
}

/** Opening creates the write-ahead log; a directory that refuses it must be told before a customer stands there. */
function probeWrite(writer: Database): void {
  writer.exec('BEGIN IMMEDIATE');
  writer.pragma(`user_version = ${Number(writer.pragma('user_version', { simple: true }))}`);
  writer.exec('COMMIT');
}

export interface OpenOptions {
  readonly migrations?: readonly Migration[];
  /** Saves a copy of a file that is about to be brought up to date. */
  readonly beforeMigration?: (writer: Database) => void;
}

/**
 * Opens (or creates) the shop's file. An older one is brought to the newest schema on a copy, which is swapped in.
 * After an unclean exit, and for small files always, `quick_check` runs before anything is read.
 * @throws OpenRefused; the file is then as it was
 */
export function openDatabase(file: string, options: OpenOptions = {}): OpenDatabase {
  const migrations = options.migrations ?? allMigrations;
  let writer: Database | undefined;
  let reader: Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const newest = latestSchema(migrations);
    const bytes = bytesOf(file);
    const uncleanExit = existsSync(`${file}-wal`) || existsSync(`${file}-journal`);
    const checkNow = bytes > 0 && (bytesOf(`${file}-wal`) > 0 || bytes <= checkAlwaysBytes);
    if (bytes > 0) inspectHeader(file, newest);
    // A rollback journal has to be played back first, and only a writer can.
    const playBack = bytes > 0 && bytesOf(`${file}-journal`) > 0;
    const schema = bytes === 0 ? 0 : (playBack ? playBackJournal : inspectContent)(file, newest, checkNow);
    if (schema > 0 && schema < newest) upgradeOnCopy(file, migrations, options.beforeMigration ?? (() => {}));
    writer = new BetterSqlite3(file);
    setPragmas(writer);
    const schemaVersion = migrate(writer, migrations, () => undefined);
    probeWrite(writer);
    reader = new BetterSqlite3(file, { readonly: true });
    reader.pragma('busy_timeout = 5000');
    reader.pragma('cache_size = -4000');
    const [openWriter, openReader] = [writer, reader];
    return {
      writer,
      reader,
      schemaVersion,
      checked: checkNow || bytes === 0,
      uncleanExit,
      close: () => {
        openReader.close();
        try {
          openWriter.pragma('wal_checkpoint(TRUNCATE)');
        } catch {
          // Nothing is lost: the log stays beside the file, and the next start reads it.
        }
        openWriter.close();
      },
    };
  } catch (error) {
    reader?.close();
    writer?.close();
    throw openRefusal(error);
  }
}

/** The shop's file inside a data directory. */
export const shopFile = (dataDir: string): string => join(dataDir, 'shop.sqlite');
