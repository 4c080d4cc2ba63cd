import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { migrations as allMigrations } from '#migrations/index.ts';
import type { Migration } from '#migrations/migration.ts';
import { flush, flushFolder } from './flush.ts';
import { migrate } from './migrate.ts';
import { StorageRefused, storageError } from './unit-of-work.ts';

/** A migration of ours did not go through; the file is the one of before. */
export class UpgradeFailed extends Error {
  readonly fileSchema: number;
  constructor(fileSchema: number, cause: unknown) {
    super(`the file of schema ${fileSchema} could not be brought up to date`, { cause });
    this.name = 'UpgradeFailed';
    this.fileSchema = fileSchema;
  }
}

/** Removes a database of ours that nobody needs, with what SQLite keeps beside it. */
export function removeDatabase(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

function checkWhole(database: Database): void {
  const [first] = database.pragma('quick_check(1)') as { quick_check: string }[];
  if (first?.quick_check !== 'ok') throw new Error(`quick_check after the migration: ${first?.quick_check}`);
  const [broken] = database.pragma('foreign_key_check') as { table: string }[];
  if (broken) throw new Error(`a row of ${broken.table} refers to one that is not there`);
}

/** Empties the log into the file, so that the file alone is the whole database. */
function gather(database: Database): void {
  const [moved] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  if (moved?.busy !== 0) throw new Error('the write-ahead log could not be moved into the file');
}

/**
 * Brings a database that nobody else has open to the newest schema and checks it: structure and references. Nothing
 * stands beside the file afterwards.
 * @throws UpgradeFailed, or StorageRefused when the disk is to blame
 */
export function upgradeDatabase(file: string, migrations: readonly Migration[] = allMigrations): void {
  const database = new BetterSqlite3(file);
  const from = Number(database.pragma('user_version', { simple: true }));
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    migrate(database, migrations, () => undefined);
    checkWhole(database);
    gather(database);
  } catch (error) {
    const cause = storageError(error);
    if (cause instanceof StorageRefused && cause.why !== 'damaged') throw cause;
    throw new UpgradeFailed(from, error);
  } finally {
    database.close();
  }
  flush(file);
}

/**
 * Brings the shop's file to the newest schema on a copy beside it, which takes its place by one rename when it was
 * checked: at every moment there is the complete old file or the complete new one.
 * @param saveCopy keeps the file as it is before the change
 * @throws UpgradeFailed, or what SQLite or the file system reports; the old file is then in place
 */
export function upgradeOnCopy(
  file: string,
  migrations: readonly Migration[],
  saveCopy: (database: Database) => void,
): void {
  const copy = join(dirname(file), `.${basename(file)}.upgrade`);
  try {
    removeDatabase(copy);
    const old = new BetterSqlite3(file);
    try {
      saveCopy(old);
      gather(old);
    } finally {
      old.close();
    }
    if (existsSync(`${file}-wal`) && statSync(`${file}-wal`).size > 0)
      throw new Error('the write-ahead log is in use');
    copyFileSync(file, copy);
    upgradeDatabase(copy, migrations);
    // What is empty now must not be taken for the log of the new file.
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
    renameSync(copy, file);
    flushFolder(dirname(file));
  } finally {
    removeDatabase(copy);
  }
}
