import type { BusinessMonth } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type CloseRow = Readonly<Schema['month_closes']> & {
  readonly byName: string;
  readonly reopenedAt: number | null;
  readonly reopenedBy: string | null;
  readonly reopenReason: string | null;
};

const closes = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('month_closes as k')
    .innerJoin('staff as s', 's.id', 'k.staff_id')
    .leftJoin('month_reopenings as r', 'r.number', 'k.number')
    .leftJoin('staff as rs', 'rs.id', 'r.staff_id')
    .selectAll('k')
    .select(['s.name as byName', 'r.at as reopenedAt', 'rs.name as reopenedBy', 'r.reason as reopenReason'])
    .orderBy('k.number'),
);

/** Every close, in the order of the numbers, with who opened it again. */
export function loadCloses(db: ReadDb): Promise<CloseRow[]> {
  return db.all(closes, {});
}

export async function insertClose(tx: WriteTx, close: Schema['month_closes']): Promise<void> {
  await tx.runQuery((k) => k.insertInto('month_closes').values(close));
}

export async function insertReopening(tx: WriteTx, row: Schema['month_reopenings']): Promise<void> {
  await tx.runQuery((k) => k.insertInto('month_reopenings').values(row));
}

export type SettledStep = Readonly<Schema['close_steps']> & { readonly byName: string };

const settled = statement<{ month: BusinessMonth }>()((db, p) =>
  db
    .selectFrom('close_steps as k')
    .innerJoin('staff as s', 's.id', 'k.staff_id')
    .selectAll('k')
    .select('s.name as byName')
    .where('k.month', '=', p('month')),
);

/** What was settled on the way to a month's close. */
export function settledSteps(db: ReadDb, month: BusinessMonth): Promise<SettledStep[]> {
  return db.all(settled, { month });
}

/** Settles a step; the newest settling counts. */
export async function putSettledStep(tx: WriteTx, row: Schema['close_steps']): Promise<void> {
  const { month: _month, step: _step, ...change } = row;
  await tx.runQuery((k) =>
    k
      .insertInto('close_steps')
      .values(row)
      .onConflict((conflict) => conflict.columns(['month', 'step']).doUpdateSet(change)),
  );
}

const forget = statement<{ month: BusinessMonth }>()((db, p) =>
  db.deleteFrom('close_steps').where('month', '=', p('month')),
);

/** Starts the guide of a month anew: after it was opened again everything is to be looked at again. */
export async function forgetSettledSteps(tx: WriteTx, month: BusinessMonth): Promise<void> {
  await tx.run(forget, { month });
}
