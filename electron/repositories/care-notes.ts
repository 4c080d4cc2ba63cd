import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { CareNoteKind } from '#shared/domain/privacy/privacy-rules.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';
import { samePerson } from './customers.ts';

export interface CareNoteRow {
  readonly id: number;
  readonly kind: CareNoteKind;
  readonly text: string;
  readonly madeDay: BusinessDay;
  readonly at: number;
  readonly staffName: string;
}

const ofCustomer = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('care_notes as n')
    .innerJoin('staff as s', 's.id', 'n.staff_id')
    .select(['n.id', 'n.kind', 'n.text', 'n.made_day as madeDay', 'n.at', 's.name as staffName'])
    .where('n.customer_id', 'in', samePerson(p('customerId')))
    .orderBy('n.made_day', 'desc')
    .orderBy('n.id', 'desc'),
);

/** Notes about a person, also under entries merged into theirs, the newest first. */
export function careNotesOfPerson(db: ReadDb, customerId: number): Promise<CareNoteRow[]> {
  return db.all(ofCustomer, { customerId });
}

export async function insertCareNote(tx: WriteTx, row: Schema['care_notes']): Promise<void> {
  await tx.runQuery((k) => k.insertInto('care_notes').values(row));
}

/** A note with whom it is about; undefined when it is gone. */
export async function careNoteById(
  db: ReadDb,
  id: number,
): Promise<{ readonly kind: CareNoteKind; readonly customer_id: number } | undefined> {
  const rows = await db.query((k) =>
    k.selectFrom('care_notes').select(['kind', 'customer_id']).where('id', '=', id),
  );
  return rows[0];
}

/** Takes a note away, with what a guess at its words could be compared with. */
export async function deleteCareNote(tx: WriteTx, id: number): Promise<void> {
  await tx.runQuery((k) =>
    k
      .updateTable('requests')
      .set({ content: '' })
      .where('request_id', '=', (eb) =>
        eb.selectFrom('care_notes').select('request_id').where('id', '=', id),
      ),
  );
  await tx.runQuery((k) => k.deleteFrom('care_notes').where('id', '=', id));
}

/** Some of the notes of a kind about a day and earlier ones. */
export function careNotesUntil(
  db: ReadDb,
  kind: CareNoteKind,
  until: BusinessDay,
  limit: number,
): Promise<{ readonly id: number; readonly customer_id: number }[]> {
  return db.query((k) =>
    k
      .selectFrom('care_notes')
      .select(['id', 'customer_id'])
      .where('kind', '=', kind)
      .where('made_day', '<=', until)
      .orderBy('made_day')
      .orderBy('id')
      .limit(limit),
  );
}
