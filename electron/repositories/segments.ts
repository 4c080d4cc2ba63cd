import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type SegmentRow = Readonly<Schema['segments']> & { readonly byName: string };

const all = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('segments as g')
    .innerJoin('staff as s', 's.id', 'g.staff_id')
    .selectAll('g')
    .select('s.name as byName')
    .orderBy('g.name')
    .orderBy('g.id'),
);

/** Saved segments by name. */
export function loadSegments(db: ReadDb): Promise<SegmentRow[]> {
  return db.all(all, {});
}

/** Saves a segment, or changes the one with its id. */
export async function putSegment(tx: WriteTx, segment: Schema['segments']): Promise<void> {
  const { id: _id, ...change } = segment;
  await tx.runQuery((k) =>
    k
      .insertInto('segments')
      .values(segment)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(change)),
  );
}

const remove = statement<{ id: number }>()((db, p) => db.deleteFrom('segments').where('id', '=', p('id')));

export async function deleteSegment(tx: WriteTx, id: number): Promise<void> {
  await tx.run(remove, { id });
}

const sources = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('customers')
    .select('source')
    .distinct()
    .where('source', 'is not', null)
    .orderBy('source')
    .limit(200),
);

/** How customers heard of the shop: every answer there is. */
export async function knownSources(db: ReadDb): Promise<string[]> {
  return (await db.all(sources, {})).flatMap(({ source }) => (source === null ? [] : [source]));
}
