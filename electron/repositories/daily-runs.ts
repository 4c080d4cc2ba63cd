import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { statement } from '../db/statement.ts';

const lastRun = statement<{ name: string }>()((db, p) =>
  db.selectFrom('daily_runs').select('business_day').where('name', '=', p('name')),
);

/** Business day on which something last ran to its end; null = never. */
export async function lastDailyRun(db: ReadDb, name: string): Promise<BusinessDay | null> {
  return (await db.one(lastRun, { name }))?.business_day ?? null;
}

const record = statement<{ name: string; day: BusinessDay; at: number }>()((db, p) =>
  db
    .insertInto('daily_runs')
    .values({ name: p('name'), business_day: p('day'), at: p('at') })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet((eb) => ({ business_day: eb.ref('excluded.business_day'), at: eb.ref('excluded.at') })),
    ),
);

export async function recordDailyRun(tx: WriteTx, name: string, day: BusinessDay, at: number): Promise<void> {
  await tx.run(record, { name, day, at });
}
