import { type RawBuilder, sql } from 'kysely';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { statement } from '../db/statement.ts';
import type { LedgerEntry } from './ledger.ts';
import type { VisitRow } from './visits.ts';

/** A visit of an import that stands, and what became of it. */
export interface ImportedVisitRow {
  readonly id: number;
  readonly customerId: number;
  readonly name: string;
  /** It was moved to somebody else by hand. */
  readonly moved: number;
  readonly refunded: number;
}

const page = statement<{ importId: number; before: number; limit: number }>()((db, p) =>
  db
    .selectFrom('visits as v')
    .innerJoin('customers as c', 'c.id', 'v.customer_id')
    .select(['v.id', 'c.id as customerId', 'c.name'])
    .select((eb) => [
      eb.case().when('v.moved_from_id', 'is', null).then(0).else(1).end().as('moved'),
      eb
        .exists(eb.selectFrom('visits as f').select('f.id').whereRef('f.refunds_id', '=', 'v.id'))
        .$castTo<number>()
        .as('refunded'),
    ])
    .where('v.import_id', '=', p('importId'))
    .where('v.sign', '=', 1)
    .where('v.id', '<', p('before'))
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom('visits as r').select('r.id').whereRef('r.reverses_id', '=', 'v.id'))),
    )
    .orderBy('v.id', 'desc')
    .limit(p('limit')),
);

/** Standing visits of an import, the newest first, up to `limit` of those before an id. */
export function standingVisitsOfImport(
  db: ReadDb,
  importId: number,
  before: number,
  limit: number,
): Promise<ImportedVisitRow[]> {
  return db.all(page, { importId, before, limit });
}

export async function visitsById(db: ReadDb, ids: readonly number[]): Promise<VisitRow[]> {
  if (ids.length === 0) return [];
  return db.query((k) =>
    k
      .selectFrom('visits')
      .selectAll()
      .where('id', 'in', [...ids])
      .orderBy('id', 'desc'),
  );
}

function rowsOf<R>(db: ReadDb, query: RawBuilder<R>): Promise<R[]> {
  return db.query<R>((k) => ({ compile: () => query.compile(k) }));
}

/** Entries of an import's standing visits by wallets that hold less than these brought. */
export function earningsOfShortWallets(db: ReadDb, importId: number): Promise<LedgerEntry[]> {
  return rowsOf(
    db,
    sql<LedgerEntry>`
      WITH earned AS (
        SELECT e.* FROM visits AS v INNER JOIN ledger_entries AS e ON e.visit_id = v.id
        WHERE v.import_id = ${importId} AND v.sign = 1 AND v.moved_from_id IS NULL AND e.reverses_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = v.id)
          AND NOT EXISTS (SELECT 1 FROM ledger_entries AS u WHERE u.reverses_id = e.id)
      )
      SELECT e.* FROM earned AS e INNER JOIN (
        SELECT wallet_id, unit_id, SUM(change) AS brought FROM earned GROUP BY wallet_id, unit_id
      ) AS s ON s.wallet_id = e.wallet_id AND s.unit_id = e.unit_id
      INNER JOIN balances AS b ON b.wallet_id = s.wallet_id AND b.unit_id = s.unit_id
      WHERE b.balance < s.brought ORDER BY e.id`,
  );
}

/** Standing entries by their ids: those that were reversed are left out. */
export async function standingEntriesById(db: ReadDb, ids: readonly number[]): Promise<LedgerEntry[]> {
  if (ids.length === 0) return [];
  return rowsOf(
    db,
    sql<LedgerEntry>`
      SELECT e.* FROM ledger_entries AS e WHERE e.id IN (${sql.join([...ids])})
        AND NOT EXISTS (SELECT 1 FROM ledger_entries AS u WHERE u.reverses_id = e.id) ORDER BY e.id`,
  );
}

/** A customer whom an import made, and whether there is more to them than that import. */
export interface MadeCustomer {
  readonly id: number;
  readonly name: string;
  readonly visited: number;
  readonly holds: number;
  readonly consented: number;
  readonly linked: number;
}

/**
 * Customers that an import made and that were not taken back, the next ones after an id. What the import itself wrote is
 * not counted: its visits and their entries, and the cards, notes and tags it kept a record of.
 */
