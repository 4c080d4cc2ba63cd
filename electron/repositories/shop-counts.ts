import { sql } from 'kysely';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb } from '../db/connection.ts';

/** What a shop's file holds, to recognise it by and to say what a restore would lose. */
export interface CountedShop {
  /** People; those merged into another one are that one. */
  readonly customers: number;
  /** Check-ins ever written, so that the number only grows. */
  readonly visits: number;
  /** Rewards used and vouchers given out; undone and void ones not counted. */
  readonly rewards: number;
  readonly newestVisitAt: number | null;
}

/**
 * Counts what is in a shop's file of any schema so far: it reads only what every one of them has, and vouchers where there
 * is such a table. Passes over the visits once, so it belongs into a worker.
 */
export async function shopCounts(db: ReadDb): Promise<CountedShop> {
  const [has] = await db.query<{ vouchers: number; merges: number }>((k) => ({
    compile: () =>
      sql<{ vouchers: number; merges: number }>`
        SELECT
          (SELECT count(*) FROM sqlite_schema WHERE name = 'vouchers') AS vouchers,
          (SELECT count(*) FROM pragma_table_info('customers') WHERE name = 'merged_into_id') AS merges`.compile(
        k,
      ),
  }));
  const vouchers = has?.vouchers ? sql`(SELECT count(*) FROM vouchers WHERE voided_at IS NULL)` : sql`0`;
  const unmerged = has?.merges ? sql`merged_into_id IS NULL` : sql`TRUE`;
  const [row] = await db.query<CountedShop>((k) => ({
    compile: () =>
      sql<CountedShop>`
        SELECT
          (SELECT count(*) FROM customers WHERE ${unmerged}) AS customers,
          (SELECT count(*) FROM visits WHERE sign = 1) AS visits,
          (SELECT count(*) FROM ledger_entries AS used WHERE kind = 'redeem' AND NOT EXISTS
            (SELECT 1 FROM ledger_entries AS undoing WHERE undoing.reverses_id = used.id)) + ${vouchers} AS rewards,
          (SELECT max(at) FROM visits WHERE sign = 1) AS newestVisitAt`.compile(k),
  }));
  return row ?? { customers: 0, visits: 0, rewards: 0, newestVisitAt: null };
}

/** The latest business day with a visit; null without any. */
export async function newestVisitDay(db: ReadDb): Promise<BusinessDay | null> {
  const [row] = await db.query<{ day: BusinessDay | null }>((k) =>
    k.selectFrom('visits').select((eb) => eb.fn.max('business_day').as('day')),
  );
  return row?.day ?? null;
}
