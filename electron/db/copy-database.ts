import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { flush, flushFolder } from './flush.ts';

/** A copy of the shop's file that was opened, checked and counted. */
export interface VerifiedCopy {
  readonly file: string;
  readonly bytes: number;
  readonly customers: number;
  readonly visits: number;
}

/** The copy could be written but not be read back whole. */
export class CopyDamaged extends Error {}

/** Pages per step: large enough to be quick, small enough that the till answers in between. */
const pagesPerStep = 1000;

function count(database: Database, table: 'customers' | 'visits'): number {
  return Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
}

/** Opens a finished copy on its own and reads it: only what was read back is a backup. */
function readBack<T>(file: string, read: (database: Database) => T): T {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    const rows = database.pragma('quick_check(1)') as { quick_check: string }[];
    if (rows[0]?.quick_check !== 'ok') throw new CopyDamaged('quick_check of the copy failed');
    return read(database);
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
 * Copies a database while it is in use: written under a temporary name, flushed, opened and checked, then renamed.
 * A copy that cannot be proven is removed again.
 * @throws CopyDamaged, or what the file system reports
 */
export async function copyDatabase(source: Database, directory: string, name: string): Promise<VerifiedCopy> {
  mkdirSync(directory, { recursive: true });
  const temporary = join(directory, `.${name}.part`);
  try {
    removeUnfinished(temporary);
    await source.backup(temporary, { progress: () => pagesPerStep });
    const counts = readBack(temporary, (copy) => ({
      customers: count(copy, 'customers'),
      visits: count(copy, 'visits'),
    }));
    const bytes = statSync(temporary).size;
    return { file: finish(temporary, directory, name), bytes, ...counts };
  } finally {
    removeUnfinished(temporary);
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
    readBack(temporary, () => undefined);
    return finish(temporary, directory, name);
  } finally {
    removeUnfinished(temporary);
  }
}

/** The newest file of a directory whose name matches; null when there is none. */
export function newestFile(
  directory: string,
  pattern: RegExp,
): { readonly file: string; readonly at: number } | null {
  if (!existsSync(directory)) return null;
  const files = readdirSync(directory)
    .filter((name) => pattern.test(name))
    .map((name) => ({
      file: join(directory, name),
      at: Math.round(statSync(join(directory, name)).mtimeMs),
    }));
  return files.sort((a, b) => b.at - a.at)[0] ?? null;
}
