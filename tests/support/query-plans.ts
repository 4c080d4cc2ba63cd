import type { Database } from 'better-sqlite3';
import { onTestFinished, vi } from 'vitest';

/** How SQLite goes about one statement, line by line. */
export interface QueryPlan {
  readonly sql: string;
  readonly lines: readonly string[];
}

function planOf(database: Database, sql: string): QueryPlan {
  const holes = Array.from(sql.matchAll(/\?/g), () => null);
  const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...holes) as { detail: string }[];
  return { sql, lines: rows.map((row) => row.detail) };
}

/** The plans of every statement that is prepared on these connections while something is done. */
export async function plansWhile(
  databases: readonly Database[],
  work: () => Promise<unknown>,
): Promise<readonly QueryPlan[]> {
  const spies = databases.map((database) => ({ database, prepare: vi.spyOn(database, 'prepare') }));
  onTestFinished(() => {
    for (const { prepare } of spies) prepare.mockRestore();
  });
  await work();
  const prepared = spies.flatMap(({ database, prepare }) => {
    const statements = prepare.mock.calls.map(([sql]) => sql);
    prepare.mockRestore();
    return statements.map((sql) => planOf(database, sql));
  });
  return prepared;
}
