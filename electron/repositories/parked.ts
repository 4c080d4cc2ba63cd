import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type ParkedRow = Readonly<Schema['parked_check_ins']>;

const all = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('parked_check_ins as k')
    .leftJoin('customers as c', 'c.id', 'k.customer_id')
    .selectAll('k')
    .select('c.name as customerName')
    .orderBy('k.id', 'desc'),
);

/** Check-ins that were set aside, newest first. */
export function parkedCheckIns(db: ReadDb): Promise<(ParkedRow & { customerName: string | null })[]> {
  return db.all(all, {});
}

const ofCustomer = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('parked_check_ins')
    .select('id')
    .where('customer_id', '=', p('customerId'))
    .orderBy('id', 'desc')
    .limit(1),
);

/** The newest check-in of a customer that was set aside. */
export async function parkedOfCustomer(db: ReadDb, customerId: number): Promise<number | null> {
  return (await db.one(ofCustomer, { customerId }))?.id ?? null;
}

export async function insertParked(
  tx: WriteTx,
  parked: ParkedRow,
  reserves: readonly { readonly walletId: number; readonly unitId: number; readonly amount: number }[],
): Promise<void> {
  await tx.runQuery((k) => k.insertInto('parked_check_ins').values(parked));
  for (const { walletId, unitId, amount } of reserves) {
    await tx.runQuery((k) =>
      k
        .insertInto('parked_reserves')
        .values({ parked_id: parked.id, wallet_id: walletId, unit_id: unitId, amount }),
    );
  }
}

const remove = statement<{ id: number }>()((db, p) =>
  db.deleteFrom('parked_check_ins').where('id', '=', p('id')),
);

/** Releases a parked check-in and what it reserved. */
export async function deleteParked(tx: WriteTx, id: number): Promise<void> {
  await tx.run(remove, { id });
}
