import { type RawBuilder, sql } from 'kysely';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { queryBuilder, statement } from '../db/statement.ts';
import { samePerson } from './customers.ts';

export type TagRow = Readonly<Schema['tags']>;

const rowsOf = <R>(db: ReadDb, query: RawBuilder<R>): Promise<R[]> =>
  db.query<R>(() => ({ compile: () => query.compile(queryBuilder) }));

const inUse = queryBuilder.selectFrom('tags').selectAll().where('removed_at', 'is', null);

const all = statement<Record<never, never>>()(() => inUse.orderBy('name_folded').orderBy('id'));

/** Tags in use by name. */
export function loadTags(db: ReadDb): Promise<TagRow[]> {
  return db.all(all, {});
}

const byId = statement<{ id: number }>()((_db, p) => inUse.where('id', '=', p('id')));

/** A tag in use. */
export function tagById(db: ReadDb, id: number): Promise<TagRow | undefined> {
  return db.one(byId, { id });
}

const byKey = statement<{ key: string }>()((_db, p) => inUse.where('name_folded', '=', p('key')));

/** The tag in use whose name has a key of `tagKey`. */
export function tagByKey(db: ReadDb, key: string): Promise<TagRow | undefined> {
  return db.one(byKey, { key });
}

export async function insertTag(tx: WriteTx, tag: Schema['tags']): Promise<void> {
  await tx.runQuery((k) => k.insertInto('tags').values(tag));
}

export async function updateTag(
  tx: WriteTx,
  id: number,
  change: Pick<Schema['tags'], 'name' | 'name_folded' | 'colour'>,
): Promise<void> {
  await tx.runQuery((k) => k.updateTable('tags').set(change).where('id', '=', id));
}

/** Removes a tag: nobody wears it any more, and its number is never given again. */
export async function removeTag(tx: WriteTx, id: number, at: number): Promise<void> {
  await tx.runQuery((k) => k.deleteFrom('customer_tags').where('tag_id', '=', id));
  await tx.runQuery((k) => k.updateTable('tags').set({ removed_at: at }).where('id', '=', id));
}

const ofPerson = statement<{ customerId: number }>()((_db, p) =>
  inUse
    .where('id', 'in', (worn) =>
      worn
        .selectFrom('customer_tags')
        .select('tag_id')
        .where('customer_id', 'in', samePerson(p('customerId'))),
    )
    .orderBy('name_folded')
    .orderBy('id'),
);

/** Tags of a person by name, also those put on under entries merged into theirs. */
export function tagsOf(db: ReadDb, customerId: number): Promise<TagRow[]> {
  return db.all(ofPerson, { customerId });
}

interface PutOn {
  readonly tagId: number;
  readonly at: number;
  readonly staffId: number;
}

/** Puts a tag on customers; whoever wears it already, also under an entry merged into theirs, goes on wearing it. */
export async function putTagOn(
  tx: WriteTx,
  customerIds: readonly number[],
  { tagId, at, staffId }: PutOn,
): Promise<void> {
  const insert = sql`INSERT INTO customer_tags (customer_id, tag_id, at, staff_id)
    SELECT one.value, ${tagId}, ${at}, ${staffId} FROM json_each(${JSON.stringify(customerIds)}) AS one
    WHERE NOT EXISTS (SELECT 1 FROM customer_tags AS w WHERE w.customer_id = one.value AND w.tag_id = ${tagId})
      AND NOT EXISTS (SELECT 1 FROM customers AS p JOIN customer_tags AS w ON w.customer_id = p.id AND w.tag_id = ${tagId}
        WHERE p.merged_into_id = one.value)`;
  await tx.runQuery(() => ({ compile: () => insert.compile(queryBuilder) }));
}

/** Takes a tag off customers and off the entries merged into theirs. */
export async function takeTagOff(tx: WriteTx, customerIds: readonly number[], tagId: number): Promise<void> {
  const ids = JSON.stringify(customerIds);
  const remove = sql`DELETE FROM customer_tags WHERE tag_id = ${tagId} AND customer_id IN (
    SELECT p.id FROM json_each(${ids}) AS one JOIN customers AS p ON p.id = one.value
    UNION ALL SELECT p.id FROM json_each(${ids}) AS one JOIN customers AS p ON p.merged_into_id = one.value)`;
  await tx.runQuery(() => ({ compile: () => remove.compile(queryBuilder) }));
}

/** A subquery: ids of everybody who wears one of some tags, also under an entry merged into theirs. */
export function wearers(tagIds: readonly number[]): RawBuilder<unknown> {
  return sql`SELECT COALESCE(p.merged_into_id, p.id) FROM customer_tags AS w JOIN customers AS p ON p.id = w.customer_id
    WHERE w.tag_id IN (${sql.join([...tagIds])})`;
}

/** Ids of everybody who wears a tag; of an entry merged into another, the id of the entry kept. */
export async function wearersOf(db: ReadDb, tagId: number): Promise<number[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`SELECT DISTINCT COALESCE(p.merged_into_id, p.id) AS id
      FROM customer_tags AS w JOIN customers AS p ON p.id = w.customer_id WHERE w.tag_id = ${tagId}`,
  );
  return rows.map(({ id }) => id);
}

/** How many people wear each tag that somebody wears. */
export function tagCounts(db: ReadDb): Promise<{ tagId: number; people: number }[]> {
  return rowsOf(
    db,
    sql<{ tagId: number; people: number }>`
      SELECT w.tag_id AS "tagId", COUNT(DISTINCT COALESCE(p.merged_into_id, p.id)) AS people
      FROM customer_tags AS w JOIN customers AS p ON p.id = w.customer_id GROUP BY w.tag_id`,
  );
}

/** Names and numbers of the tags of some people, by the id of the person and in the order of the names. */
export async function tagsOfPeople(
  db: ReadDb,
  customerIds: readonly number[],
): Promise<Map<number, { readonly id: number; readonly name: string }[]>> {
  const ids = JSON.stringify(customerIds);
  const rows = await rowsOf(
    db,
    sql<{ personId: number; id: number; name: string }>`
      SELECT one.value AS "personId", t.id, t.name, t.name_folded FROM json_each(${ids}) AS one
        JOIN customer_tags AS w ON w.customer_id = one.value JOIN tags AS t ON t.id = w.tag_id
      UNION SELECT one.value, t.id, t.name, t.name_folded FROM json_each(${ids}) AS one
        JOIN customers AS p ON p.merged_into_id = one.value
        JOIN customer_tags AS w ON w.customer_id = p.id JOIN tags AS t ON t.id = w.tag_id
      ORDER BY 4, 2`,
  );
  const found = new Map<number, { id: number; name: string }[]>();
  for (const { personId, id, name } of rows)
    found.set(personId, [...(found.get(personId) ?? []), { id, name }]);
  return found;
}
