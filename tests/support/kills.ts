import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { disagreements, readRows } from './shop-file.ts';

/**
 * What a call answered, or null when the host died first.
 * @throws a coded failure: an answer that no call may get that is not named in `allowed`
 */
export async function answerOf<T>(call: Promise<T>, allowed: readonly string[] = []): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ORPCError && !allowed.includes(error.code)) throw error;
    return null;
  }
}

/** Reads a database that may be in use or lie among the backups: on a copy, so that nothing is made beside it. */
export function readCopy<T>(file: string, read: (database: Database.Database) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'regulars-read-'));
  try {
    for (const end of ['', '-wal']) {
      if (existsSync(file + end)) copyFileSync(file + end, join(directory, `copy.sqlite${end}`));
    }
    const database = new Database(join(directory, 'copy.sqlite'));
    try {
      return read(database);
    } finally {
      database.close();
    }
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Requests of all visits of a database, each as often as it was written. */
export const visitRequests = (file: string): readonly string[] =>
  readCopy(file, (database) => {
    expect(database.pragma('quick_check', { simple: true })).toBe('ok');
    return database.prepare('SELECT request_id FROM visits').pluck().all() as string[];
  });

/** Everything that must agree in the file of a shop that is closed, does. */
export function expectSound(dataDir: string): void {
  for (const [what, sql] of Object.entries(disagreements)) expect(readRows(dataDir, sql), what).toEqual([]);
  expect(readRows(dataDir, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(readRows(dataDir, 'PRAGMA foreign_key_check')).toEqual([]);
}
