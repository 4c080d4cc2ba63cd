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

/** All columns. */
export const outlookColumnNames = [
  ...outlookNumbers,
  'state',
  'because',
] as const satisfies readonly (keyof OutlookRow)[];

type Outlook = { [K in keyof OutlookRow]: OutlookRow[K] };

const put = statement<Outlook>()((_db, p) => ({
  compile: () =>
    sql`INSERT OR REPLACE INTO customer_outlook (${sql.join(outlookColumnNames.map((name) => sql.ref(name)))})
      VALUES (${sql.join(outlookColumnNames.map((name) => p(name)))})`.compile(queryBuilder),
}));

const indexed: readonly (keyof OutlookRow)[] = ['customer_id', 'state', 'year_spend'];

/** What changes from one day to the next for everybody, where state and spend stay: the index is left alone. */
const renew = statement<Outlook>()((_db, p) => ({
  compile: () =>
    sql`UPDATE customer_outlook
      SET ${sql.join(
        outlookColumnNames
          .filter((name) => !indexed.includes(name))
          .map((name) => sql`${sql.ref(name)} = ${p(name)}`),
      )}
      WHERE customer_id = ${p('customer_id')} AND state = ${p('state')} AND year_spend = ${p('year_spend')}`.compile(
      queryBuilder,
    ),
}));

/** Keeps outlooks in place of those before. */
export async function putOutlooks(tx: WriteTx, rows: readonly OutlookRow[]): Promise<void> {
  for (const row of rows) {
    if ((await tx.run(renew, row)) === 0) await tx.run(put, row);
  }
}

