import type { BusinessDay, BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { CustomerStatsTable } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type CustomerStats = Readonly<CustomerStatsTable>;

const statsOf = statement<{ customerId: number }>()((db, p) =>
  db.selectFrom('customer_stats').selectAll().where('customer_id', '=', p('customerId')),
);

export function customerStats(db: ReadDb, customerId: number): Promise<CustomerStats | undefined> {
  return db.one(statsOf, { customerId });
}

/** Sets the sums of a customer. */
const putStats = statement<{ [K in keyof CustomerStatsTable]: CustomerStatsTable[K] }>()((db, p) =>
  db
    .insertInto('customer_stats')
    .values({
      customer_id: p('customer_id'),
      first_day: p('first_day'),
      last_day: p('last_day'),
      last_at: p('last_at'),
      visits: p('visits'),
      check_ins: p('check_ins'),
      spend: p('spend'),
      amount_check_ins: p('amount_check_ins'),
    })
    .onConflict((conflict) =>
      conflict.column('customer_id').doUpdateSet((eb) => ({
        first_day: eb.ref('excluded.first_day'),
        last_day: eb.ref('excluded.last_day'),
        last_at: eb.ref('excluded.last_at'),
        visits: eb.ref('excluded.visits'),
        check_ins: eb.ref('excluded.check_ins'),
        spend: eb.ref('excluded.spend'),
        amount_check_ins: eb.ref('excluded.amount_check_ins'),
      })),
    ),
);

export async function setCustomerStats(tx: WriteTx, stats: CustomerStats): Promise<void> {
  await tx.run(putStats, stats);
}

export interface MonthChange {
  readonly month: BusinessMonth;
  readonly customer_id: number;
  readonly visits: number;
  readonly spend: number;
  readonly age: number;
  readonly prev: BusinessMonth | null;
}

const addToMonth = statement<{ [K in keyof MonthChange]: MonthChange[K] }>()((db, p) =>
  db
    .insertInto('customer_month')
    .values({
      month: p('month'),
      customer_id: p('customer_id'),
      visits: p('visits'),
      spend: p('spend'),
      age: p('age'),
      prev: p('prev'),
    })
    .onConflict((conflict) =>
      conflict.columns(['month', 'customer_id']).doUpdateSet((eb) => ({
        visits: eb('customer_month.visits', '+', eb.ref('excluded.visits')),
        spend: eb('customer_month.spend', '+', eb.ref('excluded.spend')),
      })),
    ),
);

/** Adds a visit to the customer's month; the row is made with its age and previous active month. */
export async function addCustomerMonth(tx: WriteTx, change: MonthChange): Promise<void> {
  await tx.run(addToMonth, change);
}

const clearMonths = statement<{ customerId: number }>()((db, p) =>
  db.deleteFrom('customer_month').where('customer_id', '=', p('customerId')),
);

export async function clearCustomerMonths(tx: WriteTx, customerId: number): Promise<void> {
  await tx.run(clearMonths, { customerId });
}

const clearStats = statement<{ customerId: number }>()((db, p) =>
  db.deleteFrom('customer_stats').where('customer_id', '=', p('customerId')),
);

/** A merged entry has no summaries of its own: whoever reads customers by them does not meet it. */
export async function clearCustomerSummaries(tx: WriteTx, customerId: number): Promise<void> {
  await tx.run(clearStats, { customerId });
  await clearCustomerMonths(tx, customerId);
}

const monthsOf = statement<{ customerId: number; from: BusinessMonth }>()((db, p) =>
  db
    .selectFrom('customer_month')
    .select(['month', 'visits'])
    .where('customer_id', '=', p('customerId'))
    .where('month', '>=', p('from'))
    .orderBy('month'),
);

export function customerMonths(
  db: ReadDb,
  customerId: number,
  from: BusinessMonth,
): Promise<{ month: BusinessMonth; visits: number }[]> {
  return db.all(monthsOf, { customerId, from });
}

export interface DayChange {
  readonly business_day: BusinessDay;
  readonly check_ins: number;
  readonly identified: number;
  readonly amount: number;
  readonly identified_amount: number;
  readonly amount_check_ins: number;
  readonly rewards: number;
}

const addToDay = statement<{ [K in keyof DayChange]: DayChange[K] }>()((db, p) =>
  db
    .insertInto('day_totals')
    .values({
      business_day: p('business_day'),
      check_ins: p('check_ins'),
      identified: p('identified'),
      amount: p('amount'),
      identified_amount: p('identified_amount'),
      amount_check_ins: p('amount_check_ins'),
      rewards: p('rewards'),
    })
    .onConflict((conflict) =>
      conflict.column('business_day').doUpdateSet((eb) => ({
        check_ins: eb('day_totals.check_ins', '+', eb.ref('excluded.check_ins')),
        identified: eb('day_totals.identified', '+', eb.ref('excluded.identified')),
        amount: eb('day_totals.amount', '+', eb.ref('excluded.amount')),
        identified_amount: eb('day_totals.identified_amount', '+', eb.ref('excluded.identified_amount')),
        amount_check_ins: eb('day_totals.amount_check_ins', '+', eb.ref('excluded.amount_check_ins')),
        rewards: eb('day_totals.rewards', '+', eb.ref('excluded.rewards')),
      })),
    ),
);

/** Adds to the totals of a day; an undo adds negative numbers. */
export async function addDayTotals(tx: WriteTx, change: DayChange): Promise<void> {
  await tx.run(addToDay, change);
}

const totalsOf = statement<{ day: BusinessDay }>()((db, p) =>
  db.selectFrom('day_totals').selectAll().where('business_day', '=', p('day')),
);

export function dayTotals(db: ReadDb, day: BusinessDay): Promise<DayChange | undefined> {
  return db.one(totalsOf, { day });
}

const between = statement<{ from: BusinessDay; to: BusinessDay }>()((db, p) =>
  db
    .selectFrom('day_totals')
    .selectAll()
    .where('business_day', '>=', p('from'))
    .where('business_day', '<', p('to'))
    .orderBy('business_day'),
);

/** Days of `[from, to)` on which anything happened. */
export function daysBetween(db: ReadDb, from: BusinessDay, to: BusinessDay): Promise<DayChange[]> {
  return db.all(between, { from, to });
}
