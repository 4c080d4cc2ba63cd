import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';
import { peopleOfCampaign } from './campaigns.ts';

export type ExperimentRow = Readonly<Schema['experiments']>;

const every = statement<Record<never, never>>()((db) =>
  db.selectFrom('experiments').selectAll().orderBy('campaign_id'),
);

export function loadExperiments(db: ReadDb): Promise<ExperimentRow[]> {
  return db.all(every, {});
}

/** Freezes the plan of an experiment. */
export async function insertExperiment(tx: WriteTx, experiment: ExperimentRow): Promise<void> {
  await tx.runQuery((k) => k.insertInto('experiments').values(experiment));
}

const running = statement<{ day: BusinessDay }>()((db, p) =>
  db
    .selectFrom('experiments as e')
    .innerJoin('campaigns as c', 'c.id', 'e.campaign_id')
    .select('c.id')
    .where('c.started_day', '<=', p('day'))
    .where('e.end_day', '>=', p('day'))
    .where((eb) => eb.or([eb('c.stopped_day', 'is', null), eb('c.stopped_day', '>', p('day'))]))
    .orderBy('c.id'),
);

/** Campaigns whose experiment is running on a day: from their start to the last day that counts. */
export async function runningExperiments(db: ReadDb, day: BusinessDay): Promise<readonly number[]> {
  return (await db.all(running, { day })).map(({ id }) => id);
}

/** Everybody who gets nothing on a day because a running experiment holds them back. */
export async function heldOut(db: ReadDb, day: BusinessDay): Promise<ReadonlySet<number>> {
  const held = new Set<number>();
  for (const campaignId of await runningExperiments(db, day)) {
    for (const { customerId, arm } of await peopleOfCampaign(db, campaignId)) {
      if (arm === 'held') held.add(customerId);
    }
  }
  return held;
}
