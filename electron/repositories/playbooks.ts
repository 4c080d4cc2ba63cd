import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import {
  type PlaybookSituation,
  type Standing,
  standingIn,
  valuableShare,
} from '#shared/domain/playbooks/situations.ts';
import type { ToneCounts } from '#shared/domain/playbooks/tone-ratio.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { PlaybookTables } from '../db/playbook-tables.ts';
import { queryBuilder, statement } from '../db/statement.ts';

export type PlaybookVersionRow = Readonly<PlaybookTables['playbook_versions']>;

const insert = statement<{ [K in keyof PlaybookVersionRow]: PlaybookVersionRow[K] }>()((db, p) =>
  db.insertInto('playbook_versions').values({
    id: p('id'),
    situation: p('situation'),
    content: p('content'),
    at: p('at'),
    staff_id: p('staff_id'),
  }),
);

export async function insertPlaybookVersion(tx: WriteTx, version: PlaybookVersionRow): Promise<void> {
  await tx.run(insert, version);
}

const newest = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('playbook_versions')
    .selectAll()
    .where('id', 'in', (inner) =>
      inner.selectFrom('playbook_versions').select(inner.fn.max('id').as('id')).groupBy('situation'),
    ),
);

/** The newest version of every situation that has one. */
export async function playbookVersions(
  db: ReadDb,
): Promise<ReadonlyMap<PlaybookSituation, PlaybookVersionRow>> {
  return new Map((await db.all(newest, {})).map((row) => [row.situation, row]));
}

const byId = statement<{ id: number }>()((db, p) =>
  db.selectFrom('playbook_versions').selectAll().where('id', '=', p('id')),
);

export function playbookVersion(db: ReadDb, id: number): Promise<PlaybookVersionRow | undefined> {
  return db.one(byId, { id });
}

const every = statement<Record<never, never>>()((db) =>
  db.selectFrom('playbook_versions').selectAll().orderBy('id'),
);

/** All versions of all playbooks, oldest first. */
export function loadPlaybookVersions(db: ReadDb): Promise<PlaybookVersionRow[]> {
  return db.all(every, {});
}

const ofSituation = statement<{ situation: PlaybookSituation }>()((db, p) =>
  db
    .selectFrom('playbook_versions')
    .selectAll()
    .where('situation', '=', p('situation'))
    .orderBy('id', 'desc')
    .limit(100),
);

/** The versions of a situation, newest first. */
export function playbookHistory(db: ReadDb, situation: PlaybookSituation): Promise<PlaybookVersionRow[]> {
  return db.all(ofSituation, { situation });
}

const standings = statement<{ customerId: number; share: number }>()((db, p) => ({
  compile: () =>
    sql<{ state: string; isValuable: number }>`
      SELECT CASE WHEN s.last_day > o.last_day THEN 'onTrack' ELSE o.state END AS state,
        o.year_spend > 0 AND (
          SELECT COUNT(*) FROM customer_outlook AS more WHERE more.year_spend > o.year_spend
        ) < ${p('share')} * (SELECT COUNT(*) FROM customer_outlook AS spent WHERE spent.year_spend > 0) AS "isValuable"
      FROM customer_outlook AS o JOIN customer_stats AS s ON s.customer_id = o.customer_id
      WHERE o.customer_id = ${p('customerId')}`.compile(db),
}));

/**
 * How it stands with somebody by the newest nightly look, and whether they are among the fifth that
 * spent most in their last year. Whoever came
 * since, and whoever nothing is known about, is on track.
 */
export async function standingOf(
  db: ReadDb,
  customerId: number,
): Promise<{ readonly standing: Standing; readonly isValuable: boolean }> {
  const row = await db.one(standings, { customerId, share: valuableShare });
  return { standing: standingIn(row?.state), isValuable: row?.isValuable === 1 };
}

const valuable = statement<{ ids: string; share: number }>()((db, p) => {
  // As many as may be worth more than somebody who still counts: the largest whole number below the share.
  const most = sql`(SELECT CAST(x AS INTEGER) - (CAST(x AS INTEGER) = x) FROM (
    SELECT ${p('share')} * COUNT(*) AS x FROM customer_outlook WHERE year_spend > 0))`;
  return {
    compile: () =>
      sql<{ id: number }>`SELECT customer_id AS id FROM customer_outlook
        WHERE customer_id IN (SELECT value FROM json_each(${p('ids')})) AND year_spend >= (
          SELECT year_spend FROM customer_outlook WHERE year_spend > 0 ORDER BY year_spend DESC LIMIT 1 OFFSET ${most})`.compile(
        db,
      ),
  };
});

