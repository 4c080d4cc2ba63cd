import type { Database } from 'better-sqlite3';

/** Things that have no table of their own before they are published: where the rules of a programme keep them. */
const insideRules: Readonly<Record<string, { readonly list: string; readonly key: string }>> = {
  rewards: { list: '$.rewards', key: '$.id' },
  tiers: { list: '$.tiers.levels', key: '$.id' },
  bonuses: { list: '$.bonuses', key: '$.id' },
  units: { list: '$.stampCards', key: '$.unitId' },
};

/** Which of them have a table all the same, once they are published. */
const withoutTable: readonly string[] = ['rewards', 'tiers', 'bonuses'];

function largestInRules(database: Database, table: string, from: number, to: number): number | null {
  const place = insideRules[table];
  if (!place) return null;
  return database
    .prepare(
      `SELECT max(thing.value ->> @key) FROM
         (SELECT rules FROM programme_versions UNION ALL SELECT rules FROM programme_draft) AS all_rules,
         json_each(all_rules.rules, @list) AS thing
       WHERE thing.value ->> @key >= @from AND thing.value ->> @key < @to`,
    )
    .pluck()
    .get({ ...place, from, to }) as number | null;
}

function largestInTable(database: Database, table: string, from: number, to: number): number | null {
  if (withoutTable.includes(table)) return null;
  const name = table.replaceAll('"', '');
  return database.prepare(`SELECT max(id) FROM "${name}" WHERE id >= ? AND id < ?`).pluck().get(from, to) as
    | number
    | null;
}

/** The highest id given out in `[from, to)`, drafts included; null when none was. */
export function highestId(database: Database, table: string, from: number, to: number): number | null {
  const found = [largestInRules(database, table, from, to), largestInTable(database, table, from, to)].filter(
    (id) => id !== null,
  );
  return found.length === 0 ? null : Math.max(...found);
}
