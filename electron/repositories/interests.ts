import { type RawBuilder, sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { queryBuilder, statement } from '../db/statement.ts';
import { samePerson } from './customers.ts';

export interface InterestRow {
  readonly id: number;
  readonly itemId: number | null;
  /** Name of the item today; null for words. */
  readonly itemName: string | null;
  readonly words: string | null;
  readonly at: number;
  readonly day: BusinessDay;
  readonly endedAt: number | null;
  readonly staffName: string;
  /** The first standing visit with the item after they asked; null: not bought since. */
  readonly boughtAt: number | null;
}

/** Interests with what became of them; a visit that was undone or given to somebody else has not happened. */
const interestsWithOutcome = queryBuilder
  .selectFrom('interests as n')
  .innerJoin('staff as s', 's.id', 'n.staff_id')
  .innerJoin('customers as c', 'c.id', 'n.customer_id')
  .leftJoin('items as t', 't.id', 'n.item_id')
  .select(['n.id', 'n.item_id as itemId', 't.name as itemName', 'n.words', 'n.at', 'n.business_day as day'])
  .select(['n.ended_at as endedAt', 's.name as staffName'])
  .select((eb) =>
    eb
      .selectFrom('visits as v')
      .innerJoin('visit_lines as l', 'l.visit_id', 'v.id')
      .leftJoin('visits as r', 'r.reverses_id', 'v.id')
      .select((min) => min.fn.min('v.at').as('at'))
      .whereRef('l.item_id', '=', 'n.item_id')
      .whereRef('v.at', '>=', 'n.at')
      .where('v.sign', '=', 1)
      .where('r.id', 'is', null)
      .where('v.customer_id', 'in', (own) =>
        own
          .selectFrom('customers as p')
          .select('p.id')
          // Written so that each side finds its rows by an index.
          .where((both) => {
            const kept = both.fn.coalesce('c.merged_into_id', 'c.id');
            return both.or([both('p.id', '=', kept), both('p.merged_into_id', '=', kept)]);
          }),
      )
      .as('boughtAt'),
  );

const ofCustomer = statement<{ customerId: number }>()((_db, p) =>
  interestsWithOutcome
    .where('n.customer_id', 'in', samePerson(p('customerId')))
    .orderBy('n.at', 'desc')
    .orderBy('n.id', 'desc'),
);

/** Everything a person asked about, also under entries merged into theirs, newest first. */
export function interestsOf(db: ReadDb, customerId: number): Promise<InterestRow[]> {
  return db.all(ofCustomer, { customerId });
}

const byId = statement<{ id: number }>()((_db, p) => interestsWithOutcome.where('n.id', '=', p('id')));

export function interestById(db: ReadDb, id: number): Promise<InterestRow | undefined> {
  return db.one(byId, { id });
}

/**
 * A subquery: ids of everybody who asked about one of some items, also under an entry merged into theirs, without what
 * was taken off by hand. `notBought`: only who has not bought it since.
 */
export function askers(itemIds: readonly number[], notBought: boolean): RawBuilder<unknown> {
  const bought = sql`SELECT 1 FROM visits AS b JOIN visit_lines AS l ON l.visit_id = b.id
    WHERE l.item_id = n.item_id AND b.at >= n.at AND b.sign = 1
      AND NOT EXISTS (SELECT 1 FROM visits AS u WHERE u.reverses_id = b.id)
      AND b.customer_id IN (SELECT o.id FROM customers AS o WHERE o.id = COALESCE(p.merged_into_id, p.id)
        UNION ALL SELECT o.id FROM customers AS o WHERE o.merged_into_id = COALESCE(p.merged_into_id, p.id))`;
  return sql`SELECT COALESCE(p.merged_into_id, p.id) FROM interests AS n JOIN customers AS p ON p.id = n.customer_id
    WHERE n.item_id IN (${sql.join([...itemIds])}) AND n.ended_at IS NULL
      ${notBought ? sql`AND NOT EXISTS (${bought})` : sql``}`;
}

export async function insertInterest(tx: WriteTx, row: Schema['interests']): Promise<void> {
  await tx.runQuery((k) => k.insertInto('interests').values(row));
}

/** Takes an interest off by hand; one that is off already stays as it was. */
export async function endInterest(
  tx: WriteTx,
  id: number,
  by: { readonly at: number; readonly staffId: number },
): Promise<void> {
  await tx.runQuery((k) =>
    k
      .updateTable('interests')
      .set({ ended_at: by.at, ended_by: by.staffId })
      .where('id', '=', id)
      .where('ended_at', 'is', null),
  );
}
