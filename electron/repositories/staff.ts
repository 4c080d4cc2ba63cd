import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type StaffKey = Readonly<Schema['staff_keys']>;
export type StaffRightsRow = Readonly<Schema['staff_rights']>;
export type PinFailuresRow = Readonly<Schema['pin_failures']>;
type KeyKind = StaffKey['kind'];

const pinHolders = statement<Record<never, never>>()((db) =>
  db.selectFrom('staff_keys').select('staff_id').where('kind', '=', 'pin'),
);

/** Ids of everybody who has a PIN. */
export async function staffWithPin(db: ReadDb): Promise<readonly number[]> {
  return (await db.all(pinHolders, {})).map((row) => row.staff_id);
}

const keysOfKind = statement<{ kind: KeyKind }>()((db, p) =>
  db.selectFrom('staff_keys').selectAll().where('kind', '=', p('kind')).orderBy('staff_id'),
);

/** Every key of one kind. */
export function loadStaffKeys(db: ReadDb, kind: KeyKind): Promise<StaffKey[]> {
  return db.all(keysOfKind, { kind });
}

const oneKey = statement<{ staffId: number; kind: KeyKind }>()((db, p) =>
  db.selectFrom('staff_keys').selectAll().where('staff_id', '=', p('staffId')).where('kind', '=', p('kind')),
);

export function findStaffKey(db: ReadDb, staffId: number, kind: KeyKind): Promise<StaffKey | undefined> {
  return db.one(oneKey, { staffId, kind });
}

const keyOfBadge = statement<{ hash: string }>()((db, p) =>
  db.selectFrom('staff_keys').selectAll().where('kind', '=', 'badge').where('hash', '=', p('hash')),
);

/** Whose staff card has this hash. */
export function findBadge(db: ReadDb, hash: string): Promise<StaffKey | undefined> {
  return db.one(keyOfBadge, { hash });
}

/** Sets a key; the one of the same kind before it is gone. */
export async function putStaffKey(tx: WriteTx, key: StaffKey): Promise<void> {
  await removeStaffKey(tx, key.staff_id, key.kind);
  await tx.runQuery((k) => k.insertInto('staff_keys').values(key));
}

export async function removeStaffKey(tx: WriteTx, staffId: number, kind: KeyKind): Promise<void> {
  await tx.runQuery((k) =>
    k.deleteFrom('staff_keys').where('staff_id', '=', staffId).where('kind', '=', kind),
  );
}

/** Takes away every way to sign in that somebody has. */
export async function removeStaffKeys(tx: WriteTx, staffId: number): Promise<void> {
  await tx.runQuery((k) => k.deleteFrom('staff_keys').where('staff_id', '=', staffId));
}

/** Takes away everybody's: nobody signs in any more. */
export async function removeAllStaffKeys(tx: WriteTx): Promise<void> {
  await tx.runQuery((k) => k.deleteFrom('staff_keys'));
}

const allRights = statement<Record<never, never>>()((db) => db.selectFrom('staff_rights').selectAll());

export function loadStaffRights(db: ReadDb): Promise<StaffRightsRow[]> {
  return db.all(allRights, {});
}

export async function putStaffRights(tx: WriteTx, rights: StaffRightsRow): Promise<void> {
  const { staff_id: _staffId, ...change } = rights;
  await tx.runQuery((k) =>
    k
      .insertInto('staff_rights')
      .values(rights)
      .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(change)),
  );
}

/** Changes name, role or whether somebody works here. */
export async function updateStaff(
  tx: WriteTx,
  staffId: number,
  change: Partial<Pick<Schema['staff'], 'name' | 'role' | 'active'>>,
): Promise<void> {
  await tx.runQuery((k) => k.updateTable('staff').set(change).where('id', '=', staffId));
}

const failuresOf = statement<{ subject: number }>()((db, p) =>
  db.selectFrom('pin_failures').selectAll().where('subject', '=', p('subject')),
);

/** The wrong PINs of one subject: a person, 0 = the whole shop, -1 = people who do not exist. */
export async function findPinFailures(db: ReadDb, subject: number): Promise<PinFailuresRow> {
  return (await db.one(failuresOf, { subject })) ?? { subject, failures: 0, last_at: 0, full_at: 0 };
}

export async function putPinFailures(tx: WriteTx, row: PinFailuresRow): Promise<void> {
  const { subject: _subject, ...change } = row;
  await tx.runQuery((k) =>
    k
      .insertInto('pin_failures')
      .values(row)
      .onConflict((conflict) => conflict.column('subject').doUpdateSet(change)),
  );
}

const signIns = statement<Record<never, never>>()((db) =>
  db.selectFrom('staff_sign_ins').selectAll().orderBy('at', 'desc').orderBy('staff_id'),
);

/** When everybody last signed in, the latest first. */
export function loadSignIns(db: ReadDb): Promise<Schema['staff_sign_ins'][]> {
  return db.all(signIns, {});
}

export async function putSignIn(tx: WriteTx, staffId: number, at: number): Promise<void> {
  await tx.runQuery((k) =>
    k
      .insertInto('staff_sign_ins')
      .values({ staff_id: staffId, at })
      .onConflict((conflict) => conflict.column('staff_id').doUpdateSet({ at })),
  );
}

/** Whoever works here and is a customer too, with the entry that counts since the last merge. */
export function loadStaffCustomers(
  db: ReadDb,
): Promise<{ staffId: number; customerId: number; name: string }[]> {
  return db.query((k) =>
    k
      .selectFrom('staff_customers as s')
      .innerJoin('customers as c', 'c.id', 's.customer_id')
      .leftJoin('customers as kept', 'kept.id', 'c.merged_into_id')
      .select((eb) => [
        's.staff_id as staffId',
        eb.fn.coalesce('kept.id', 'c.id').as('customerId'),
        eb.fn.coalesce('kept.name', 'c.name').as('name'),
      ])
      .orderBy('s.staff_id'),
  );
}

/** Says which customer somebody is; null = none. */
export async function putStaffCustomer(
  tx: WriteTx,
  staffId: number,
  customerId: number | null,
): Promise<void> {
  await tx.runQuery((k) => k.deleteFrom('staff_customers').where('staff_id', '=', staffId));
  if (customerId === null) return;
  await tx.runQuery((k) =>
    k.insertInto('staff_customers').values({ staff_id: staffId, customer_id: customerId }),
  );
}
