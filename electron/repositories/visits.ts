import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { VisitsTable } from '../db/schema.ts';
import { statement } from '../db/statement.ts';
import { sameCustomer } from './customers.ts';

export type VisitRow = Readonly<VisitsTable>;

export interface VisitLine {
  readonly itemId: number;
  readonly name: string;
  readonly quantity: number;
  readonly unitPrice: number;
}

const byRequest = statement<{ requestId: string }>()((db, p) =>
  db.selectFrom('visits').selectAll().where('request_id', '=', p('requestId')),
);

/** The visit a request has written, if it did. */
export function visitOfRequest(db: ReadDb, requestId: string): Promise<VisitRow | undefined> {
  return db.one(byRequest, { requestId });
}

const byId = statement<{ id: number }>()((db, p) =>
  db.selectFrom('visits').selectAll().where('id', '=', p('id')),
);

export function visitById(db: ReadDb, id: number): Promise<VisitRow | undefined> {
  return db.one(byId, { id });
}

const reversalOf = statement<{ id: number }>()((db, p) =>
  db.selectFrom('visits').select('id').where('reverses_id', '=', p('id')),
);

/** Whether a visit was undone or moved. */
export async function isReversed(db: ReadDb, visitId: number): Promise<boolean> {
  return (await db.one(reversalOf, { id: visitId })) !== undefined;
}

const insert = statement<{ [K in keyof VisitsTable]: VisitsTable[K] }>()((db, p) =>
  db.insertInto('visits').values({
    id: p('id'),
    request_id: p('request_id'),
    sign: p('sign'),
    customer_id: p('customer_id'),
    at: p('at'),
    business_day: p('business_day'),
    business_month: p('business_month'),
    amount: p('amount'),
    staff_id: p('staff_id'),
    source: p('source'),
    programme_version_id: p('programme_version_id'),
    reverses_id: p('reverses_id'),
    refunds_id: p('refunds_id'),
    moved_from_id: p('moved_from_id'),
    import_id: p('import_id'),
    reason: p('reason'),
  }),
);

/** Appends a visit or its reversal. */
export async function insertVisit(tx: WriteTx, visit: VisitRow): Promise<void> {
  await tx.run(insert, visit);
}

const insertLine = statement<{
  visitId: number;
  line: number;
  itemId: number;
  name: string;
  quantity: number;
  unitPrice: number;
}>()((db, p) =>
  db.insertInto('visit_lines').values({
    visit_id: p('visitId'),
    line: p('line'),
    item_id: p('itemId'),
    name: p('name'),
    quantity: p('quantity'),
    unit_price: p('unitPrice'),
  }),
);

/** Keeps what was bought with the name and price of that moment. */
export async function insertVisitLines(
  tx: WriteTx,
  visitId: number,
  lines: readonly VisitLine[],
): Promise<void> {
  for (const [index, line] of lines.entries())
    await tx.run(insertLine, { visitId, line: index + 1, ...line });
}

const linesOf = statement<{ visitId: number }>()((db, p) =>
  db
    .selectFrom('visit_lines')
    .select(['item_id as itemId', 'name', 'quantity', 'unit_price as unitPrice'])
    .where('visit_id', '=', p('visitId'))
    .orderBy('line'),
);

export function visitLines(db: ReadDb, visitId: number): Promise<VisitLine[]> {
  return db.all(linesOf, { visitId });
}

export interface LineOfVisit extends VisitLine {
  readonly visitId: number;
}

/** Lines of several visits at once. */
export async function linesOfVisits(db: ReadDb, visitIds: readonly number[]): Promise<LineOfVisit[]> {
  if (visitIds.length === 0) return [];
  return db.query((k) =>
    k
      .selectFrom('visit_lines')
      .select(['visit_id as visitId', 'item_id as itemId', 'name', 'quantity', 'unit_price as unitPrice'])
      .where('visit_id', 'in', [...visitIds])
      .orderBy('visit_id')
      .orderBy('line'),
  );
}

