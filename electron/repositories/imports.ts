import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
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

const lowerSince = statement<{ id: number; day: BusinessDay }>()((db, p) =>
  db
    .updateTable('customers')
    .set({ customer_since: p('day') })
    .where('id', '=', p('id'))
    .where('customer_since', '>', p('day')),
);

/** A customer is one since the first visit: history that comes in later moves the date back, never forward. */
export async function customerSinceAtLatest(tx: WriteTx, id: number, day: BusinessDay): Promise<void> {
  await tx.run(lowerSince, { id, day });
}

const visitKey = statement<{ requestId: string }>()((db, p) =>
  db.selectFrom('visits').select('id').where('request_id', '=', p('requestId')),
);

/** Whether a row was imported before. */
export async function isVisitImported(db: ReadDb, key: string): Promise<boolean> {
  return (await db.one(visitKey, { requestId: key })) !== undefined;
}