export function customersOfImport(
  db: ReadDb,
  importId: number,
  after: number,
  limit: number,
): Promise<MadeCustomer[]> {
  const own = (
    field: 'card' | 'note' | 'tag',
    written: string,
  ) => sql`NOT EXISTS (SELECT 1 FROM import_changes AS w
    WHERE w.import_id = ${importId} AND w.customer_id = c.id AND w.field = ${field} AND w.after = CAST(${sql.ref(written)} AS TEXT))`;
  return rowsOf(
    db,
    sql<MadeCustomer>`
      SELECT c.id, c.name,
        EXISTS (SELECT 1 FROM visits AS v WHERE v.customer_id = c.id AND v.sign = 1 AND v.import_id IS NOT ${importId}
          AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = v.id)) AS visited,
        EXISTS (SELECT 1 FROM ledger_entries AS e LEFT JOIN visits AS v ON v.id = e.visit_id
          WHERE e.wallet_id = c.wallet_id AND v.import_id IS NOT ${importId} AND e.reverses_id IS NULL
            AND NOT EXISTS (SELECT 1 FROM ledger_entries AS u WHERE u.reverses_id = e.id)) AS holds,
        EXISTS (SELECT 1 FROM consents AS s WHERE s.customer_id = c.id) AS consented,
        (c.merged_into_id IS NOT NULL OR c.referred_by_id IS NOT NULL OR c.allergy IS NOT NULL OR c.preference IS NOT NULL
          OR c.source IS NOT NULL OR c.language IS NOT NULL
          OR EXISTS (SELECT 1 FROM customers AS o WHERE o.merged_into_id = c.id OR o.referred_by_id = c.id
            OR (o.wallet_id = c.wallet_id AND o.id <> c.id))
          OR EXISTS (SELECT 1 FROM merges AS m WHERE m.kept_id = c.id OR m.merged_id = c.id)
          OR EXISTS (SELECT 1 FROM vouchers AS x WHERE x.customer_id = c.id)
          OR EXISTS (SELECT 1 FROM promises AS x WHERE x.customer_id = c.id)
          OR EXISTS (SELECT 1 FROM follow_up_facts AS x WHERE x.customer_id = c.id)
          OR EXISTS (SELECT 1 FROM campaign_people AS x WHERE x.customer_id = c.id)
          OR EXISTS (SELECT 1 FROM customer_tags AS x WHERE x.customer_id = c.id AND ${own('tag', 'x.tag_id')})
          OR EXISTS (SELECT 1 FROM tier_holds AS x WHERE x.customer_id = c.id)
          OR EXISTS (SELECT 1 FROM price_holds AS x WHERE x.customer_id = c.id)
          OR EXISTS (SELECT 1 FROM parked_check_ins AS x WHERE x.customer_id = c.id)
          OR EXISTS (SELECT 1 FROM cards AS x WHERE x.customer_id = c.id AND ${own('card', 'x.code')})
          OR EXISTS (SELECT 1 FROM customer_notes AS x WHERE x.customer_id = c.id
            AND ${own('note', 'x.request_id')})) AS linked
      FROM customers AS c
      WHERE c.import_id = ${importId} AND c.id > ${after} AND (c.merged_into_id IS NULL OR c.merged_into_id <> c.id)
      ORDER BY c.id LIMIT ${limit}`,
  );
}

const deleteCard = statement<{ code: string; customerId: number }>()((db, p) =>
  db.deleteFrom('cards').where('code', '=', p('code')).where('customer_id', '=', p('customerId')),
);

/** Takes a card away that an import gave. @returns false when it belongs to somebody else by now */
export async function removeCard(tx: WriteTx, code: string, customerId: number): Promise<boolean> {
  return (await tx.run(deleteCard, { code, customerId })) > 0;
}

const deleteNote = statement<{ requestId: string }>()((db, p) =>
  db.deleteFrom('customer_notes').where('request_id', '=', p('requestId')),
);

/** Takes a note away that an import wrote. */
export async function removeNote(tx: WriteTx, requestId: string): Promise<void> {
  await tx.run(deleteNote, { requestId });
}

const withdraw = statement<{ id: number; name: string; folded: string }>()((db, p) =>
  db
    .updateTable('customers')
    .set((eb) => ({
      request_id: null,
      name: p('name'),
      name_folded: p('folded'),
      phone: null,
      phone_reversed: null,
      email: null,
      birth_day: null,
      birth_month: null,
      birth_year: null,
      external_ref: null,
      complete_later: 0,
      merged_into_id: eb.ref('id'),
    }))
    .where('id', '=', p('id')),
);

/**
 * Leaves of a customer only the row that visits taken back refer to, without anything personal: merged into itself, it is
 * nobody's.
 */
export async function withdrawCustomer(
  tx: WriteTx,
  id: number,
  called: { readonly name: string; readonly folded: string },
): Promise<void> {
  await tx.run(withdraw, { id, ...called });
}
