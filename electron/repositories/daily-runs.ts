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

const owner = statement<{ walletId: number }>()((db, p) =>
  db
    .selectFrom('customers')
    .select('id')
    .where('wallet_id', '=', p('walletId'))
    .orderBy('merged_into_id')
    .orderBy('id')
    .limit(1),
);

/** The customer in whose name entries of a wallet without a visit are written: its oldest member. */
export async function walletOwner(db: ReadDb, walletId: number): Promise<number | null> {
  return (await db.one(owner, { walletId }))?.id ?? null;
}

const putTier = statement<{ customerId: number; tierId: number | null; rank: number | null }>()((db, p) =>
  db
    .insertInto('customer_tiers')
    .values({ customer_id: p('customerId'), tier_id: p('tierId'), rank: p('rank') })
    .onConflict((conflict) =>
      conflict
        .column('customer_id')
        .doUpdateSet((eb) => ({ tier_id: eb.ref('excluded.tier_id'), rank: eb.ref('excluded.rank') })),
    ),
);

/** Keeps tiers; `afresh` forgets all others first. */
export async function putCustomerTiers(
  tx: WriteTx,
  rows: readonly {
    readonly customerId: number;
    readonly tierId: number | null;
    readonly rank: number | null;
  }[],
  afresh: boolean,
): Promise<void> {
  if (afresh) await tx.runQuery((k) => k.deleteFrom('customer_tiers'));
  for (const row of rows) await tx.run(putTier, row);
}
