import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type MergeRow = Readonly<Schema['merges']>;

const mergedEntries = statement<{ keptId: number }>()((db, p) =>
  db
    .selectFrom('merges as m')
    .innerJoin('customers as c', 'c.id', 'm.merged_id')
    .select(['m.id', 'c.id as customerId', 'c.name', 'm.at', 'm.staff_id'])
    .where('m.kept_id', '=', p('keptId'))
    .where('m.undone_at', 'is', null)
    .orderBy('m.id', 'desc'),
);

/** Entries merged into a customer that can be taken apart again. */
export function mergedInto(
  db: ReadDb,
  keptId: number,
): Promise<{ id: number; customerId: number; name: string; at: number; staff_id: number }[]> {
  return db.all(mergedEntries, { keptId });
}

const standing = statement<{ mergedId: number }>()((db, p) =>
  db.selectFrom('merges').selectAll().where('merged_id', '=', p('mergedId')).where('undone_at', 'is', null),
);

/** The merge by which an entry is part of another one now. */
export function mergeOf(db: ReadDb, mergedId: number): Promise<MergeRow | undefined> {
  return db.one(standing, { mergedId });
}

const byId = statement<{ id: number }>()((db, p) =>
  db.selectFrom('merges').selectAll().where('id', '=', p('id')),
);

export function mergeById(db: ReadDb, id: number): Promise<MergeRow | undefined> {
  return db.one(byId, { id });
}

export async function insertMerge(tx: WriteTx, row: MergeRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('merges').values(row));
}

/** Keeps what an unmerge will have to restore. */
export async function setMergeDetails(tx: WriteTx, id: number, details: string): Promise<void> {
  await tx.runQuery((k) => k.updateTable('merges').set({ details }).where('id', '=', id));
}

export async function endMerge(tx: WriteTx, id: number, undoneAt: number): Promise<void> {
  await tx.runQuery((k) => k.updateTable('merges').set({ undone_at: undoneAt }).where('id', '=', id));
}

/** Whose entries some customers are now; null = their own. */
export async function setMergedInto(
  tx: WriteTx,
  ids: readonly number[],
  keptId: number | null,
): Promise<void> {
  if (ids.length === 0) return;
  await tx.runQuery((k) =>
    k
      .updateTable('customers')
      .set({ merged_into_id: keptId })
      .where('id', 'in', [...ids]),
  );
}
