import { sql } from 'kysely';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { queryBuilder, statement } from '../db/statement.ts';
import { type Erased, erasePlan, type TablePlan } from './erase-plan.ts';

export type ErasureRow = Readonly<Schema['erasures']>;

const rowsOf = <R>(db: ReadDb, query: ReturnType<typeof sql<R>>): Promise<R[]> =>
  db.query<R>(() => ({ compile: () => query.compile(queryBuilder) }));

async function carryOut(tx: WriteTx, table: string, plan: TablePlan, erased: Erased): Promise<void> {
  const changes = Object.entries(plan.columns).flatMap(([column, what]) =>
    what === 'kept' ? [] : [sql`${sql.ref(column)} = ${what(erased)}`],
  );
  if (!plan.rowsGo && changes.length === 0) return;
  const rows = plan.rows?.(erased) ?? sql`1 = 1`;
  const change = plan.rowsGo
    ? sql`DELETE FROM ${sql.table(table)} WHERE ${rows}`
    : sql`UPDATE ${sql.table(table)} SET ${sql.join(changes)} WHERE ${rows}`;
  await tx.runQuery(() => ({ compile: () => change.compile(queryBuilder) }));
}

/** Takes everything away that tells who somebody is, from every table; what they did stays as it was. */
export async function erasePerson(tx: WriteTx, customerId: number, label: string): Promise<void> {
  const people = sql`SELECT id FROM customers WHERE id = ${customerId} OR merged_into_id = ${customerId}`;
  for (const [table, plan] of Object.entries(erasePlan)) await carryOut(tx, table, plan, { people, label });
}

export async function insertErasure(tx: WriteTx, erasure: ErasureRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('erasures').values(erasure));
}

export async function erasureOf(db: ReadDb, customerId: number): Promise<ErasureRow | undefined> {
  const rows = await db.query((k) =>
    k.selectFrom('erasures').selectAll().where('customer_id', '=', customerId),
  );
  return rows[0];
}

const forgotten = statement<{ ids: string }>()((db, p) => ({
  compile: () =>
    sql<{ id: number }>`SELECT customer_id AS id FROM erasures
      WHERE customer_id IN (SELECT value FROM json_each(${p('ids')}))`.compile(db),
}));

/**
 * Those of some people who are not forgotten. What was found out about people beside the till is asked in the transaction that
 * writes it down: somebody may have been forgotten in between, and nothing may be written of them again.
 */
export async function notForgotten<T>(
  db: ReadDb,
  rows: readonly T[],
  idOf: (row: T) => number,
): Promise<readonly T[]> {
  const gone = new Set(
    (await db.all(forgotten, { ids: JSON.stringify(rows.map(idOf)) })).map(({ id }) => id),
  );
  return gone.size === 0 ? rows : rows.filter((row) => !gone.has(idOf(row)));
}

/** Every entry that was forgotten. */
export function allErasures(db: ReadDb): Promise<ErasureRow[]> {
  return db.query((k) => k.selectFrom('erasures').selectAll().orderBy('customer_id'));
}

/** Everybody who was forgotten, each once, newest first. */
export function erasedPeople(db: ReadDb): Promise<ErasureRow[]> {
  return db.query((k) =>
    k
      .selectFrom('erasures as e')
      .innerJoin('customers as c', 'c.id', 'e.customer_id')
      .selectAll('e')
      .where('c.merged_into_id', 'is', null)
      .orderBy('e.at', 'desc')
      .orderBy('e.customer_id', 'desc'),
  );
}

/** Entries of a person by which they are known again: the id, and when each was entered. */
export function entriesOfPerson(
  db: ReadDb,
  customerId: number,
): Promise<{ id: number; created_at: number; visits: number }[]> {
  return rowsOf(
    db,
    sql<{ id: number; created_at: number; visits: number }>`
      SELECT c.id, c.created_at, COALESCE(s.check_ins, 0) AS visits FROM customers AS c
      LEFT JOIN customer_stats AS s ON s.customer_id = c.id
      WHERE c.id = ${customerId} OR c.merged_into_id = ${customerId} ORDER BY c.id = ${customerId} DESC, c.id`,
  );
}

/** When an entry was made that may be of somebody forgotten; undefined where it is not there, or forgotten already. */
export async function entryToForget(
  db: ReadDb,
  customerId: number,
): Promise<{ created_at: number; merged_into_id: number | null } | undefined> {
  const rows = await rowsOf(
    db,
    sql<{ created_at: number; merged_into_id: number | null }>`
      SELECT created_at, merged_into_id FROM customers
      WHERE id = ${customerId} AND id NOT IN (SELECT customer_id FROM erasures)`,
  );
  return rows[0];
}

/** Has the index of names written anew, so that no word of a name that is gone stays in it. */
export async function renewNameIndex(tx: WriteTx): Promise<void> {
  await tx.runQuery(() => ({
    compile: () => sql`INSERT INTO customer_names (customer_names) VALUES ('optimize')`.compile(queryBuilder),
  }));
}
