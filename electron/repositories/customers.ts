import type { Expression } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { CustomersTable, Schema } from '../db/schema.ts';
import { queryBuilder, statement } from '../db/statement.ts';

export type CustomerRow = Readonly<CustomersTable>;
export type CardRow = Readonly<Schema['cards']>;
export type ConsentRow = Readonly<Schema['consents']>;
export type NoteRow = Readonly<Schema['customer_notes']>;

const byId = statement<{ id: number }>()((db, p) =>
  db
    .selectFrom('customers')
    .selectAll()
    .where('id', '=', p('id'))
    .where((eb) => eb.or([eb('merged_into_id', 'is', null), eb('merged_into_id', '<>', eb.ref('id'))])),
);

/** An entry that was taken back with the import that made it stands for nobody: it is merged into itself. */
export function customerById(db: ReadDb, id: number): Promise<CustomerRow | undefined> {
  return db.one(byId, { id });
}

const forCheckIn = statement<{ id: number }>()((db, p) =>
  db
    .selectFrom('customers as c')
    .innerJoin('customer_stats as s', 's.customer_id', 'c.id')
    .select(['c.id', 'c.name', 'c.wallet_id as walletId', 'c.referred_by_id', 'c.birth_day', 'c.birth_month'])
    .select([
      's.first_day',
      's.last_day',
      's.last_at',
      's.visits',
      's.check_ins',
      's.spend',
      's.amount_check_ins',
    ])
    .where('c.id', '=', p('id')),
);

export interface CheckInCustomer {
  readonly id: number;
  readonly name: string;
  readonly walletId: number;
  readonly referred_by_id: number | null;
  readonly birth_day: number | null;
  readonly birth_month: number | null;
  readonly first_day: BusinessDay | null;
  readonly last_day: BusinessDay | null;
  readonly last_at: number | null;
  readonly visits: number;
  readonly check_ins: number;
  readonly spend: number;
  readonly amount_check_ins: number;
}

/** What a check-in needs to know of a customer, in one read; the id of a merged entry stands for the one kept. */
export async function customerForCheckIn(db: ReadDb, id: number): Promise<CheckInCustomer | undefined> {
  const found = await db.one(forCheckIn, { id });
  if (found) return found;
  // A merged entry has no summaries.
  const keptId = (await customerById(db, id))?.merged_into_id;
  return keptId ? db.one(forCheckIn, { id: keptId }) : undefined;
}

/** Ids of a customer and of the entries merged into them, inside a query. */
export const samePerson = (id: Expression<number>) =>
  queryBuilder
    .selectFrom('customers as one')
    .select('one.id')
    .where('one.id', '=', id)
    .unionAll(
      queryBuilder
        .selectFrom('customers as merged')
        .select('merged.id')
        .where('merged.merged_into_id', '=', id),
    );

const mergedIds = statement<{ customerId: number }>()((db, p) =>
  db.selectFrom('customers').select('id').where('merged_into_id', '=', p('customerId')).orderBy('id'),
);

/** A customer's id and those of the entries merged into them: whose visits count for one person. */
export async function sameCustomer(db: ReadDb, customerId: number): Promise<readonly number[]> {
  const merged = await db.all(mergedIds, { customerId });
  return [customerId, ...merged.map((row) => row.id)];
}

/** The customer an id stands for: of a merged entry the one that was kept. */
export async function keptCustomer(db: ReadDb, customerId: number): Promise<CustomerRow | undefined> {
  const row = await customerById(db, customerId);
  return row?.merged_into_id ? customerById(db, row.merged_into_id) : row;
}

const ofRequest = statement<{ requestId: string }>()((db, p) =>
  db.selectFrom('customers').selectAll().where('request_id', '=', p('requestId')),
);

export function customerOfRequest(db: ReadDb, requestId: string): Promise<CustomerRow | undefined> {
  return db.one(ofRequest, { requestId });
}

const insertWallet = statement<{ id: number; at: number }>()((db, p) =>
  db.insertInto('wallets').values({ id: p('id'), created_at: p('at') }),
);

const insert = statement<{ [K in keyof CustomersTable]: CustomersTable[K] }>()((db, p) =>
  db.insertInto('customers').values({
    id: p('id'),
    request_id: p('request_id'),
    wallet_id: p('wallet_id'),
    name: p('name'),
    name_folded: p('name_folded'),
    phone: p('phone'),
    phone_reversed: p('phone_reversed'),
    email: p('email'),
    birth_day: p('birth_day'),
    birth_month: p('birth_month'),
    birth_year: p('birth_year'),
    language: p('language'),
    allergy: p('allergy'),
    preference: p('preference'),
    source: p('source'),
    referred_by_id: p('referred_by_id'),
    customer_since: p('customer_since'),
    complete_later: p('complete_later'),
    external_ref: p('external_ref'),
    import_id: p('import_id'),
    created_at: p('created_at'),
    created_by: p('created_by'),
    merged_into_id: p('merged_into_id'),
  }),
);

const insertStats = statement<{ id: number }>()((db, p) =>
  db.insertInto('customer_stats').values({
    customer_id: p('id'),
    first_day: null,
    last_day: null,
    last_at: null,
    visits: 0,
    check_ins: 0,
    spend: 0,
    amount_check_ins: 0,
  }),
);

/** Adds a customer with an empty wallet and empty summaries. */
export async function insertCustomer(tx: WriteTx, customer: CustomerRow): Promise<void> {
  await tx.run(insertWallet, { id: customer.wallet_id, at: customer.created_at });
  await tx.run(insert, customer);
  await tx.run(insertStats, { id: customer.id });
}

