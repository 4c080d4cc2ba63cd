import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { statement } from '../db/statement.ts';

const put = statement<{ business_day: BusinessDay; customer_id: number }>()((db, p) =>
  db.insertInto('surprises').values({ business_day: p('business_day'), customer_id: p('customer_id') }),
);

/** Keeps who was drawn for a day in the place of those of other days. */
export async function putSurprises(
  tx: WriteTx,
  day: BusinessDay,
  customerIds: readonly number[],
): Promise<void> {
  await tx.runQuery((k) => k.deleteFrom('surprises'));
  await tx.runAll(
    put,
    customerIds.map((id) => ({ business_day: day, customer_id: id })),
  );
}

const isOneOfThem = statement<{ day: BusinessDay; customerId: number }>()((db, p) => ({
  compile: () =>
    sql<{ customerId: number }>`SELECT s.customer_id AS "customerId" FROM surprises AS s
      WHERE s.business_day = ${p('day')} AND s.customer_id IN (
        SELECT ${p('customerId')} UNION ALL SELECT id FROM customers WHERE merged_into_id = ${p('customerId')})
      LIMIT 1`.compile(db),
}));

const drawn = statement<{ day: BusinessDay }>()((db, p) => ({
  compile: () =>
    sql<{ drawnId: number; customerId: number }>`
      SELECT s.customer_id AS "drawnId", COALESCE(c.merged_into_id, c.id) AS "customerId"
      FROM surprises AS s JOIN customers AS c ON c.id = s.customer_id WHERE s.business_day = ${p('day')}`.compile(
      db,
    ),
}));

const given = statement<{ day: BusinessDay; kind: string }>()((db, p) => ({
  compile: () =>
    sql<{ id: number }>`SELECT v.id AS id FROM surprises AS s JOIN customers AS c ON c.id = s.customer_id
        JOIN vouchers AS v ON v.customer_id = COALESCE(c.merged_into_id, c.id)
      WHERE s.business_day = ${p('day')} AND v.issued_day = ${p('day')} AND v.kind = ${p('kind')}
        AND v.voided_at IS NULL LIMIT 1`.compile(db),
}));

/** Whether somebody was drawn for a surprise on a day. */
export async function isDrawn(db: ReadDb, day: BusinessDay, customerId: number): Promise<boolean> {
  return (await db.one(isOneOfThem, { day, customerId })) !== undefined;
}

/** Those drawn for a day: the entry that was drawn, and whose it is now. */
export function drawnOn(db: ReadDb, day: BusinessDay): Promise<{ drawnId: number; customerId: number }[]> {
  return db.all(drawn, { day });
}

/** Whether one of those drawn for a day was given a voucher of a kind on it: one a day is enough. */
export async function isGivenOn(db: ReadDb, day: BusinessDay, kind: string): Promise<boolean> {
  return (await db.one(given, { day, kind })) !== undefined;
}
