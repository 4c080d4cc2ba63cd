import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { flush, flushFolder } from './flush.ts';

/** The copy could be written but not be read back whole. */
export class CopyDamaged extends Error {}

/** Pages per step: large enough to be quick, small enough that the till answers in between. */
const pagesPerStep = 500;
/** Pages after which a copy is put on the disk. */
const pagesPerFlush = 500;

/** Opens a finished copy on its own and reads it: only what was read back is a backup. */
function readBack(file: string): void {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    const rows = database.pragma('quick_check(1)') as { quick_check: string }[];
    if (rows[0]?.quick_check !== 'ok') throw new CopyDamaged('quick_check of the copy failed');
  } finally {
    database.close();
  }
}

/** Gives a written and checked copy its name; until then it is none. */
function finish(temporary: string, directory: string, name: string): string {
  const file = join(directory, name);
  flush(temporary);
  renameSync(temporary, file);
  flushFolder(directory);
  return file;
}

function removeUnfinished(temporary: string): void {
  for (const leftover of ['', '-wal', '-shm', '-journal']) rmSync(temporary + leftover, { force: true });
}

/**
 * Copies a database while it is in use, five hundred pages at a time, as it was at the first of them. On a connection of its
 * own that holds one reading transaction: the writer's would also copy what is not committed yet, and one without a
 * transaction would begin anew after every write of another.
 * @param file must not exist; removed again when it does not become whole
 * @throws the signal's reason, or what SQLite or the file system reports
 */
export async function copyInSteps(
  source: string,
  file: string,
  tell: (percent: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const database = new BetterSqlite3(source, { readonly: true });
  let isWhole = false;
  try {
    database.pragma('busy_timeout = 5000');
    database.exec('BEGIN');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    await database.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        signal?.throwIfAborted();
        // A little at a time, so that no check-in waits until the whole copy has reached the disk.
        if (existsSync(file) && remainingPages % pagesPerFlush < pagesPerStep) flush(file);
        tell(totalPages === 0 ? 0 : Math.floor((100 * (totalPages - remainingPages)) / totalPages));
        return pagesPerStep;
      },
    });
    signal?.throwIfAborted();
    isWhole = true;
  } finally {
    database.close();
    if (!isWhole) removeUnfinished(file);
  }
}

/**
 * Copies a database in one go, before the till is open: the state before a migration, named after its schema. A copy
 * that an earlier attempt left is replaced, so that a migration that fails at every start does not fill the disk.
 * @returns the copy's path
 * @throws CopyDamaged, or what SQLite or the file system reports
 */
export function copyBeforeMigration(source: Database, directory: string): string {
  mkdirSync(directory, { recursive: true });
  const schema = Number(source.pragma('user_version', { simple: true }));
  const name = `before-migration-from-${schema}.sqlite`;
  const temporary = join(directory, `.${name}.part`);
  try {
    removeUnfinished(temporary);
    source.prepare('VACUUM INTO ?').run(temporary);
    readBack(temporary);
    return finish(temporary, directory, name);
  } finally {
    removeUnfinished(temporary);
  }
}
