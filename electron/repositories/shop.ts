import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type ShopRow = Readonly<Schema['shop']>;
export type StaffRow = Readonly<Schema['staff']>;

const theShop = statement<Record<never, never>>()((db) => db.selectFrom('shop').selectAll());

/** The shop, or undefined before the first run. */
export function loadShop(db: ReadDb): Promise<ShopRow | undefined> {
  return db.one(theShop, {});
}

export async function insertShop(tx: WriteTx, shop: ShopRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('shop').values(shop));
}

export async function updateShop(tx: WriteTx, change: Partial<Omit<ShopRow, 'id'>>): Promise<void> {
  await tx.runQuery((k) => k.updateTable('shop').set(change).where('id', '=', 1));
}

const allPreferences = statement<Record<never, never>>()((db) => db.selectFrom('preferences').selectAll());

/** Preferences by name, each a JSON text. */
export async function loadPreferences(db: ReadDb): Promise<ReadonlyMap<string, string>> {
  return new Map((await db.all(allPreferences, {})).map((row) => [row.name, row.value]));
}

const putPreference = statement<{ name: string; value: string }>()((db, p) =>
  db
    .insertInto('preferences')
    .values({ name: p('name'), value: p('value') })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb.ref('excluded.value') })),
    ),
);

export async function setPreference(tx: WriteTx, name: string, value: string): Promise<void> {
  await tx.run(putPreference, { name, value });
}

const allStaff = statement<Record<never, never>>()((db) => db.selectFrom('staff').selectAll().orderBy('id'));

/** Everybody who ever worked here. */
export function loadStaff(db: ReadDb): Promise<StaffRow[]> {
  return db.all(allStaff, {});
}

export async function insertStaff(tx: WriteTx, member: StaffRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('staff').values(member));
}

const bump = statement<{ name: string }>()((db, p) =>
  db
    .insertInto('counters')
    .values({ name: p('name'), value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('counters.value', '+', 1) })),
    )
    .returning('value'),
);

/** The next number of a counter that must survive, such as card numbers. */
export async function nextCount(tx: WriteTx, name: string): Promise<number> {
  const row = await tx.one(bump, { name });
  if (!row) throw new Error(`counter ${name} gave no number`);
  return row.value;
}
