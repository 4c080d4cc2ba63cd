import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import {
  columnOf,
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

/** A refund takes back an earning: it reverses no single entry, so its kind is told by what it is. */
const reversedKind = sql`CASE WHEN e.kind <> 'reverse' THEN NULL WHEN e.reverses_id IS NULL THEN 'earn' ELSE r.kind END`;

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

interface EntryRow extends GroupRow {
  readonly entryId: number;
  readonly at: number;
  readonly day: BusinessDay;
  readonly customerId: number;
  readonly name: string;
  readonly why: string;
}

/** The entries behind one column, newest first. */
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
  const rows = await db.query<EntryRow>(() => ({
    compile: () =>
      sql<EntryRow>`
      SELECT e.id AS "entryId", e.at AS at, e.business_day AS day, e.customer_id AS "customerId", c.name AS name,
        e.unit_id AS "unitId", e.kind AS kind, ${reversedKind} AS "reversedKind", e.change AS change, e.why AS why
      FROM ledger_entries AS e LEFT JOIN ledger_entries AS r ON r.id = e.reverses_id
      JOIN customers AS c ON c.id = e.customer_id
      WHERE e.unit_id = ${unitId} AND e.business_day >= ${from} AND e.business_day < ${to}
      ORDER BY e.id DESC`.compile(queryBuilder),
  }));
  const wanted = rows.filter((row) => row.change !== 0 && columnOf(row) === column);
  return {
    total: wanted.length,
    entries: wanted.slice(input.offset, input.offset + input.limit).map((row) => ({
      entryId: row.entryId,
      at: row.at,
      day: row.day,
      customerId: row.customerId,
      name: row.name,
      change: row.change,
      why: JSON.parse(row.why) as Why,
    })),
  };
}
