import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { migrations as allMigrations } from '#migrations/index.ts';
import type { Migration } from '#migrations/migration.ts';
import { applicationId, latestSchema, migrate } from './migrate.ts';
import { StorageRefused, storageError } from './unit-of-work.ts';

/** Schema number of this version of the product. */
export const newestSchema = latestSchema(allMigrations);

export type OpenFailureCode = 'Damaged' | 'ForeignFile' | 'NewerSchema' | 'ReadOnly' | 'DiskFull' | 'Unknown';

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
  close(): void;
}

/** Files up to this size are checked at every start; larger ones only after an unclean exit (and in the worker). */
const checkAlwaysBytes = 16 * 1024 * 1024;

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
  if (header.length < 100 || header.toString('latin1', 0, 16) !== 'SQLite format 3\u0000')
    throw new OpenRefused('ForeignFile');
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  const countIsValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  const walBytes = existsSync(`${file}-wal`) ? statSync(`${file}-wal`).size : 0;
  const version = header.readUInt32BE(60);
  const mark = header.readUInt32BE(68);
  // A first start that the disk cut short leaves a database without tables: that is a new file, not a foreign one.
  const withoutTables = header.readUInt32BE(40) === 0;
  if (mark !== applicationId && walBytes === 0 && !withoutTables) throw new OpenRefused('ForeignFile');
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
  writer.pragma('cache_size = -16000');
  writer.pragma('wal_autocheckpoint = 0');
  if (writer.pragma('synchronous', { simple: true }) !== 2) throw new Error('synchronous is not FULL');
}

function quickCheck(database: Database): void {
  const rows = database.pragma('quick_check(1)') as { quick_check: string }[];
  if (rows[0]?.quick_check !== 'ok') throw new OpenRefused('Damaged', { cause: rows[0]?.quick_check });
}

/** The same question put to SQLite, which also sees what still stands in the write-ahead log. */
function checkOwner(database: Database): void {
  if (database.pragma('application_id', { simple: true }) === applicationId) return;
  const tables = database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get();
  if (tables !== 0) throw new OpenRefused('ForeignFile');
}

/**
 * The questions that may end in a refusal, asked on a connection that cannot write: closing one that can would
 * move the write-ahead log of an unclean exit into the file, and the file must stay as it was found.
 */
function inspectContent(file: string, newest: number, check: boolean): void {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    if (check) quickCheck(database);
    const version = Number(database.pragma('user_version', { simple: true }));
    if (version > newest) throw new OpenRefused('NewerSchema', { fileSchema: version });
    checkOwner(database);
  } finally {
    database.close();
  }
}

function refusal(error: unknown): OpenRefused {
  if (error instanceof OpenRefused) return error;
  const cause = storageError(error);
  if (cause instanceof StorageRefused) {
    const codes = { diskFull: 'DiskFull', readOnly: 'ReadOnly', damaged: 'Damaged' } as const;
    return new OpenRefused(codes[cause.why], { cause: error });
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
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
  /** Saves a copy of a file that is about to be migrated. */
  readonly beforeMigration?: (writer: Database) => void;
}

/**
 * Opens (or creates) the shop's file and brings it to the newest schema.
 * After an unclean exit, and for small files always, `quick_check` runs before anything is read.
 * @throws OpenRefused; the file is then as it was
 */
export function openDatabase(file: string, options: OpenOptions = {}): OpenDatabase {
  const migrations = options.migrations ?? allMigrations;
  let writer: Database | undefined;
  let reader: Database | undefined;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const bytes = existsSync(file) ? statSync(file).size : 0;
    const unclean = existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0;
    if (bytes > 0) inspectHeader(file, latestSchema(migrations));
    const checkNow = bytes > 0 && (unclean || bytes <= checkAlwaysBytes);
    if (bytes > 0) inspectContent(file, latestSchema(migrations), checkNow);
    writer = new BetterSqlite3(file);
    setPragmas(writer);
    const current = writer;
    const schemaVersion = migrate(writer, migrations, () => options.beforeMigration?.(current));
    probeWrite(writer);
    reader = new BetterSqlite3(file, { readonly: true });
    reader.pragma('busy_timeout = 5000');
    reader.pragma('cache_size = -8000');
    const [openWriter, openReader] = [writer, reader];
    return {
      writer,
      reader,
      schemaVersion,
      checked: checkNow || bytes === 0,
      close: () => {
        openReader.close();
        openWriter.pragma('wal_checkpoint(TRUNCATE)');
        openWriter.close();
      },
    };
  } catch (error) {
    reader?.close();
    writer?.close();
    throw refusal(error);
  }
}

/** The shop's file inside a data directory. */
export const shopFile = (dataDir: string): string => join(dataDir, 'shop.sqlite');
