import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ArmName } from '#shared/domain/experiments/index.ts';
import type { ReadDb, WriteTx } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import { statement } from '../db/statement.ts';

export type CampaignRow = Readonly<Schema['campaigns']>;
export type DrawnPerson = Readonly<Schema['campaign_people']>;

const every = statement<Record<never, never>>()((db) =>
  db.selectFrom('campaigns').selectAll().orderBy('from_day', 'desc').orderBy('id', 'desc'),
);

/** All campaigns, those that begin last on top. */
export function loadCampaigns(db: ReadDb): Promise<CampaignRow[]> {
  return db.all(every, {});
}

const byId = statement<{ id: number }>()((db, p) =>
  db.selectFrom('campaigns').selectAll().where('id', '=', p('id')),
);

export function campaignById(db: ReadDb, id: number): Promise<CampaignRow | undefined> {
  return db.one(byId, { id });
}

/** Saves a campaign that is not started, or changes it. */
export async function putCampaign(tx: WriteTx, campaign: CampaignRow): Promise<void> {
  const { id: _id, started_at: _at, started_day: _day, ...change } = campaign;
  await tx.runQuery((k) =>
    k
      .insertInto('campaigns')
      .values(campaign)
      .onConflict((conflict) => conflict.column('id').doUpdateSet(change)),
  );
}

const remove = statement<{ id: number }>()((db, p) => db.deleteFrom('campaigns').where('id', '=', p('id')));

/** Takes a campaign away that was not started. */
export async function deleteCampaign(tx: WriteTx, id: number): Promise<void> {
  await tx.run(remove, { id });
}

const start = statement<{ id: number; at: number; day: BusinessDay }>()((db, p) =>
  db
    .updateTable('campaigns')
    .set({ started_at: p('at'), started_day: p('day') })
    .where('id', '=', p('id')),
);

const addPerson = statement<{ [K in keyof DrawnPerson]: DrawnPerson[K] }>()((db, p) =>
  db.insertInto('campaign_people').values({
    campaign_id: p('campaign_id'),
    customer_id: p('customer_id'),
    arm: p('arm'),
    voucher_id: p('voucher_id'),
    situation: p('situation'),
    joined_day: p('joined_day'),
  }),
);

/** Starts a campaign with its people; from here on it does not change any more. */
export async function startCampaign(
  tx: WriteTx,
  id: number,
  people: readonly DrawnPerson[],
  now: { readonly at: number; readonly day: BusinessDay },
): Promise<void> {
  await tx.runAll(addPerson, people);
  await tx.run(start, { id, ...now });
}

/** Adds people to a campaign that is running. */
export async function addCampaignPeople(tx: WriteTx, people: readonly DrawnPerson[]): Promise<void> {
  await tx.runAll(addPerson, people);
}

/** Which of some customers belong to a campaign under their own entry. */
export async function drawnAmong(
  db: ReadDb,
  campaignId: number,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await db.query((k) =>
    k
      .selectFrom('campaign_people')
      .select('customer_id as id')
      .where('campaign_id', '=', campaignId)
      .where('customer_id', 'in', [...ids]),
  );
  return new Set(rows.map(({ id }) => id));
}

const hinder = statement<{ id: number; hindrance: CampaignRow['hindrance'] }>()((db, p) =>
  db
    .updateTable('campaigns')
    .set({ hindrance: p('hindrance') })
    .where('id', '=', p('id')),
);

/** Keeps why a campaign could not go on by itself; null = nothing is in the way any more. */
export async function setHindrance(
  tx: WriteTx,
  id: number,
  hindrance: CampaignRow['hindrance'],
): Promise<void> {
  await tx.run(hinder, { id, hindrance });
}

/** Stops a started campaign before its end. */
export async function stopCampaign(
  tx: WriteTx,
  id: number,
  now: { readonly at: number; readonly day: BusinessDay },
): Promise<void> {
  await tx.runQuery((k) =>
    k
      .updateTable('campaigns')
      .set({ stopped_at: now.at, stopped_day: now.day })
      .where('id', '=', id)
      .where('stopped_at', 'is', null),
  );
}

/** One person of a campaign: somebody who was merged counts once, by the arm of the entry that was kept. */
export interface CampaignPerson {
  readonly campaignId: number;
  readonly customerId: number;
  readonly arm: ArmName;
  /** What was given with it; null = nothing. */
  readonly voucherId: number | null;
  /** How it stood with them when they were drawn; null = not written down. */
  readonly situation: DrawnPerson['situation'];
  /** The day they joined it while it was running; null = drawn at its start. */
  readonly joinedDay: BusinessDay | null;
}

interface DrawnRow extends CampaignPerson {
  readonly own: number;
}

/**
 * People by campaign after merges. Where only merged entries of somebody were drawn, the one drawn under the lowest id
 * decides; rows come ordered by campaign and drawn entry.
 */
