import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';

/** Things of a customer that name their owner and may be handed to another one, by their keys. */
export interface Belongings {
  readonly cards: readonly string[];
  readonly notes: readonly number[];
  readonly vouchers: readonly number[];
  readonly parked: readonly number[];
  readonly priceHolds: readonly number[];
  /** Customers whom they have brought. */
  readonly brought: readonly number[];
}

async function idsOf(
  db: ReadDb,
  table: 'customer_notes' | 'vouchers' | 'parked_check_ins' | 'price_holds',
  customerId: number,
): Promise<number[]> {
  const rows = await db.query((k) => k.selectFrom(table).select('id').where('customer_id', '=', customerId));
  return rows.map((row) => row.id);
}

/** Everything that is handed over when a customer is merged. Visits and consents stay where they were written. */
export async function belongingsOf(db: ReadDb, customerId: number): Promise<Belongings> {
  const cards = await db.query((k) =>
    k.selectFrom('cards').select('code').where('customer_id', '=', customerId),
  );
  const brought = await db.query((k) =>
    k.selectFrom('customers').select('id').where('referred_by_id', '=', customerId),
  );
  return {
    cards: cards.map((row) => row.code),
    notes: await idsOf(db, 'customer_notes', customerId),
    vouchers: await idsOf(db, 'vouchers', customerId),
    parked: await idsOf(db, 'parked_check_ins', customerId),
    priceHolds: await idsOf(db, 'price_holds', customerId),
    brought: brought.map((row) => row.id),
  };
}

/** A check-in set aside names its customer a second time, in what it will do. */
async function handOverParked(tx: WriteTx, id: number, from: number, to: number): Promise<void> {
  const [row] = await tx.query((k) =>
    k.selectFrom('parked_check_ins').selectAll().where('id', '=', id).where('customer_id', '=', from),
  );
  if (!row) return;
  const content = JSON.stringify({ ...(JSON.parse(row.content) as object), customerId: to });
  await tx.runQuery((k) =>
    k.updateTable('parked_check_ins').set({ customer_id: to, content }).where('id', '=', id),
  );
}

/** Hands belongings to another customer, as far as they still are those of the first. */
export async function handOver(tx: WriteTx, things: Belongings, from: number, to: number): Promise<void> {
  for (const code of things.cards) {
    await tx.runQuery((k) =>
      k
        .updateTable('cards')
        .set({ customer_id: to })
        .where('code', '=', code)
        .where('customer_id', '=', from),
    );
  }
  for (const [table, ids] of [
    ['customer_notes', things.notes],
    ['vouchers', things.vouchers],
    ['price_holds', things.priceHolds],
  ] as const) {
    for (const id of ids) {
      await tx.runQuery((k) =>
        k.updateTable(table).set({ customer_id: to }).where('id', '=', id).where('customer_id', '=', from),
      );
    }
  }
  for (const id of things.parked) await handOverParked(tx, id, from, to);
  for (const id of things.brought) {
    await tx.runQuery((k) =>
      k
        .updateTable('customers')
        .set({ referred_by_id: to })
        .where('id', '=', id)
        .where('referred_by_id', '=', from),
    );
  }
}

export type TierHoldRow = Readonly<Schema['tier_holds']>;
export type CustomerTierRow = Readonly<Schema['customer_tiers']>;

export async function tierHoldOf(db: ReadDb, customerId: number): Promise<TierHoldRow | null> {
  const rows = await db.query((k) =>
    k.selectFrom('tier_holds').selectAll().where('customer_id', '=', customerId),
  );
  return rows[0] ?? null;
}

/** Puts the hold of a customer in the place of what is there; null = none. */
export async function putTierHold(tx: WriteTx, customerId: number, hold: TierHoldRow | null): Promise<void> {
  await tx.runQuery((k) => k.deleteFrom('tier_holds').where('customer_id', '=', customerId));
  if (hold) {
    await tx.runQuery((k) => k.insertInto('tier_holds').values({ ...hold, customer_id: customerId }));
  }
}

export async function customerTierOf(db: ReadDb, customerId: number): Promise<CustomerTierRow | null> {
  const rows = await db.query((k) =>
    k.selectFrom('customer_tiers').selectAll().where('customer_id', '=', customerId),
  );
  return rows[0] ?? null;
}

/** Puts the tier of the last daily run in the place of what is there; null = none. */
export async function putCustomerTier(
  tx: WriteTx,
  customerId: number,
  tier: CustomerTierRow | null,
): Promise<void> {
  await tx.runQuery((k) => k.deleteFrom('customer_tiers').where('customer_id', '=', customerId));
  if (tier) {
    await tx.runQuery((k) => k.insertInto('customer_tiers').values({ ...tier, customer_id: customerId }));
  }
}
