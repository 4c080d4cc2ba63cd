import { sql } from 'kysely';
import type { ReadDb } from './connection.ts';
import { queryBuilder } from './statement.ts';

/** SQLite's own structural check, without the slower comparison of indexes with their tables. */
export async function quickCheck(db: ReadDb): Promise<boolean> {
  const rows = await db.query<{ quick_check: string }>(() => ({
    compile: () => sql<{ quick_check: string }>`PRAGMA quick_check(1)`.compile(queryBuilder),
  }));
  return rows[0]?.quick_check === 'ok';
}
