import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';
import { sameCustomer } from './customers.ts';

/** Something an import wrote into a customer. */
export type ImportChange = Readonly<Schema['import_changes']>;
export type ChangedField = ImportChange['field'];

const insert = statement<{ [K in keyof ImportChange]: ImportChange[K] }>()((db, p) =>
  db
    .insertInto('import_changes')
    .values({
      import_id: p('import_id'),
      customer_id: p('customer_id'),
      field: p('field'),
      before: p('before'),
      after: p('after'),
    })
    .onConflict((conflict) => conflict.doNothing()),
);

/** Keeps what an import writes, so that it can be taken back. */
export async function insertImportChange(tx: WriteTx, change: ImportChange): Promise<void> {
  await tx.run(insert, change);
}

const ofImport = statement<{ importId: number }>()((db, p) =>
  db
    .selectFrom('import_changes')
    .selectAll()
    .where('import_id', '=', p('importId'))
    .orderBy('customer_id')
    .orderBy('field'),
);

export function changesOfImport(db: ReadDb, importId: number): Promise<ImportChange[]> {
  return db.all(ofImport, { importId });
}

const remove = statement<{ importId: number; customerId: number; field: ChangedField; after: string }>()(
  (db, p) =>
    db
      .deleteFrom('import_changes')
      .where('import_id', '=', p('importId'))
      .where('customer_id', '=', p('customerId'))
      .where('field', '=', p('field'))
      .where('after', '=', p('after')),
);

/** Forgets what was taken back. */
export async function removeImportChange(tx: WriteTx, change: ImportChange): Promise<void> {
  await tx.run(remove, {
    importId: change.import_id,
    customerId: change.customer_id,
    field: change.field,
    after: change.after,
  });
}

const given = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('import_changes as c')
    .innerJoin('tags as t', (join) => join.on((eb) => eb('t.id', '=', eb.cast<number>('c.after', 'integer'))))
    .select('t.name_folded')
    .where('c.customer_id', '=', p('customerId'))
    .where('c.field', '=', 'tag'),
);

/** Tags that imports gave somebody and that were not taken back, also those taken off or removed by hand since. */
export function tagsGivenByImports(db: ReadDb, customerId: number): Promise<{ name_folded: string }[]> {
  return db.all(given, { customerId });
}

const openings = statement<{ customerId: number; unitId: number }>()((db, p) =>
  db
    .selectFrom('import_changes as c')
    .innerJoin('ledger_entries as e', (join) =>
      join.on((eb) => eb('e.id', '=', eb.cast<number>('c.after', 'integer'))),
    )
    .leftJoin('ledger_entries as r', 'r.reverses_id', 'e.id')
    .select('e.change')
    .where('c.customer_id', '=', p('customerId'))
    .where('c.field', '=', 'entry')
    .where('e.unit_id', '=', p('unitId'))
    .where('r.id', 'is', null),
);

/** What a customer, with the entries merged into them, brought along in a unit and was not taken back. */
export async function openingBalances(db: ReadDb, customerId: number, unitId: number): Promise<number[]> {
  const changes = [];
  for (const id of await sameCustomer(db, customerId)) {
    changes.push(...(await db.all(openings, { customerId: id, unitId })));
  }
  return changes.map(({ change }) => change);
}
