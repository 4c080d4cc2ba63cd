import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** The tables of a shop's file, without those of SQLite itself. */
export const tablesOf = (file: Database): readonly string[] =>
  file
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`)
    .pluck()
    .all() as string[];

/** What a refusal is to leave behind: that somebody tried. */
const attempts = ['pin_failures', 'audit_entries', 'audit_facts'];

/** Of all counters only that of the log moves with an attempt. */
const rowsOf = (table: string): string =>
  table === 'counters' ? "counters WHERE name <> 'auditEntries'" : `"${table}"`;

/** Everything in the file except records of attempts, as one hash. */
export function contentOf(file: Database): string {
  const hash = createHash('sha256');
  for (const table of tablesOf(file).filter((name) => !attempts.includes(name))) {
    const rows = file
      .prepare(`SELECT * FROM ${rowsOf(table)}`)
      .raw()
      .all();
    hash.update(table).update(JSON.stringify(rows));
  }
  return hash.digest('hex');
}
