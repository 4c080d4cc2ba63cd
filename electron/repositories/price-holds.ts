import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { PriceHold } from '#shared/domain/loyalty/price-hold.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type PriceHoldRow = Readonly<Schema['price_holds']>;

const inForce = statement<{ day: BusinessDay }>()((db, p) =>
  db
    .selectFrom('price_holds as h')
    .leftJoin('customers as c', 'c.id', 'h.customer_id')
    .selectAll('h')
    .select('c.name as customerName')
    .where('h.ended_at', 'is', null)
    .where('h.until_day', '>=', p('day'))
    .orderBy('h.id', 'desc'),
);

export interface ListedPriceHold extends PriceHold {
  readonly at: number;
  /** Null for a tier. */
  readonly customerName: string | null;
}

function holdOf(row: PriceHoldRow & { readonly customerName: string | null }): ListedPriceHold {
  const prices = JSON.parse(row.prices) as Record<string, number>;
  return {
    holdId: row.id,
    for:
      row.customer_id === null
        ? { kind: 'tier', tierId: row.tier_id ?? 0 }
        : { kind: 'customer', customerId: row.customer_id },
    untilDay: row.until_day,
    isEnded: row.ended_at !== null,
    prices: new Map(Object.entries(prices).map(([itemId, price]) => [Number(itemId), price])),
    at: row.at,
    customerName: row.customerName,
  };
}

/** Prices kept for anybody on a day, newest first. Most shops have none or a few. */
export async function priceHolds(db: ReadDb, day: BusinessDay): Promise<ListedPriceHold[]> {
  return (await db.all(inForce, { day })).map(holdOf);
}

const insert = statement<{ [K in keyof PriceHoldRow]: PriceHoldRow[K] }>()((db, p) =>
  db.insertInto('price_holds').values({
    id: p('id'),
    tier_id: p('tier_id'),
    customer_id: p('customer_id'),
    until_day: p('until_day'),
    prices: p('prices'),
    at: p('at'),
    staff_id: p('staff_id'),
    ended_at: p('ended_at'),
  }),
);

export async function insertPriceHold(tx: WriteTx, hold: PriceHoldRow): Promise<void> {
  await tx.run(insert, hold);
}

const end = statement<{ id: number; at: number }>()((db, p) =>
  db
    .updateTable('price_holds')
    .set({ ended_at: p('at') })
    .where('id', '=', p('id'))
    .where('ended_at', 'is', null),
);

/** Ends a hold before its day; one that has ended stays as it is. */
export async function endPriceHold(tx: WriteTx, id: number, at: number): Promise<void> {
  await tx.run(end, { id, at });
}

const exists = statement<{ id: number }>()((db, p) =>
  db.selectFrom('price_holds').select('id').where('id', '=', p('id')),
);

export async function isPriceHold(db: ReadDb, id: number): Promise<boolean> {
  return (await db.one(exists, { id })) !== undefined;
}
