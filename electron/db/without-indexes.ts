import { sql } from 'kysely';
import type { WriteTx } from './connection.ts';

/** The definition an index has in the file. */
async function definitionOf(tx: WriteTx, index: string): Promise<string> {
  const definition = sql<{
    sql: string;
  }>`SELECT sql FROM sqlite_schema WHERE type = 'index' AND name = ${index}`;
  const [found] = await tx.query((k) => ({ compile: () => definition.compile(k) }));
  if (!found) throw new Error(`there is no index ${index}`);
  return found.sql;
}

/**
 * Does work that fills most of a table while some of its indexes are away, and makes them anew at the end: sorting all
 * its rows once costs less than finding the place of each. All in the caller's transaction, so that an index is never
 * missing from what was committed.
 * @param indexes their names; their definitions are those they have in the file
 */
export async function withoutIndexes(
  tx: WriteTx,
  indexes: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const definitions: string[] = [];
  for (const index of indexes) {
    definitions.push(await definitionOf(tx, index));
    const drop = sql`DROP INDEX ${sql.ref(index)}`;
    await tx.runQuery((k) => ({ compile: () => drop.compile(k) }));
  }
  await work();
  for (const definition of definitions) {
    const make = sql.raw(definition);
    await tx.runQuery((k) => ({ compile: () => make.compile(k) }));
  }
}
