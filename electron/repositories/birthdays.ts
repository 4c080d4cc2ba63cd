import type { ReadDb } from '../db/connection.ts';
import { statement } from '../db/statement.ts';

const bornOn = statement<{ day: number; month: number }>()((db, p) =>
  db
    .selectFrom('customers')
    .select(['id', 'name'])
    .where('birth_month', '=', p('month'))
    .where('birth_day', '=', p('day'))
    .where('merged_into_id', 'is', null)
    .orderBy('id'),
);

/** Customers born on a date of any year. */
export function customersBornOn(
  db: ReadDb,
  birth: { readonly day: number; readonly month: number },
): Promise<{ id: number; name: string }[]> {
  return db.all(bornOn, { day: birth.day, month: birth.month });
}
