import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type ItemRow = Readonly<Schema['items']>;

const all = statement<Record<never, never>>()((db) =>
  db.selectFrom('items').selectAll().orderBy('category').orderBy('name').orderBy('id'),
);

export function loadItems(db: ReadDb): Promise<ItemRow[]> {
  return db.all(all, {});
}

const byId = statement<{ id: number }>()((db, p) =>
  db.selectFrom('items').selectAll().where('id', '=', p('id')),
);

export function itemById(db: ReadDb, id: number): Promise<ItemRow | undefined> {
  return db.one(byId, { id });
}

export async function insertItem(tx: WriteTx, item: ItemRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('items').values(item));
}

export async function updateItem(
  tx: WriteTx,
  id: number,
  change: Partial<Omit<ItemRow, 'id'>>,
): Promise<void> {
  await tx.runQuery((k) => k.updateTable('items').set(change).where('id', '=', id));
}

/** Frees a quick position, so that two items never share one. */
export async function clearQuickPosition(tx: WriteTx, position: number, exceptId: number): Promise<void> {
  await tx.runQuery((k) =>
    k
      .updateTable('items')
      .set({ quick_position: null })
      .where('quick_position', '=', position)
      .where('id', '<>', exceptId),
  );
}