/** Those of some people who are valuable as `standingOf` says it: for many at once, because the bound is looked for once. */
export async function valuableAmong(
  db: ReadDb,
  customerIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await db.all(valuable, { ids: JSON.stringify(customerIds), share: valuableShare });
  return new Set(rows.map(({ id }) => id));
}

const givenSince = statement<{ customerId: number; kind: string; since: BusinessDay; day: BusinessDay }>()(
  (db, p) => ({
    compile: () =>
      sql<{ voucherId: number; code: string; expiresDay: BusinessDay; name: string }>`
        SELECT v.id AS "voucherId", v.code AS code, v.expires_day AS "expiresDay", v.name AS name FROM vouchers AS v
        WHERE v.kind = ${p('kind')} AND v.issued_day >= ${p('since')} AND v.expires_day >= ${p('day')}
          AND v.voided_at IS NULL AND v.customer_id IN (
            SELECT ${p('customerId')} UNION ALL SELECT id FROM customers WHERE merged_into_id = ${p('customerId')})
          AND NOT EXISTS (SELECT 1 FROM voucher_uses AS u LEFT JOIN visits AS r ON r.reverses_id = u.visit_id
            WHERE u.voucher_id = v.id AND r.id IS NULL)
        ORDER BY v.issued_at DESC, v.id DESC LIMIT 1`.compile(db),
  }),
);

/** The newest voucher of a kind that somebody was given since a day and can still use. */
export function voucherGivenSince(
  db: ReadDb,
  asked: { customerId: number; kind: string; since: BusinessDay; day: BusinessDay },
): Promise<{ voucherId: number; code: string; expiresDay: BusinessDay; name: string } | undefined> {
  return db.one(givenSince, asked);
}

/** Contacts since a day that got through, by whether they were of use or sold something. */
export async function tonesSince(db: ReadDb, since: BusinessDay): Promise<ToneCounts> {
  const query = sql<{ tone: string; times: number }>`
    SELECT f.tone AS tone, COUNT(*) AS times FROM follow_up_facts AS f
    WHERE f.business_day >= ${since} AND f.outcome IN ('reached', 'willCome', 'leftMessage', 'doNotContact')
      AND f.settles_id IS NULL AND NOT EXISTS (SELECT 1 FROM follow_up_undos AS u WHERE u.fact_id = f.id)
    GROUP BY f.tone`;
  const rows = await db.query<{ tone: string; times: number }>(() => ({
    compile: () => query.compile(queryBuilder),
  }));
  const timesOf = (tone: string) => rows.find((row) => row.tone === tone)?.times ?? 0;
  return { useful: timesOf('useful'), promotional: timesOf('promotional') };
}

const someVisitor = statement<Record<never, never>>()((db) => ({
  compile: () =>
    sql<{ id: number }>`
      SELECT c.id AS id FROM customers AS c LEFT JOIN customer_stats AS s ON s.customer_id = c.id
      WHERE c.merged_into_id IS NULL AND c.id NOT IN (SELECT customer_id FROM erasures)
      ORDER BY s.visits DESC, c.id LIMIT 1`.compile(db),
}));

const someStanding = statement<{ state: string }>()((db, p) => ({
  compile: () =>
    sql<{ id: number }>`
      SELECT o.customer_id AS id FROM customer_outlook AS o JOIN customers AS c ON c.id = o.customer_id
      WHERE o.state = ${p('state')} AND c.merged_into_id IS NULL AND c.id NOT IN (SELECT customer_id FROM erasures)
      ORDER BY o.year_spend DESC, o.customer_id LIMIT 1`.compile(db),
}));

/** Somebody to try words on: one of a standing where there is one, else who comes most often; null in an empty shop. */
export async function someoneToTry(db: ReadDb, standing: Standing): Promise<number | null> {
  const row = (await db.one(someStanding, { state: standing })) ?? (await db.one(someVisitor, {}));
  return row?.id ?? null;
}