export function asPeople(rows: Iterable<DrawnRow>): CampaignPerson[] {
  const people = new Map<string, DrawnRow>();
  for (const row of rows) {
    const key = `${row.campaignId} ${row.customerId}`;
    const known = people.get(key);
    if (!known || (known.own === 0 && row.own === 1)) people.set(key, row);
  }
  return [...people.values()].map(({ own: _own, ...person }) => person);
}

const drawn = statement<{ campaignId: number }>()((db, p) =>
  db
    .selectFrom('campaign_people as m')
    .innerJoin('customers as c', 'c.id', 'm.customer_id')
    .select((eb) => [
      'm.campaign_id as campaignId',
      eb.fn.coalesce('c.merged_into_id', 'c.id').as('customerId'),
      'm.arm as arm',
      'm.voucher_id as voucherId',
      'm.situation as situation',
      'm.joined_day as joinedDay',
      eb.case().when('c.merged_into_id', 'is', null).then(1).else(0).end().as('own'),
    ])
    .where('m.campaign_id', '=', p('campaignId'))
    .orderBy('m.customer_id'),
);

/** Everybody drawn for a campaign, those held back too. */
export async function peopleOfCampaign(db: ReadDb, campaignId: number): Promise<CampaignPerson[]> {
  return asPeople(await db.all(drawn, { campaignId }));
}

const counts = statement<Record<never, never>>()((db) =>
  db
    .selectFrom('campaign_people')
    .select((eb) => [
      'campaign_id as campaignId',
      eb.fn.countAll<number>().as('people'),
      eb.fn.count<number>('joined_day').as('joined'),
    ])
    .groupBy('campaign_id'),
);

/** How many belong to each campaign, and how many of them joined it while it was running. */
export async function peopleCounts(
  db: ReadDb,
): Promise<{ readonly campaignId: number; readonly people: number; readonly joined: number }[]> {
  return (await db.all(counts, {})).map(({ campaignId, people, joined }) => ({
    campaignId,
    people: Number(people),
    joined: Number(joined),
  }));
}

const planned = statement<{ day: BusinessDay }>()((db, p) =>
  db
    .selectFrom('campaigns')
    .selectAll()
    .where('started_day', 'is', null)
    .where('from_day', '<=', p('day'))
    .where('to_day', '>=', p('day'))
    .orderBy('id'),
);

/** Plans whose first day has come and whose last has not gone. */
export function plannedCampaigns(db: ReadDb, day: BusinessDay): Promise<CampaignRow[]> {
  return db.all(planned, { day });
}

const running = statement<{ day: BusinessDay }>()((db, p) =>
  db
    .selectFrom('campaigns')
    .selectAll()
    .where('started_day', '<=', p('day'))
    .where('to_day', '>=', p('day'))
    .where((eb) => eb.or([eb('stopped_day', 'is', null), eb('stopped_day', '>', p('day'))]))
    .orderBy('id'),
);

/** Campaigns whose people are to be turned to on a day. */
export function runningCampaigns(db: ReadDb, day: BusinessDay): Promise<CampaignRow[]> {
  return db.all(running, { day });
}

/** One way of doing it, as far as the list of follow-ups needs it. */
interface StoredVariant {
  readonly words: Readonly<Record<'en' | 'fi', string>>;
  readonly gift: object | null;
}

/** Somebody to be turned to because of a campaign. */
export interface CampaignTurn extends CampaignPerson {
  readonly name: string;
  readonly channel: CampaignRow['channel'];
  readonly tone: CampaignRow['tone'];
  /** What to say, by the customer's language; `{name}` and `{shop}` stand for the two names. */
  readonly words: StoredVariant['words'];
  readonly gift: StoredVariant['gift'];
  /** Whom it is for, as it was saved. */
  readonly whom: string;
  readonly isTested: boolean;
  /** Since when they belong to it. */
  readonly since: BusinessDay;
}

/**
 * Who is to be turned to on a day because of a campaign, without those whom that campaign holds back. Whom another
 * experiment holds back is said by `heldOut`.
 */
export async function campaignPeople(db: ReadDb, day: BusinessDay): Promise<CampaignTurn[]> {
  const turns: CampaignTurn[] = [];
  for (const row of await runningCampaigns(db, day)) {
    const { id, name, channel, tone, variants, whom, test } = row;
    const ways = JSON.parse(variants) as readonly StoredVariant[];
    for (const person of await peopleOfCampaign(db, id)) {
      const way = person.arm === 'held' ? undefined : ways[person.arm === 'a' ? 0 : 1];
      if (!way) continue;
      const { words, gift } = way;
      const since = person.joinedDay ?? row.started_day ?? day;
      turns.push({ ...person, name, channel, tone, words, gift, whom, isTested: test !== null, since });
    }
  }
  return turns;
}