/** Hands on every outlook that is kept, its columns in the order of their names above. */
export async function eachOutlook(
  db: ReadDb,
  take: (values: readonly (string | number | null)[]) => void,
): Promise<void> {
  const all = sql`SELECT ${sql.join(outlookColumnNames.map((name) => sql.ref(name)))} FROM customer_outlook`;
  await db.scan<readonly (string | number | null)[]>(
    () => ({ compile: () => all.compile(queryBuilder) }),
    take,
  );
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

/** Whether an outlook is of one of some states, said so that the index by state finds it. Who came since is on track. */
const isInOneOf = (states: readonly OutlookState[]): RawBuilder<unknown> => {
  const kept = sql`o.state IN (${sql.join(states)}) AND COALESCE(s.last_day, 0) <= o.last_day`;
  return states.includes('onTrack') ? sql`((${kept}) OR s.last_day > o.last_day)` : kept;
};

/** Who is in one of some states, as a query for their ids. */
export const peopleInStates = (states: readonly OutlookState[]): RawBuilder<unknown> =>
  sql`SELECT o.customer_id FROM ${inForce} AND ${isInOneOf(states)}`;

/** An outlook, and on how many days they came so far. */
export interface KnownOutlook extends OutlookRow {
  readonly visit_days: number;
}

/** An outlook as it is now that somebody may have come since; the next visit is expected in the own rhythm. */
function asOfNow<T extends OutlookRow>(row: T, came: BusinessDay): T {
  if (came <= row.last_day) return row;
  const expected = addDays(came, Math.max(1, Math.round(row.usual_gap)));
  const visited = { last_day: came, waited: 0, expected_day: expected, worry_day: null };
  return { ...row, ...visited, state: 'onTrack', because: 'inTime' };
}

/** Outlooks of some customers; whoever has none is missing. Who came since is on track. */
export async function outlooksOf(
  db: ReadDb,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, KnownOutlook>> {
  const found = new Map<number, KnownOutlook>();
  for (let index = 0; index < customerIds.length; index += 500) {
    const ids = customerIds.slice(index, index + 500);
    const rows = await rowsOf(
      db,
      sql<KnownOutlook & { came: BusinessDay }>`
        SELECT o.*, s.last_day AS came, s.visits AS visit_days FROM ${inForce} AND o.customer_id IN (${sql.join(ids)})`,
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

interface Kept {
  readonly customerId: number;
  readonly state: OutlookState;
  readonly value: number;
}

/**
 * Who came since and is on track again, and who has no visit left: going along both tables once. Grouped by SQLite or beside
 * the entries of customers, which are wide, this takes ten times as long.
 */
const notAsKept = sql<Kept & { here: 0 | 1 }>`
  SELECT o.customer_id AS "customerId", o.state AS state, o.year_spend AS value, s.customer_id IS NOT NULL AS here
  FROM customer_outlook AS o LEFT JOIN customer_stats AS s ON s.customer_id = o.customer_id
  WHERE s.customer_id IS NULL OR (s.last_day > o.last_day AND o.state <> 'onTrack')`;

const keptOfMerged = sql<Kept>`
  SELECT o.customer_id AS "customerId", o.state AS state, o.year_spend AS value
  FROM customers AS c CROSS JOIN customer_outlook AS o ON o.customer_id = c.id WHERE c.merged_into_id IS NOT NULL`;

/** How many people are in which state now; states in which nobody is are missing. */
export async function outlookCounts(db: ReadDb): Promise<readonly StateCount[]> {
  const kept = await rowsOf(
    db,
    sql<StateCount>`SELECT state, COUNT(*) AS people, SUM(year_spend) AS value FROM customer_outlook GROUP BY state`,
  );
  const counts = new Map(kept.map((one) => [one.state, one]));
  const add = (state: OutlookState, people: 1 | -1, value: number): void => {
    const before = counts.get(state) ?? { people: 0, value: 0 };
    counts.set(state, { state, people: before.people + people, value: before.value + people * value });
  };
  const merged = await rowsOf(db, keptOfMerged);
  const mergedIds = new Set(merged.map(({ customerId }) => customerId));
  for (const { state, value } of merged) add(state, -1, value);
  for (const { customerId, state, value, here } of await rowsOf(db, notAsKept)) {
    if (mergedIds.has(customerId)) continue;
    add(state, -1, value);
    if (here === 1) add('onTrack', 1, value);
  }
  return [...counts.values()].filter(({ people }) => people > 0);
}

export interface BoardRow extends KnownOutlook {
  readonly name: string;
}

interface BoardPage {
  readonly state: OutlookState;
  readonly offset: number;
  readonly limit: number;
}

/** The first of some people by what is at stake: along the index by state and spend, so that only they are read. */
const firstPeople = (where: RawBuilder<unknown>, count: number): RawBuilder<unknown> => sql`
  SELECT * FROM (
    SELECT o.*, s.last_day AS came, s.visits AS visit_days, c.name AS name FROM customer_outlook AS o
      CROSS JOIN customer_stats AS s ON s.customer_id = o.customer_id CROSS JOIN customers AS c ON c.id = o.customer_id
    WHERE c.merged_into_id IS NULL AND ${where}
    ORDER BY o.year_spend DESC, o.waited / o.usual_gap DESC, o.customer_id LIMIT ${count})`;

/** People of a state by what is at stake, the most valuable first; then those who waited longest. */
export async function outlookBoard(
  db: ReadDb,
  { state, offset, limit }: BoardPage,
): Promise<readonly BoardRow[]> {
  const count = offset + limit;
  const people =
    state === 'onTrack'
      ? sql`${firstPeople(sql`o.state = 'onTrack'`, count)}
          UNION ALL ${firstPeople(sql`o.state <> 'onTrack' AND s.last_day > o.last_day`, count)}`
      : firstPeople(sql`o.state = ${state} AND COALESCE(s.last_day, 0) <= o.last_day`, count);
  const rows = await rowsOf(
    db,
    sql<BoardRow & { came: BusinessDay }>`SELECT * FROM (${people}) AS people
      ORDER BY year_spend DESC, waited / usual_gap DESC, customer_id LIMIT ${limit} OFFSET ${offset}`,
  );
  return rows.map(({ came, name, ...row }) => ({ ...asOfNow(row, came), name }));
}
