import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type TierHoldRow = Readonly<Schema['tier_holds']>;

const putHold = statement<{ [K in keyof TierHoldRow]: TierHoldRow[K] }>()((db, p) =>
  db
    .insertInto('tier_holds')
    .values({
      customer_id: p('customer_id'),
      tier_id: p('tier_id'),
      until_day: p('until_day'),
      at: p('at'),
      staff_id: p('staff_id'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((eb) => ({
        tier_id: eb.ref('excluded.tier_id'),
        until_day: eb.ref('excluded.until_day'),
        at: eb.ref('excluded.at'),
        staff_id: eb.ref('excluded.staff_id'),
      })),
    ),
);

/** Holds a customer at a tier, in place of any other hold. */
export async function putTierHold(tx: WriteTx, hold: TierHoldRow): Promise<void> {
  await tx.run(putHold, hold);
}

const endHold = statement<{ customerId: number }>()((db, p) =>
  db.deleteFrom('tier_holds').where('customer_id', '=', p('customerId')),
);

export async function endTierHold(tx: WriteTx, customerId: number): Promise<void> {
  await tx.run(endHold, { customerId });
}

/** A customer with the tier that lists and rankings go by. */
export interface CustomerTier {
  readonly customerId: number;
  readonly tierId: number | null;
  /** 1 = first; null where tiers are not ranks. */
  readonly rank: number | null;
}

/** The tiers of some customers, by which lists and rankings go; who is in none is missing. */
export async function tierIdsOf(
  db: ReadDb,
  customerIds: readonly number[],
): Promise<ReadonlyMap<number, number | null>> {
  if (customerIds.length === 0) return new Map();
  const rows = await db.query((k) =>
    k
      .selectFrom('customer_tiers')
      .select(['customer_id', 'tier_id'])
      .where('customer_id', 'in', [...customerIds]),
  );
  return new Map(rows.map((row) => [row.customer_id, row.tier_id]));
}

const putTier = statement<{ customerId: number; tierId: number | null; rank: number | null }>()((db, p) =>
  db
    .insertInto('customer_tiers')
    .values({ customer_id: p('customerId'), tier_id: p('tierId'), rank: p('rank') })
    .onConflict((conflict) =>
      conflict
        .column('customer_id')
        .doUpdateSet((eb) => ({ tier_id: eb.ref('excluded.tier_id'), rank: eb.ref('excluded.rank') }))
        .where((eb) =>
          eb.or([
            eb('customer_tiers.tier_id', 'is not', eb.ref('excluded.tier_id')),
            eb('customer_tiers.rank', 'is not', eb.ref('excluded.rank')),
          ]),
        ),
    ),
);

/** Keeps tiers; rows that are as they were are not written. */
export async function putCustomerTiers(tx: WriteTx, rows: readonly CustomerTier[]): Promise<void> {
  for (const { customerId, tierId, rank } of rows) await tx.run(putTier, { customerId, tierId, rank });
}

const tiersAfter = statement<{ customerId: number; limit: number }>()((db, p) =>
  db
    .selectFrom('customer_tiers')
    .select('customer_id as customerId')
    .where('customer_id', '>', p('customerId'))
    .orderBy('customer_id')
    .limit(p('limit')),
);

/** Customers with a kept tier whose id is greater than one, in order, some at a time. */
export async function tieredAfter(db: ReadDb, customerId: number, limit: number): Promise<number[]> {
  return (await db.all(tiersAfter, { customerId, limit })).map((row) => row.customerId);
}

const forget = statement<{ customerId: number }>()((db, p) =>
  db.deleteFrom('customer_tiers').where('customer_id', '=', p('customerId')),
);

/** Forgets the tiers of customers who have none any more. */
export async function forgetCustomerTiers(tx: WriteTx, customerIds: readonly number[]): Promise<void> {
  for (const customerId of customerIds) await tx.run(forget, { customerId });
}

const walletOwnerOf = statement<{ walletId: number }>()((db, p) =>
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
  return (await db.one(walletOwnerOf, { walletId }))?.id ?? null;
}
