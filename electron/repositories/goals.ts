import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type GoalRow = Readonly<Schema['goals']> & { readonly byName: string };

const inForce = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('goals as g')
    .innerJoin('staff as s', 's.id', 'g.staff_id')
    .selectAll('g')
    .select('s.name as byName')
    .where('g.id', 'in', (eb) =>
      eb
        .selectFrom('goals')
        .select((inner) => inner.fn.max<number>('id').as('id'))
        .groupBy('metric'),
    )
    .where('g.target', 'is not', null),
);

/** The targets in force: the newest of each metric, unless it took the goal away. */
export function loadGoals(db: ReadDb): Promise<GoalRow[]> {
  return db.all(inForce, {});
}

export async function insertGoal(tx: WriteTx, goal: Schema['goals']): Promise<void> {
  await tx.runQuery((k) => k.insertInto('goals').values(goal));
}