export async function updateCustomer(
  tx: WriteTx,
  id: number,
  change: Partial<Omit<CustomerRow, 'id'>>,
): Promise<number> {
  return tx.runQuery((k) => k.updateTable('customers').set(change).where('id', '=', id));
}

const cardByCode = statement<{ code: string }>()((db, p) =>
  db.selectFrom('cards').selectAll().where('code', '=', p('code')),
);

export function findCard(db: ReadDb, code: string): Promise<CardRow | undefined> {
  return db.one(cardByCode, { code });
}

const cardsOf = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('cards')
    .selectAll()
    .where('customer_id', '=', p('customerId'))
    .orderBy('issued_at', 'desc')
    .orderBy('code', 'desc'),
);

/** Cards of a customer, newest first. */
export function customerCards(db: ReadDb, customerId: number): Promise<CardRow[]> {
  return db.all(cardsOf, { customerId });
}

export async function insertCard(tx: WriteTx, card: CardRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('cards').values(card));
}

export async function setCardState(tx: WriteTx, code: string, state: CardRow['state']): Promise<void> {
  await tx.runQuery((k) => k.updateTable('cards').set({ state }).where('code', '=', code));
}

export async function insertConsent(tx: WriteTx, consent: ConsentRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('consents').values(consent));
}

const consentsOf = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('consents as c')
    .innerJoin('staff as s', 's.id', 'c.staff_id')
    .selectAll('c')
    .select('s.name as staffName')
    .where('c.customer_id', '=', p('customerId'))
    .orderBy('c.id', 'desc'),
);

/** Every consent answer of a customer, newest first; those given under a merged entry are theirs too. */
export async function customerConsents(
  db: ReadDb,
  customerId: number,
): Promise<(ConsentRow & { staffName: string })[]> {
  const answers = [];
  for (const id of await sameCustomer(db, customerId)) {
    answers.push(...(await db.all(consentsOf, { customerId: id })));
  }
  return answers.sort((a, b) => b.at - a.at || b.id - a.id);
}

const noteOfRequestStatement = statement<{ requestId: string }>()((db, p) =>
  db.selectFrom('customer_notes').select('id').where('request_id', '=', p('requestId')),
);

export async function noteOfRequest(db: ReadDb, requestId: string): Promise<number | undefined> {
  return (await db.one(noteOfRequestStatement, { requestId }))?.id;
}

export async function insertNote(tx: WriteTx, note: NoteRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('customer_notes').values(note));
}

const notesOf = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('customer_notes as n')
    .innerJoin('staff as s', 's.id', 'n.staff_id')
    .select(['n.id', 'n.text', 'n.at', 'n.business_day', 's.name as staffName'])
    .where('n.customer_id', '=', p('customerId'))
    .orderBy('n.at', 'desc'),
);

export function customerNotes(
  db: ReadDb,
  customerId: number,
): Promise<{ id: number; text: string; at: number; business_day: BusinessDay; staffName: string }[]> {
  return db.all(notesOf, { customerId });
}

const broughtBy = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('customers')
    .select(['id as customerId', 'name'])
    .where('referred_by_id', '=', p('customerId'))
    .where('merged_into_id', 'is', null)
    .orderBy('id')
    .limit(50),
);

/** Whom a customer has brought. */
export function customersBroughtBy(
  db: ReadDb,
  customerId: number,
): Promise<{ customerId: number; name: string }[]> {
  return db.all(broughtBy, { customerId });
}

const sinceDay = statement<{ day: BusinessDay }>()((db, p) =>
  db
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('customer_since', '=', p('day'))
    .where('import_id', 'is', null)
    .where('merged_into_id', 'is', null),
);

/** Customers who joined on a day, imported ones and entries merged into another left out. */
export async function countJoined(db: ReadDb, day: BusinessDay): Promise<number> {
  return Number((await db.one(sinceDay, { day }))?.n ?? 0);
}

const bornOn = statement<{ day: number; month: number }>()((db, p) =>
  db
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('birth_month', '=', p('month'))
    .where('birth_day', '=', p('day'))
    // Not by the column of the row itself: the index of birthdays is enough to count.
    .where('id', 'not in', (eb) =>
      eb.selectFrom('customers').select('id').where('merged_into_id', 'is not', null),
    ),
);

export async function countBirthdays(db: ReadDb, day: number, month: number): Promise<number> {
  return Number((await db.one(bornOn, { day, month }))?.n ?? 0);
}

const withPhone = statement<{ reversed: string }>()((db, p) =>
  db
    .selectFrom('customers as m')
    .innerJoin('customers as c', (join) =>
      join.on((eb) => eb('c.id', '=', eb.fn.coalesce('m.merged_into_id', 'm.id'))),
    )
    .select(['c.id', 'c.name', 'c.phone'])
    .where('m.phone_reversed', '=', p('reversed'))
    .limit(20),
);

/** Customers with exactly this phone (digits reversed); of a merged entry the one kept. */
export function customersWithPhone(
  db: ReadDb,
  reversed: string,
): Promise<{ id: number; name: string; phone: string | null }[]> {
  return db.all(withPhone, { reversed });
}

const sharing = statement<{ walletId: number; exceptId: number }>()((db, p) =>
  db
    .selectFrom('customers')
    .select(['id as customerId', 'name'])
    .where('wallet_id', '=', p('walletId'))
    .where('id', '<>', p('exceptId'))
    .where('merged_into_id', 'is', null)
    .orderBy('id'),
);

/** The others of a household: who shares a wallet. */
export function walletSharers(
  db: ReadDb,
  walletId: number,
  exceptId: number,
): Promise<{ customerId: number; name: string }[]> {
  return db.all(sharing, { walletId, exceptId });
}