const newestStanding = statement<{ customerId: number; limit: number }>()((db, p) =>
  db
    .selectFrom('visits as v')
    .select(['v.id', 'v.at', 'v.business_day', 'v.amount'])
    .where('v.customer_id', '=', p('customerId'))
    .where('v.sign', '=', 1)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('visits as r').select('r.id').whereRef('r.reverses_id', '=', 'v.id'))),
    )
    // A day has one month: naming it only lets the index give the order.
    .orderBy('v.business_day', 'desc')
    .orderBy('v.business_month', 'desc')
    .orderBy('v.at', 'desc')
    .limit(p('limit')),
);

export interface StandingVisit {
  readonly id: number;
  readonly at: number;
  readonly business_day: BusinessDay;
  readonly amount: number | null;
}

/** A customer's newest visits that were not undone, those of entries merged into them included. */
export async function newestVisits(db: ReadDb, customerId: number, limit: number): Promise<StandingVisit[]> {
  const visits: StandingVisit[] = [];
  for (const id of await sameCustomer(db, customerId)) {
    visits.push(...(await db.all(newestStanding, { customerId: id, limit })));
  }
  return visits.sort((a, b) => b.business_day - a.business_day || b.at - a.at).slice(0, limit);
}

const daysOf = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('visits')
    .select(['business_day as day', 'business_month as month'])
    .select((eb) => [
      eb.fn.sum<number>('sign').as('checkIns'),
      eb.fn.sum<number | null>('amount').as('amount'),
      // A reversal of a known amount takes that visit out of the count of known amounts.
      eb.fn.sum<number>(eb.case().when('amount', 'is', null).then(0).else(eb.ref('sign')).end()).as('known'),
    ])
    .where('customer_id', '=', p('customerId'))
    .groupBy(['business_day', 'business_month'])
    .having((eb) => eb.fn.sum('sign'), '>', 0)
    .orderBy('business_day')
    .orderBy('business_month'),
);

export interface CustomerDay {
  readonly day: BusinessDay;
  readonly month: number;
  readonly checkIns: number;
  readonly amount: number | null;
  readonly known: number;
}

/** A day on which somebody came under two entries is one day. */
function together(one: CustomerDay, other: CustomerDay): CustomerDay {
  const isKnown = one.amount !== null || other.amount !== null;
  return {
    day: one.day,
    month: one.month,
    checkIns: one.checkIns + other.checkIns,
    amount: isKnown ? (one.amount ?? 0) + (other.amount ?? 0) : null,
    known: one.known + other.known,
  };
}

/**
 * The days on which a customer really came, oldest first: one row per day, undone check-ins left out, visits of entries
 * merged into them included.
 */
export async function customerDays(db: ReadDb, customerId: number): Promise<CustomerDay[]> {
  const [own, ...merged] = await sameCustomer(db, customerId);
  const days = await db.all(daysOf, { customerId: own ?? customerId });
  if (merged.length === 0) return days;
  const byDay = new Map<BusinessDay, CustomerDay>(days.map((row) => [row.day, row]));
  for (const id of merged) {
    for (const row of await db.all(daysOf, { customerId: id })) {
      const known = byDay.get(row.day);
      byDay.set(row.day, known ? together(known, row) : row);
    }
  }
  return [...byDay.values()].sort((a, b) => a.day - b.day);
}

const refundsOf = statement<{ visitId: number }>()((db, p) =>
  db
    .selectFrom('visits')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>('amount'), eb.val(0)).as('sum'))
    .where('refunds_id', '=', p('visitId')),
);

/** Money returned on a visit so far, minor units, as a positive number. */
export async function refundedAmount(db: ReadDb, visitId: number): Promise<number> {
  return 0 - Number((await db.one(refundsOf, { visitId }))?.sum ?? 0);
}
