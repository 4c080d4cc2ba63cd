import { sql } from 'kysely';
import type { WriteTx } from './connection.ts';

/**
 * Does work that fills most of a table while one of its indexes is away, and makes the index anew at the end: sorting
 * all its rows once costs less than finding the place of each. All in the caller's transaction, so that an index is
 * never missing from what was committed.
 * @param index its name; its definition is the one it has in the file
 */
export async function withoutIndex(tx: WriteTx, index: string, work: () => Promise<void>): Promise<void> {
  const definition = sql<{
    sql: string;
  }>`SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ${index}`;
  const [found] = await tx.query((k) => ({ compile: () => definition.compile(k) }));
  if (!found) throw new Error(`there is no index ${index}`);
  const drop = sql`DROP INDEX ${sql.ref(index)}`;
  await tx.runQuery((k) => ({ compile: () => drop.compile(k) }));
  await work();
  const make = sql.raw(found.sql);
  await tx.runQuery((k) => ({ compile: () => make.compile(k) }));
}
