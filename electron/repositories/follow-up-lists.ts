import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ListEntry } from '#shared/domain/follow-ups/assemble-list.ts';
import type { Because } from '#shared/domain/follow-ups/because.ts';
import type { FollowUpOutcome, FollowUpReason } from '#shared/domain/follow-ups/reasons.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { queryBuilder, statement } from '../db/statement.ts';

const rowsOf = <R>(db: ReadDb, query: ReturnType<typeof sql<R>>): Promise<R[]> =>
  db.query<R>(() => ({ compile: () => query.compile(queryBuilder) }));

/** A place of the list of a day; the customer is the one kept. */
export interface ListedRow {
  readonly customerId: number;
  readonly because: Because;
  readonly others: readonly FollowUpReason[];
}

const listed = statement<{ day: BusinessDay }>()((db, p) => ({
  compile: () =>
    sql<{ customerId: number; detail: string; others: string }>`
      SELECT COALESCE(c.merged_into_id, c.id) AS "customerId", l.detail AS detail, l.others AS others
      FROM follow_up_list AS l JOIN customers AS c ON c.id = l.customer_id
      WHERE l.business_day = ${p('day')} ORDER BY l.position`.compile(db),
}));

/** The list that was made for a day, each person once. */
export async function listOfDay(db: ReadDb, day: BusinessDay): Promise<ListedRow[]> {
  const seen = new Set<number>();
  return (await db.all(listed, { day })).flatMap(({ customerId, detail, others }) => {
    if (seen.has(customerId)) return [];
    seen.add(customerId);
    return [
      { customerId, because: JSON.parse(detail) as Because, others: JSON.parse(others) as FollowUpReason[] },
    ];
  });
}

const put = statement<{
  day: BusinessDay;
  customerId: number;
  position: number;
  reason: FollowUpReason;
  detail: string;
  others: string;
}>()((db, p) =>
  db.insertInto('follow_up_list').values({
    business_day: p('day'),
    customer_id: p('customerId'),
    position: p('position'),
    reason: p('reason'),
    detail: p('detail'),
    others: p('others'),
  }),
);

/** Puts the list of a day in the place of all that were made before. */
export async function putList(
  tx: WriteTx,
  day: BusinessDay,
  entries: readonly Pick<ListEntry, 'customerId' | 'because' | 'others'>[],
): Promise<void> {
  await tx.runQuery((k) => k.deleteFrom('follow_up_list'));
  await tx.runAll(
    put,
    entries.map(({ customerId, because, others }, index) => ({
      day,
      customerId,
      position: index + 1,
      reason: because.kind,
      detail: JSON.stringify(because),
      others: JSON.stringify(others),
    })),
  );
}

/** Somebody on the list, as the list needs them. */
export interface ListedPerson {
  readonly id: number;
  readonly name: string;
  readonly visits: number;
  readonly firstDay: BusinessDay | null;
  readonly lastDay: BusinessDay | null;
  readonly lastAt: number | null;
  /** Chance of a visit by the last nightly look, where it says something of them. */
  readonly returns: number | null;
  /** Money of the year up to their last visit, minor units. */
  readonly yearValue: number | null;
  readonly tierId: number | null;
}

/**
 * What `c` spent in the 365 days up to their last visit: the year by which the board of risk and this list are ordered. Up to
 * today it would become less the longer somebody stays away.
 */
const spendOfYear = sql`(
  SELECT SUM(amount) FROM (
    SELECT SUM(v.amount) AS amount FROM visits AS v
    WHERE v.customer_id IN (SELECT c.id UNION ALL SELECT k.id FROM customers AS k WHERE k.merged_into_id = c.id)
      AND v.business_day > s.last_day - 365
    GROUP BY v.business_day HAVING SUM(v.sign) > 0
  ) AS days)`;

