import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type ImportRow = Readonly<Schema['imports']>;

const ofRequest = statement<{ requestId: string }>()((db, p) =>
  db.selectFrom('imports').selectAll().where('request_id', '=', p('requestId')),
);

/** The import that a request has done, if it did. */
export function importOfRequest(db: ReadDb, requestId: string): Promise<ImportRow | undefined> {
  return db.one(ofRequest, { requestId });
}

export async function insertImport(tx: WriteTx, row: ImportRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('imports').values(row));
}

/** What an import needs to know of a customer it may mean. */
export interface KnownCustomer {
  readonly id: number;
  readonly wallet_id: number;
  readonly name: string;
  readonly external_ref: string | null;
}

const byRef = statement<{ ref: string }>()((db, p) =>
  db
    .selectFrom('customers as m')
    .innerJoin('customers as c', (join) =>
      join.on((eb) => eb('c.id', '=', eb.fn.coalesce('m.merged_into_id', 'm.id'))),
    )
    .select(['c.id', 'c.wallet_id', 'c.name', 'c.external_ref'])
    .where('m.external_ref', '=', p('ref')),
);

/** The customer with this reference of the old system; of a merged entry the one kept. */
export function customerWithRef(db: ReadDb, ref: string): Promise<KnownCustomer | undefined> {
  return db.one(byRef, { ref });
}

const byCard = statement<{ code: string }>()((db, p) =>
  db
    .selectFrom('cards as k')
    .innerJoin('customers as c', 'c.id', 'k.customer_id')
    .select(['c.id', 'c.wallet_id', 'c.name', 'c.external_ref'])
    .where('k.code', '=', p('code')),
);

/** Whose card this is, also when it is blocked. */
export function customerWithCard(db: ReadDb, code: string): Promise<KnownCustomer | undefined> {
  return db.one(byCard, { code });
}

const byName = statement<{ folded: string }>()((db, p) =>
  db
    .selectFrom('customers')
    .select(['id', 'wallet_id', 'name', 'external_ref'])
    .where('name_folded', '=', p('folded'))
    .where('merged_into_id', 'is', null)
    .orderBy('id')
    .limit(2),
);

/** Customers of exactly this folded name; two at most, which is as good as many. */
export function customersNamed(db: ReadDb, folded: string): Promise<KnownCustomer[]> {
  return db.all(byName, { folded });
}

const visitKey = statement<{ requestId: string }>()((db, p) =>
  db
    .selectFrom('visits as v')
    .leftJoin('imports as i', 'i.id', 'v.import_id')
    .leftJoin('visits as r', 'r.reverses_id', 'v.id')
    .leftJoin('visits as m', 'm.moved_from_id', 'v.id')
    .select(['i.undone_at as undoneAt', 'r.id as reversedBy', 'm.id as movedTo'])
    .where('v.request_id', '=', p('requestId')),
);

/**
 * The key under which a row of a file can be written now: its own, or after its import was undone the next one. Null when
 * it was imported before and that was not taken back.
 */
export async function freeVisitKey(db: ReadDb, key: string): Promise<string | null> {
  for (let time = 1; ; time += 1) {
    const free = time === 1 ? key : `${key}~${time}`;
    const found = await db.one(visitKey, { requestId: free });
    if (!found) return free;
    const isTakenBack = found.undoneAt !== null && found.reversedBy !== null && found.movedTo === null;
    if (!isTakenBack) return null;
  }
}

const byId = statement<{ id: number }>()((db, p) =>
  db.selectFrom('imports').selectAll().where('id', '=', p('id')),
);

export function importById(db: ReadDb, id: number): Promise<ImportRow | undefined> {
  return db.one(byId, { id });
}

const newest = statement<{ limit: number }>()((db, p) =>
  db
    .selectFrom('imports as i')
    .innerJoin('staff as s', 's.id', 'i.staff_id')
    .selectAll('i')
    .select('s.name as staffName')
    .orderBy('i.id', 'desc')
    .limit(p('limit')),
);

/** Imports, the newest first. */
export function newestImports(db: ReadDb, limit: number): Promise<(ImportRow & { staffName: string })[]> {
  return db.all(newest, { limit });
}

/** Keeps that an import was undone and what came of it. */
export async function setImportUndone(
  tx: WriteTx,
  id: number,
  undone: Pick<ImportRow, 'undone_at' | 'undone_by' | 'undone'>,
): Promise<void> {
  await tx.runQuery((k) => k.updateTable('imports').set(undone).where('id', '=', id));
}
