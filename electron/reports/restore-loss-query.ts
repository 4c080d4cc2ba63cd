import { sql } from 'kysely';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';

/** What stands in the shop and not in the backup beside it. */
export interface RestoreLoss {
  readonly customers: number;
  readonly visits: number;
  /** The newest of those check-ins, newest first. */
  readonly newest: readonly {
    readonly at: number;
    readonly name: string | null;
    readonly amount: number | null;
  }[];
}

const shown = 10;

const ask = <R>(db: ReadDb, question: ReturnType<typeof sql<R>>): Promise<R[]> =>
  db.query<R>(() => ({ compile: () => question.compile(queryBuilder) }));

/** After a restore the same ids are given out anew, to other people and visits: what they were made with tells them apart. */
const lostCustomers = sql`FROM main.customers AS c WHERE c.merged_into_id IS NULL AND NOT EXISTS (
  SELECT 1 FROM backup.customers AS b WHERE b.id = c.id AND b.created_at = c.created_at)`;

const lostVisits = sql`FROM main.visits AS v WHERE v.sign = 1 AND NOT EXISTS (
  SELECT 1 FROM backup.visits AS b WHERE b.id = v.id AND b.request_id = v.request_id)`;

/**
 * Compares the shop with the backup beside it, which may be of any earlier schema: only columns of the first one are read
 * there. The newest check-ins are those that still stand.
 */
export async function readRestoreLoss(db: ReadDb): Promise<RestoreLoss> {
  const [customers] = await ask(db, sql<{ n: number }>`SELECT count(*) AS n ${lostCustomers}`);
  const [visits] = await ask(db, sql<{ n: number }>`SELECT count(*) AS n ${lostVisits}`);
  const newest = await ask(
    db,
    sql<RestoreLoss['newest'][number]>`SELECT v.at, v.amount, (SELECT c.name FROM main.customers AS c
      WHERE c.id = v.customer_id) AS name ${lostVisits}
      AND NOT EXISTS (SELECT 1 FROM main.visits AS r WHERE r.reverses_id = v.id) ORDER BY v.at DESC, v.id DESC LIMIT ${shown}`,
  );
  return { customers: Number(customers?.n ?? 0), visits: Number(visits?.n ?? 0), newest };
}
