import type { Database } from 'better-sqlite3';

/** Where ids of a kind are kept: a table's `id`, except for rewards, which live inside the programme's rules. */
function largest(database: Database, table: string, from: number, to: number): number | null {
  if (table === 'rewards') {
    return database
      .prepare(
        `SELECT max(r.value ->> 'id') FROM programme_versions AS v, json_each(v.rules, '$.rewards') AS r
         WHERE (r.value ->> 'id') >= ? AND (r.value ->> 'id') < ?`,
      )
      .pluck()
      .get(from, to) as number | null;
  }
  const name = table.replaceAll('"', '');
  return database.prepare(`SELECT max(id) FROM "${name}" WHERE id >= ? AND id < ?`).pluck().get(from, to) as
    | number
    | null;
}

/** The highest id given out in `[from, to)`; null when none was. */
export function highestId(database: Database, table: string, from: number, to: number): number | null {
  return largest(database, table, from, to);
}
