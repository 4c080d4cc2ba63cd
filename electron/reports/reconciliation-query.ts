import { type RawBuilder, sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import {
  type ReconciledEntry,
  type RollForward,
  type RollForwardColumn,
  rollForward,
} from '#shared/domain/loyalty/reconcile.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';

interface GroupRow {
  readonly unitId: number;
  readonly kind: ReconciledEntry['kind'];
  readonly reversedKind: ReconciledEntry['reversedKind'];
  readonly change: number;
}

/** Kind of the entry that one takes back; a refund takes back a part of an earning. */
const reversedKind = sql`CASE WHEN e.kind <> 'reverse' THEN NULL WHEN e.reverses_id IS NULL OR r.kind = 'reverse' THEN 'earn'
  ELSE r.kind END`;

/** Kinds that belong to a column, as `columnOf` puts them; everything else is an adjustment. */
const kindsOf = {
  earned: ['earn', 'gift'],
  redeemed: ['redeem'],
  expired: ['expire'],
} as const;

/** Whether an entry is in a column; what is taken back counts where the entry it reverses stands. */
function isIn(column: RollForwardColumn): RawBuilder<unknown> {
  const kind = sql`COALESCE(${reversedKind}, e.kind)`;
  if (column !== 'adjusted') return sql`${kind} IN (${sql.join(kindsOf[column])})`;
  return sql`${kind} NOT IN (${sql.join(Object.values(kindsOf).flat())})`;
}

/** Roll-forwards of all units over `[from, to)`; summed per kind in the database, so ten years are quick. */
export async function rollForwards(
  db: ReadDb,
  input: { readonly from: BusinessDay; readonly to: BusinessDay; readonly unitIds: readonly number[] },
): Promise<RollForward[]> {
  const { from, to } = input;
  const opening = await db.query<{ unitId: number; sum: number }>(() => ({
    compile: () =>
      sql<{ unitId: number; sum: number }>`
      SELECT unit_id AS "unitId", SUM(change) AS sum FROM ledger_entries WHERE business_day < ${from} GROUP BY unit_id`.compile(
        queryBuilder,
      ),
  }));
  const groups = await db.query<GroupRow>(() => ({
    compile: () =>
      sql<GroupRow>`
      SELECT e.unit_id AS "unitId", e.kind AS kind, ${reversedKind} AS "reversedKind", SUM(e.change) AS change
      FROM ledger_entries AS e LEFT JOIN ledger_entries AS r ON r.id = e.reverses_id
      WHERE e.business_day >= ${from} AND e.business_day < ${to}
      GROUP BY e.unit_id, e.kind, ${reversedKind}`.compile(queryBuilder),
  }));
  return input.unitIds.map((unitId) =>
    rollForward(unitId, opening.find((row) => row.unitId === unitId)?.sum ?? 0, groups),
  );
}

export interface ColumnEntry {
  readonly entryId: number;
  readonly at: number;
  readonly day: BusinessDay;
  readonly customerId: number;
  readonly name: string;
  readonly change: number;
  readonly why: Why;
}

interface EntryRow extends Omit<ColumnEntry, 'why'> {
  readonly why: string;
}

/** One page of the entries behind one column, newest first. */
export async function columnEntries(
  db: ReadDb,
  input: {
    readonly from: BusinessDay;
    readonly to: BusinessDay;
    readonly unitId: number;
    readonly column: RollForwardColumn;
    readonly offset: number;
    readonly limit: number;
  },
): Promise<{ total: number; entries: ColumnEntry[] }> {
  const { from, to, unitId, column } = input;
  const chosen = sql`
    FROM ledger_entries AS e LEFT JOIN ledger_entries AS r ON r.id = e.reverses_id
    WHERE e.unit_id = ${unitId} AND e.business_day >= ${from} AND e.business_day < ${to} AND e.change <> 0
      AND ${isIn(column)}`;
  const counted = await db.query<{ total: number }>(() => ({
    compile: () => sql<{ total: number }>`SELECT COUNT(*) AS total ${chosen}`.compile(queryBuilder),
  }));
  const rows = await db.query<EntryRow>(() => ({
    compile: () =>
      sql<EntryRow>`
      SELECT p.id AS "entryId", p.at AS at, p.business_day AS day, p.customer_id AS "customerId", c.name AS name,
        p.change AS change, p.why AS why
      FROM (SELECT e.* ${chosen} ORDER BY e.business_day DESC, e.id DESC LIMIT ${input.limit} OFFSET ${input.offset}) AS p
      JOIN customers AS c ON c.id = p.customer_id
      ORDER BY p.business_day DESC, p.id DESC`.compile(queryBuilder),
  }));
  return {
    total: counted[0]?.total ?? 0,
    entries: rows.map((row) => ({ ...row, why: JSON.parse(row.why) as Why })),
  };
}
