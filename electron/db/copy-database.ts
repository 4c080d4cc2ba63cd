import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';

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
function verify(file: string): Omit<VerifiedCopy, 'file'> {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    const rows = database.pragma('quick_check(1)') as { quick_check: string }[];
    if (rows[0]?.quick_check !== 'ok') throw new CopyDamaged('quick_check of the copy failed');
    return {
      bytes: statSync(file).size,
      customers: count(database, 'customers'),
      visits: count(database, 'visits'),
    };
  } finally {
    database.close();
  }
}

function flush(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Copies a database while it is in use: written under a temporary name, flushed, opened and checked, then renamed.
 * A copy that cannot be proven is removed again.
 * @throws CopyDamaged, or what the file system reports
 */
export async function copyDatabase(source: Database, directory: string, name: string): Promise<VerifiedCopy> {
  mkdirSync(directory, { recursive: true });
  const temporary = join(directory, `.${name}.part`);
  const file = join(directory, name);
  try {
    await source.backup(temporary, { progress: () => pagesPerStep });
    const counts = verify(temporary);
    flush(temporary);
    renameSync(temporary, file);
    if (process.platform !== 'win32') flush(directory);
    return { file, ...counts };
  } finally {
    for (const leftover of [temporary, `${temporary}-wal`, `${temporary}-shm`])
      rmSync(leftover, { force: true });
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
