import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { Because } from '#shared/domain/follow-ups/because.ts';
import type { PastFact } from '#shared/domain/follow-ups/past-contacts.ts';
import type { FollowUpOutcome, FollowUpReason } from '#shared/domain/follow-ups/reasons.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { FollowUpFactsTable, FollowUpTables } from '../db/follow-up-tables.ts';
import { queryBuilder, statement } from '../db/statement.ts';

export type FollowUpFactRow = Readonly<FollowUpFactsTable>;
export type PromiseRow = Readonly<FollowUpTables['promises']>;

const rowsOf = <R>(db: ReadDb, query: ReturnType<typeof sql<R>>): Promise<R[]> =>
  db.query<R>(() => ({ compile: () => query.compile(queryBuilder) }));

const insert = statement<{ [K in keyof FollowUpFactsTable]: FollowUpFactsTable[K] }>()((db, p) =>
  db.insertInto('follow_up_facts').values({
    id: p('id'),
    request_id: p('request_id'),
    customer_id: p('customer_id'),
    reason: p('reason'),
    outcome: p('outcome'),
    channel: p('channel'),
    until_day: p('until_day'),
    words: p('words'),
    promise_id: p('promise_id'),
    settles_id: p('settles_id'),
    playbook_id: p('playbook_id'),
    detail: p('detail'),
    tone: p('tone'),
    voucher_id: p('voucher_id'),
    situation: p('situation'),
    at: p('at'),
    business_day: p('business_day'),
    staff_id: p('staff_id'),
  }),
);

export async function insertFollowUpFact(tx: WriteTx, fact: FollowUpFactRow): Promise<void> {
  await tx.run(insert, fact);
}

export async function insertFollowUpUndo(
  tx: WriteTx,
  undo: { readonly fact_id: number; readonly at: number; readonly staff_id: number },
): Promise<void> {
  await tx.runQuery((k) => k.insertInto('follow_up_undos').values(undo));
}

export async function insertPromise(tx: WriteTx, promise: PromiseRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('promises').values(promise));
}

/** A fact, and whether it was taken back. */
export async function followUpFact(
  db: ReadDb,
  id: number,
): Promise<(FollowUpFactRow & { readonly undone: boolean }) | null> {
  const rows = await db.query((k) =>
    k
      .selectFrom('follow_up_facts as f')
      .leftJoin('follow_up_undos as u', 'u.fact_id', 'f.id')
      .selectAll('f')
      .select('u.fact_id as undoneId')
      .where('f.id', '=', id),
  );
  const [row] = rows;
  if (!row) return null;
  const { undoneId, ...fact } = row;
  return { ...fact, undone: undoneId !== null };
}

interface PastRow {
  readonly factId: number;
  readonly customerId: number;
  readonly reason: FollowUpReason;
  readonly outcome: FollowUpOutcome;
  readonly day: BusinessDay;
  readonly untilDay: BusinessDay | null;
  readonly promiseId: number | null;
  readonly detail: string;
  readonly settledBy: number | null;
}

const pastColumns = sql`f.id AS "factId", COALESCE(c.merged_into_id, c.id) AS "customerId", f.reason AS reason,
  f.outcome AS outcome, f.business_day AS day, f.until_day AS "untilDay", f.promise_id AS "promiseId", f.detail AS detail,
  (SELECT s.id FROM follow_up_facts AS s WHERE s.settles_id = f.id
    AND NOT EXISTS (SELECT 1 FROM follow_up_undos AS u WHERE u.fact_id = s.id) LIMIT 1) AS "settledBy"`;

const stands = sql`NOT EXISTS (SELECT 1 FROM follow_up_undos AS u WHERE u.fact_id = f.id)`;

const pastFact = ({ detail, settledBy, ...row }: PastRow): PastFact => ({
  ...row,
  because: JSON.parse(detail) as Because,
  settled: settledBy !== null,
});

/**
 * What became of follow-ups since a day, and what lasts whenever it was: facts that stand, oldest first, each under the
 * person it is about.
 */
export async function pastFactsSince(db: ReadDb, since: BusinessDay): Promise<PastFact[]> {
  const rows = await rowsOf(
    db,
    sql<PastRow>`
      SELECT ${pastColumns} FROM (
        SELECT id FROM follow_up_facts WHERE business_day >= ${since}
        UNION SELECT id FROM follow_up_facts WHERE outcome IN ('movedAway', 'doNotContact', 'nextVisit')
        UNION SELECT id FROM follow_up_facts WHERE promise_id IS NOT NULL
      ) AS some JOIN follow_up_facts AS f ON f.id = some.id JOIN customers AS c ON c.id = f.customer_id
      WHERE ${stands} ORDER BY f.at, f.id`,
  );
  return rows.map(pastFact);
}

