import { type RawBuilder, sql } from 'kysely';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { queryBuilder, statement } from '../db/statement.ts';

export type OutlookRow = Readonly<Schema['customer_outlook']>;
export type OutlookState = OutlookRow['state'];
export type OutlookRunRow = Readonly<Schema['outlook_runs']>;

const rowsOf = <R>(db: ReadDb, query: RawBuilder<R>): Promise<R[]> =>
  db.query<R>(() => ({ compile: () => query.compile(queryBuilder) }));

/** The columns that are numbers, or not known. */
export const outlookNumbers = [
  'customer_id',
  'business_day',
  'last_day',
  'active',
  'returns',
  'usual_gap',
  'waited',
  'expected_day',
  'worry_day',
  'visits_ahead',
  'year_spend',
  'year_value',
  'recent_gap',
  'earlier_gap',
] as const satisfies readonly (keyof OutlookRow)[];

const columns = [...outlookNumbers, 'state', 'because'] as const satisfies readonly (keyof OutlookRow)[];

const put = statement<{ [K in keyof OutlookRow]: OutlookRow[K] }>()((_db, p) => ({
  compile: () =>
    sql`INSERT OR REPLACE INTO customer_outlook (${sql.join(columns.map((name) => sql.ref(name)))})
      VALUES (${sql.join(columns.map((name) => p(name)))})`.compile(queryBuilder),
}));

/** Keeps outlooks in place of those before. */
export async function putOutlooks(tx: WriteTx, rows: readonly OutlookRow[]): Promise<void> {
  await tx.runAll(put, rows);
}

const after = statement<{ customerId: number; limit: number }>()((db, p) =>
  db
    .selectFrom('customer_outlook')
    .select('customer_id as customerId')
    .where('customer_id', '>', p('customerId'))
    .orderBy('customer_id')
    .limit(p('limit')),
);

/** Customers with an outlook whose id is greater than one, in order, some at a time. */
export async function outlookedAfter(db: ReadDb, customerId: number, limit: number): Promise<number[]> {
  return (await db.all(after, { customerId, limit })).map((row) => row.customerId);
}

/** Takes outlooks away: of whoever was merged, forgotten, said no, or has no visit left. */
export async function forgetOutlooks(tx: WriteTx, customerIds: readonly number[]): Promise<void> {
  await tx.runQuery((k) => k.deleteFrom('customer_outlook').where('customer_id', 'in', [...customerIds]));
}

const newestRun = statement<Record<never, never>>()((db) =>
  db.selectFrom('outlook_runs').selectAll().orderBy('id', 'desc').limit(1),
);

/** The last time all customers were looked at; undefined: never yet. */
export async function lastOutlookRun(db: ReadDb): Promise<OutlookRunRow | undefined> {
  return db.one(newestRun, {});
}

/** Runs kept: the newest is used, the others tell how it went. */
const runsKept = 60;

export async function insertOutlookRun(tx: WriteTx, run: OutlookRunRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('outlook_runs').values(run));
  const old = sql`DELETE FROM outlook_runs WHERE id NOT IN
    (SELECT id FROM outlook_runs ORDER BY id DESC LIMIT ${runsKept})`;
  await tx.runQuery(() => ({ compile: () => old.compile(queryBuilder) }));
}

/** An outlook that still holds: nobody came since, nobody was merged. */
const inForce = sql`customer_outlook AS o JOIN customer_stats AS s ON s.customer_id = o.customer_id
  JOIN customers AS c ON c.id = o.customer_id
  WHERE c.merged_into_id IS NULL`;

/** Somebody who came since is on track: the run of the night will say so too. */
const stateNow = sql<OutlookState>`CASE WHEN s.last_day > o.last_day THEN 'onTrack' ELSE o.state END`;

/** Whether an outlook is of one of some states, said so that the index by state finds it. */
const isInOneOf = (states: readonly OutlookState[]): RawBuilder<unknown> => {
  const kept = sql`o.state IN (${sql.join(states)}) AND COALESCE(s.last_day, 0) <= o.last_day`;
  return states.includes('onTrack') ? sql`((${kept}) OR s.last_day > o.last_day)` : kept;
};

/** Who is in one of some states, as a query for their ids. */
export const peopleInStates = (states: readonly OutlookState[]): RawBuilder<unknown> =>
  sql`SELECT o.customer_id FROM ${inForce} AND ${isInOneOf(states)}`;

/** An outlook as it is now that somebody may have come since; the next visit is expected in the own rhythm. */
function asOfNow(row: OutlookRow, came: BusinessDay): OutlookRow {
  if (came <= row.last_day) return row;
  const expected = addDays(came, Math.max(1, Math.round(row.usual_gap)));
  const visited = { last_day: came, waited: 0, expected_day: expected, worry_day: null };
  return { ...row, ...visited, state: 'onTrack', because: 'inTime' };
}

/** Outlooks of some customers; whoever has none is missing. Who came since is on track. */
export async function outlooksOf(
  db: ReadDb,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, OutlookRow>> {
  const found = new Map<number, OutlookRow>();
  for (let index = 0; index < customerIds.length; index += 500) {
    const ids = customerIds.slice(index, index + 500);
    const rows = await rowsOf(
      db,
      sql<OutlookRow & { came: BusinessDay }>`
        SELECT o.*, s.last_day AS came FROM ${inForce} AND o.customer_id IN (${sql.join(ids)})`,
    );
    for (const { came, ...row } of rows) found.set(row.customer_id, asOfNow(row, came));
  }
  return found;
}

/** People of a state and what is at stake with them, minor units. */
export interface StateCount {
  readonly state: OutlookState;
  readonly people: number;
  /** What they spend in a year, minor units. */
  readonly value: number;
}

export async function outlookCounts(db: ReadDb): Promise<readonly StateCount[]> {
  return rowsOf(
    db,
    sql<StateCount>`SELECT ${stateNow} AS state, COUNT(*) AS people, SUM(o.year_spend) AS value
      FROM ${inForce} GROUP BY ${stateNow}`,
  );
}

export interface BoardRow extends OutlookRow {
  readonly name: string;
  readonly total: number;
}

/** People of a state by what is at stake, the most valuable first; then those who waited longest. */
export async function outlookBoard(
  db: ReadDb,
  page: { readonly state: OutlookState; readonly offset: number; readonly limit: number },
): Promise<readonly BoardRow[]> {
  const rows = await rowsOf(
    db,
    sql<BoardRow & { came: BusinessDay }>`
      SELECT o.*, s.last_day AS came, c.name AS name, COUNT(*) OVER () AS total FROM ${inForce}
      AND ${isInOneOf([page.state])}
      ORDER BY o.year_spend DESC, o.waited / o.usual_gap DESC, o.customer_id
      LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return rows.map(({ came, name, total, ...row }) => ({ ...asOfNow(row, came), name, total }));
}