/** Names and figures of people. */
export async function listedPeople(
  db: ReadDb,
  ids: readonly number[],
): Promise<ReadonlyMap<number, ListedPerson>> {
  if (ids.length === 0) return new Map();
  const rows = await rowsOf(
    db,
    sql<ListedPerson>`
      SELECT c.id AS id, c.name AS name, COALESCE(s.visits, 0) AS visits, s.first_day AS "firstDay",
        s.last_day AS "lastDay", s.last_at AS "lastAt", o.returns AS returns, ${spendOfYear} AS "yearValue", t.tier_id AS "tierId"
      FROM customers AS c LEFT JOIN customer_stats AS s ON s.customer_id = c.id
        LEFT JOIN customer_outlook AS o ON o.customer_id = c.id AND o.last_day >= s.last_day
        LEFT JOIN customer_tiers AS t ON t.customer_id = c.id
      WHERE c.id IN (${sql.join([...ids])})`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What became of one follow-up on a day. */
export interface OutcomeOfDay {
  readonly factId: number;
  readonly customerId: number;
  readonly reason: FollowUpReason;
  readonly outcome: FollowUpOutcome;
  readonly promiseId: number | null;
  readonly untilDay: BusinessDay | null;
  readonly at: number;
}

const ofDay = statement<{ day: BusinessDay }>()((db, p) => ({
  compile: () =>
    sql<OutcomeOfDay>`
      SELECT f.id AS "factId", COALESCE(c.merged_into_id, c.id) AS "customerId", f.reason AS reason, f.outcome AS outcome,
        f.promise_id AS "promiseId", f.until_day AS "untilDay", f.at AS at
      FROM follow_up_facts AS f JOIN customers AS c ON c.id = f.customer_id
      WHERE f.business_day = ${p('day')} AND f.settles_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM follow_up_undos AS u WHERE u.fact_id = f.id)
      ORDER BY f.at, f.id`.compile(db),
}));

/** What became of follow-ups on a day, oldest first; what was taken back is not among it. */
export function outcomesOfDay(db: ReadDb, day: BusinessDay): Promise<OutcomeOfDay[]> {
  return db.all(ofDay, { day });
}

/** How follow-ups of one reason went. */
export interface ReasonResult {
  readonly reason: FollowUpReason;
  readonly outcome: FollowUpOutcome;
  readonly times: number;
  /** Of these, those whose 30 days afterwards are over, and who of them came within them. */
  readonly over: number;
  readonly came: number;
}

/**
 * Outcomes since a day by reason, and how many of them were followed by a visit within so many days. Not a word about
 * why they came: only an experiment can tell.
 */
export function resultsByReason(
  db: ReadDb,
  question: { readonly since: BusinessDay; readonly today: BusinessDay; readonly within: number },
): Promise<ReasonResult[]> {
  const { since, today, within } = question;
  return rowsOf(
    db,
    sql<ReasonResult>`
      SELECT reason, outcome, COUNT(*) AS times, SUM(business_day + ${within} < ${today}) AS over,
        SUM(business_day + ${within} < ${today} AND came) AS came
      FROM (
        SELECT f.reason, f.outcome, f.business_day, EXISTS (
          SELECT 1 FROM visits AS v
          WHERE v.customer_id IN (SELECT COALESCE(c.merged_into_id, c.id)
              UNION ALL SELECT k.id FROM customers AS k WHERE k.merged_into_id = COALESCE(c.merged_into_id, c.id))
            AND v.business_day > f.business_day AND v.business_day <= f.business_day + ${within} AND v.sign = 1
            AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = v.id)
        ) AS came
        FROM follow_up_facts AS f JOIN customers AS c ON c.id = f.customer_id
        WHERE f.business_day >= ${since} AND f.settles_id IS NULL
          AND NOT EXISTS (SELECT 1 FROM follow_up_undos AS u WHERE u.fact_id = f.id)
      ) AS facts GROUP BY reason, outcome ORDER BY reason, outcome`,
  );
}

/** Names of things by `<table> <id>`. */
export async function namesOfThings(
  db: ReadDb,
  things: Readonly<Record<'customers' | 'campaigns' | 'vouchers' | 'units', readonly number[]>>,
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const table of ['customers', 'campaigns', 'vouchers', 'units'] as const) {
    const ids = things[table];
    if (ids.length === 0) continue;
    const rows = await db.query((k) =>
      k
        .selectFrom(table)
        .select(['id', 'name'])
        .where('id', 'in', [...ids]),
    );
    for (const { id, name } of rows) names.set(`${table} ${id}`, name);
  }
  return names;
}

/** The newest voucher given to a person on a day that no follow-up has taken along yet. */
export async function voucherToTake(
  db: ReadDb,
  customerId: number,
  day: BusinessDay,
): Promise<number | null> {
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`
      SELECT v.id AS id FROM vouchers AS v
      WHERE v.customer_id = ${customerId} AND v.issued_day = ${day} AND v.voided_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM follow_up_facts AS f WHERE f.voucher_id = v.id
          AND NOT EXISTS (SELECT 1 FROM follow_up_undos AS u WHERE u.fact_id = f.id))
      ORDER BY v.issued_at DESC, v.id DESC LIMIT 1`,
  );
  return rows[0]?.id ?? null;
}