/** All facts of one person that stand, oldest first; those of entries merged into them are theirs. */
export async function pastFactsOf(db: ReadDb, customerId: number): Promise<PastFact[]> {
  const rows = await rowsOf(
    db,
    sql<PastRow>`
      SELECT ${pastColumns} FROM follow_up_facts AS f JOIN customers AS c ON c.id = f.customer_id
      WHERE f.customer_id IN (SELECT ${customerId} UNION ALL SELECT id FROM customers WHERE merged_into_id = ${customerId})
        AND ${stands} ORDER BY f.at, f.id`,
  );
  return rows.map(pastFact);
}

/** What is to be said to a person when they are next here. */
export interface WaitingHint {
  readonly factId: number;
  readonly reason: FollowUpReason;
  readonly words: string;
  readonly day: BusinessDay;
}

const hintsOf = statement<{ customerId: number }>()((db, p) => ({
  compile: () =>
    sql<WaitingHint>`
      SELECT f.id AS "factId", f.reason AS reason, f.words AS words, f.business_day AS day FROM follow_up_facts AS f
      WHERE f.outcome = 'nextVisit' AND f.customer_id IN (
          SELECT ${p('customerId')} UNION ALL SELECT id FROM customers WHERE merged_into_id = ${p('customerId')})
        AND NOT EXISTS (SELECT 1 FROM follow_up_undos AS u WHERE u.fact_id = f.id)
        AND NOT EXISTS (SELECT 1 FROM follow_up_facts AS s WHERE s.settles_id = f.id
          AND NOT EXISTS (SELECT 1 FROM follow_up_undos AS u WHERE u.fact_id = s.id))
      ORDER BY f.id`.compile(db),
}));

/** What still waits to be said to a person at the till, oldest first. */
export function waitingHints(db: ReadDb, customerId: number): Promise<WaitingHint[]> {
  return db.all(hintsOf, { customerId });
}

/** A promise that no fact has ended yet. */
export interface OpenPromise {
  readonly promiseId: number;
  readonly customerId: number;
  readonly text: string;
  readonly dueDay: BusinessDay;
  readonly ownerId: number;
  readonly ownerName: string;
  readonly day: BusinessDay;
}

const openPromiseRows = (among: ReturnType<typeof sql>) => sql<OpenPromise>`
  SELECT p.id AS "promiseId", COALESCE(c.merged_into_id, c.id) AS "customerId", p.text AS text, p.due_day AS "dueDay",
    p.owner_id AS "ownerId", o.name AS "ownerName", p.business_day AS day
  FROM promises AS p JOIN customers AS c ON c.id = p.customer_id JOIN staff AS o ON o.id = p.owner_id
  WHERE ${among} AND NOT EXISTS (
    SELECT 1 FROM follow_up_facts AS f WHERE f.promise_id = p.id AND f.until_day IS NULL AND f.outcome <> 'nextVisit' AND ${stands})
  ORDER BY p.due_day, p.id`;

/** Promises due by a day that are still open, the longest due first. */
export function promisesDue(db: ReadDb, by: BusinessDay): Promise<OpenPromise[]> {
  return rowsOf(db, openPromiseRows(sql`p.due_day <= ${by}`));
}

/** Open promises to one person. */
export function promisesTo(db: ReadDb, customerId: number): Promise<OpenPromise[]> {
  return rowsOf(
    db,
    openPromiseRows(
      sql`p.customer_id IN (SELECT ${customerId} UNION ALL SELECT id FROM customers WHERE merged_into_id = ${customerId})`,
    ),
  );
}

/** What was promised, by the ids of the promises. */
export async function promisesById(
  db: ReadDb,
  ids: readonly number[],
): Promise<ReadonlyMap<number, PromiseRow>> {
  if (ids.length === 0) return new Map();
  const rows = await db.query((k) =>
    k
      .selectFrom('promises')
      .selectAll()
      .where('id', 'in', [...ids]),
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Why somebody is left alone: they asked for it, or moved away and have not come since. */
export interface LastingFact {
  readonly factId: number;
  readonly customerId: number;
  readonly outcome: 'doNotContact' | 'movedAway';
  readonly day: BusinessDay;
}

/** Who of some people is left alone; "do not contact" is the stronger of the two reasons. */
export async function leftAlone(
  db: ReadDb,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, LastingFact>> {
  if (customerIds.length === 0) return new Map();
  const rows = await rowsOf(
    db,
    sql<LastingFact>`
      SELECT f.id AS "factId", COALESCE(c.merged_into_id, c.id) AS "customerId", f.outcome AS outcome, f.business_day AS day
      FROM follow_up_facts AS f JOIN customers AS c ON c.id = f.customer_id
        LEFT JOIN customer_stats AS s ON s.customer_id = COALESCE(c.merged_into_id, c.id)
      WHERE f.outcome IN ('doNotContact', 'movedAway') AND ${stands}
        AND COALESCE(c.merged_into_id, c.id) IN (${sql.join([...customerIds])})
        AND (f.outcome = 'doNotContact' OR s.last_day IS NULL OR s.last_day <= f.business_day)
      ORDER BY f.outcome DESC, f.id`,
  );
  return new Map(rows.map((row) => [row.customerId, row]));
}
