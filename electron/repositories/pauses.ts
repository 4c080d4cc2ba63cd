import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import { statement } from '../db/statement.ts';

/** Days on which waiting does not count, both ends included. */
export interface PauseRow {
  readonly id: number;
  readonly from: BusinessDay;
  readonly to: BusinessDay;
}

const closed = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('closed_days')
    .select(['id', 'from_day as from', 'to_day as to'])
    .where('ended_at', 'is', null)
    .orderBy('from_day')
    .orderBy('id'),
);

/** Days on which the shop was or will be closed, in order. */
export async function closedDaysInForce(db: ReadDb): Promise<readonly PauseRow[]> {
  return db.all(closed, {});
}

/** Announced absences of everybody, those of merged entries under the one kept. */
export async function absencesInForce(db: ReadDb): Promise<ReadonlyMap<number, readonly PauseRow[]>> {
  const rows = await db.query((k) =>
    k
      .selectFrom('absences')
      .innerJoin('customers', 'customers.id', 'absences.customer_id')
      .select([
        'absences.id',
        'absences.customer_id',
        'customers.merged_into_id',
        'from_day as from',
        'to_day as to',
      ])
      .where('ended_at', 'is', null)
      .orderBy('absences.id'),
  );
  const found = new Map<number, PauseRow[]>();
  for (const { customer_id: own, merged_into_id: keptId, ...pause } of rows) {
    const list = found.get(keptId ?? own) ?? [];
    list.push(pause);
    found.set(keptId ?? own, list);
  }
  return found;
}

const absences = statement<{ customerId: number }>()((db, p) =>
  db
    .selectFrom('absences')
    .innerJoin('customers', 'customers.id', 'absences.customer_id')
    .select(['absences.id', 'from_day as from', 'to_day as to'])
    .where('ended_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb('absences.customer_id', '=', p('customerId')),
        eb('customers.merged_into_id', '=', p('customerId')),
      ]),
    )
    .orderBy('from_day'),
);

/** Announced absences of one customer. */
export async function absencesOf(db: ReadDb, customerId: number): Promise<readonly PauseRow[]> {
  return db.all(absences, { customerId });
}

/** A pause as it is written. */
export interface NewPause {
  readonly id: number;
  readonly request_id: string;
  readonly from_day: BusinessDay;
  readonly to_day: BusinessDay;
  readonly at: number;
  readonly staff_id: number;
}

export async function insertClosedDays(tx: WriteTx, pause: NewPause): Promise<void> {
  await tx.runQuery((k) => k.insertInto('closed_days').values({ ...pause, ended_at: null }));
}

export async function insertAbsence(
  tx: WriteTx,
  absence: NewPause & { readonly customer_id: number },
): Promise<void> {
  await tx.runQuery((k) => k.insertInto('absences').values({ ...absence, ended_at: null }));
}

/** Takes a pause back. @returns false when there is none in force */
export async function endPause(
  tx: WriteTx,
  table: 'closed_days' | 'absences',
  id: number,
  at: number,
): Promise<boolean> {
  const [found] = await tx.query((k) =>
    k.selectFrom(table).select('id').where('id', '=', id).where('ended_at', 'is', null),
  );
  if (!found) return false;
  await tx.runQuery((k) => k.updateTable(table).set({ ended_at: at }).where('id', '=', id));
  return true;
}
