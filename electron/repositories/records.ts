import type { ReadDb } from '../db/connection.ts';
import { statement } from '../db/statement.ts';

const counts = statement<Record<never, never>>()((db) =>
  db.selectNoFrom((eb) => [
    eb
      .selectFrom('customers')
      .select((inner) => inner.fn.countAll<number>().as('n'))
      .where('merged_into_id', 'is', null)
      .as('customers'),
    eb
      .selectFrom('visits')
      .select((inner) => inner.fn.countAll<number>().as('n'))
      .where('sign', '=', 1)
      .as('visits'),
  ]),
);

/** How many customers and check-ins the shop's file holds. */
export async function countRecords(db: ReadDb): Promise<{ customers: number; visits: number }> {
  const row = await db.one(counts, {});
  return { customers: Number(row?.customers ?? 0), visits: Number(row?.visits ?? 0) };
}
