import type { CareNote } from '#shared/contract/privacy-rules.ts';
import { formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { isOld } from '#shared/domain/privacy/periods.ts';
import {
  type CareKind,
  type CareNoteKind,
  careNoteKinds,
  careNotesOf,
} from '#shared/domain/privacy/privacy-rules.ts';
import type { ReadDb } from '../../db/connection.ts';
import {
  type CareNoteRow,
  careNoteById,
  careNotesOfPerson,
  deleteCareNote,
  insertCareNote,
} from '../../repositories/care-notes.ts';
import { type CustomerRow, keptCustomer } from '../../repositories/customers.ts';
import { erasureOf } from '../../repositories/erase-person.ts';
import { failure } from '../failure.ts';
import { currentStaff, present, type ShopContext, shopFacts } from '../shop-context.ts';
import { writeOnce } from '../write-once.ts';
import { mustReadCare, readsCare } from './care-readers.ts';

/** The entry kept of somebody. @throws Failure NotFound, also of whoever was forgotten */
export async function knownPerson(db: ReadDb, customerId: number): Promise<CustomerRow> {
  const row = await keptCustomer(db, customerId);
  if (!row || (await erasureOf(db, row.id))) throw failure('NotFound', { what: 'customer', id: customerId });
  return row;
}

/** A note as somebody sees it who may read its words, or may not. */
export const careNoteView = (ctx: ShopContext, row: CareNoteRow, mayRead: boolean): CareNote => ({
  noteId: row.id,
  kind: row.kind,
  text: mayRead ? row.text : null,
  day: formatDay(row.madeDay),
  at: row.at,
  staffName: row.staffName,
  isOld: isOld(row.madeDay, shopFacts(ctx).privacy.care[row.kind], present(ctx).day),
});

/** Kinds of which something is known about somebody. */
export const kindsKnown = (person: CustomerRow, notes: readonly CareNoteRow[]): CareKind[] => [
  ...(person.allergy === null ? [] : (['allergy'] as const)),
  ...careNoteKinds.filter((kind) => notes.some((note) => note.kind === kind)),
];

/**
 * What is known for somebody's safety, newest first, as far as whoever asks may read it.
 * @throws Failure NotFound, ApprovalNeeded (`reveal`, and not all of it is theirs to read)
 */
export async function careNotes(
  ctx: ShopContext,
  { customerId, reveal }: { readonly customerId: number; readonly reveal: boolean },
): Promise<{ notes: CareNote[]; allergy: string | null; hidden: CareKind[]; kinds: CareNoteKind[] }> {
  const facts = shopFacts(ctx);
  const db = ctx.work.read;
  const person = await knownPerson(db, customerId);
  const rows = await careNotesOfPerson(db, person.id);
  const known = kindsKnown(person, rows);
  if (reveal) mustReadCare(facts, known);
  const isShown = (kind: CareKind) => reveal || readsCare(facts, kind);
  return {
    notes: rows.map((row) => careNoteView(ctx, row, isShown(row.kind))),
    allergy: isShown('allergy') ? person.allergy : null,
    hidden: known.filter((kind) => !isShown(kind)),
    kinds: [...careNotesOf(facts.shop.kind)],
  };
}

/**
 * Writes a note down, once per request. Whoever is told something writes it down, also who may not read it afterwards.
 * @throws Failure NotFound, InvalidValue (a day that does not exist, or one to come), RequestIdReused
 */
export function addCareNote(
  ctx: ShopContext,
  input: {
    readonly requestId: string;
    readonly customerId: number;
    readonly kind: CareNoteKind;
    readonly text: string;
    readonly day?: string | undefined;
  },
): Promise<{ noteId: number }> {
  return ctx.work.write(async (tx) => {
    const noteId = await writeOnce(tx, ctx, 'privacy.addCareNote', input, async () => {
      const { id: customerId } = await knownPerson(tx, input.customerId);
      const { at, day } = present(ctx);
      const madeDay = input.day === undefined ? day : parseDay(input.day);
      if (madeDay === null || madeDay > day) throw failure('InvalidValue', { field: 'day' });
      const id = ctx.ids.next('care_notes');
      await insertCareNote(tx, {
        id,
        request_id: input.requestId,
        customer_id: customerId,
        kind: input.kind,
        text: input.text,
        made_day: madeDay,
        at,
        business_day: day,
        staff_id: currentStaff(shopFacts(ctx)).id,
      });
      return id;
    });
    return { noteId };
  });
}

/** Takes a note away for ever. @throws Failure NotFound, ApprovalNeeded (of those who may not read it), RequestIdReused */
export function removeCareNote(
  ctx: ShopContext,
  input: { readonly requestId: string; readonly noteId: number },
): Promise<{ noteId: number }> {
  return ctx.work.write(async (tx) => {
    const noteId = await writeOnce(tx, ctx, 'privacy.removeCareNote', input, async () => {
      const note = await careNoteById(tx, input.noteId);
      if (!note) throw failure('NotFound', { what: 'careNote', id: input.noteId });
      mustReadCare(shopFacts(ctx), [note.kind]);
      await deleteCareNote(tx, input.noteId);
      return input.noteId;
    });
    return { noteId };
  });
}
