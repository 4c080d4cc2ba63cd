import { sql } from 'kysely';
import { assertNever } from '#shared/domain/assert-never.ts';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { type BaseRate, baseRate, type PastOfPerson } from '#shared/domain/experiments/index.ts';
import type { ListSettings } from '#shared/domain/follow-ups/list-settings.ts';
import type { FollowUpChannel, FollowUpReason } from '#shared/domain/follow-ups/reasons.ts';
import type { ReadDb } from '../db/connection.ts';
import { peopleOfCampaign } from '../repositories/campaigns.ts';
import { allowedChannels } from '../repositories/consents.ts';
import { runningExperiments } from '../repositories/experiments.ts';
import type { RulesOfVersion } from './expiry-query.ts';
import { peopleWithReason } from './follow-up-query.ts';
import { type SegmentQuestion, segmentIds } from './segment-query.ts';
import { eachCustomerDay, rowsOf } from './standing-days.ts';

/** Which people are meant, as the worker finds them. */
export type CampaignOf =
  | { readonly kind: 'segment'; readonly asked: SegmentQuestion }
  | { readonly kind: 'risk'; readonly states: readonly string[] }
  | {
      readonly kind: 'reason';
      readonly reason: FollowUpReason;
      readonly settings: ListSettings;
      readonly versions: readonly RulesOfVersion[];
    };

export interface CampaignQuestion {
  readonly of: CampaignOf;
  readonly channel: FollowUpChannel;
  readonly today: BusinessDay;
}

async function idsOf(db: ReadDb, { of, today }: CampaignQuestion): Promise<readonly number[]> {
  switch (of.kind) {
    case 'segment':
      return segmentIds(db, of.asked);
    case 'risk': {
      // Who has come since it was worked out is on track again.
      const state = sql`CASE WHEN s.last_day > o.last_day THEN 'onTrack' ELSE o.state END`;
      const rows = await rowsOf(
        db,
        sql<{ id: number }>`SELECT o.customer_id AS id FROM customer_outlook AS o
          JOIN customer_stats AS s ON s.customer_id = o.customer_id WHERE ${state} IN (${sql.join(of.states)})`,
      );
      return rows.map(({ id }) => id);
    }
    case 'reason': {
      const { settings, versions, reason } = of;
      return peopleWithReason(db, { day: today, settings, versions }, reason);
    }
    default:
      return assertNever(of);
  }
}

const person = sql`COALESCE(p.merged_into_id, p.id)`;

/** Of some people those who may be reached in a way: in person everybody who was not to be left alone. */
async function reachable(
  db: ReadDb,
  ids: readonly number[],
  channel: FollowUpChannel,
): Promise<readonly number[]> {
  // Whoever came again has not moved away.
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`SELECT ${person} AS id
      FROM follow_up_facts AS f JOIN customers AS p ON p.id = f.customer_id
        LEFT JOIN customer_stats AS s ON s.customer_id = ${person}
      WHERE f.outcome IN ('movedAway', 'doNotContact') AND f.id NOT IN (SELECT fact_id FROM follow_up_undos)
        AND (f.outcome = 'doNotContact' OR s.last_day IS NULL OR s.last_day <= f.business_day)
      UNION SELECT customer_id FROM erasures`,
  );
  const alone = new Set(rows.map(({ id }) => id));
  const left = ids.filter((id) => !alone.has(id));
  if (channel === 'inPerson') return left;
  const channels = await allowedChannels(db, left);
  return left.filter((id) => channels.get(id)?.has(channel) === true);
}

/**
 * Everybody whom a campaign could be for today: who may be reached, and is not part of an experiment that is running,
 * because what two do to the same person cannot be told apart.
 */
export async function campaignIds(db: ReadDb, question: CampaignQuestion): Promise<readonly number[]> {
  const taken = new Set<number>();
  for (const campaignId of await runningExperiments(db, question.today)) {
    for (const { customerId } of await peopleOfCampaign(db, campaignId)) taken.add(customerId);
  }
  const found = (await idsOf(db, question)).filter((id) => !taken.has(id)).sort((a, b) => a - b);
  return reachable(db, found, question.channel);
}

/** Days on which something was done for somebody, by person. */
async function contactsOf(db: ReadDb): Promise<ReadonlyMap<number, readonly BusinessDay[]>> {
  const rows = await rowsOf(
    db,
    sql<{ customerId: number; day: BusinessDay }>`
    SELECT ${person} AS "customerId", f.business_day AS day
    FROM follow_up_facts AS f JOIN customers AS p ON p.id = f.customer_id
    WHERE f.outcome IN ('reached', 'willCome', 'leftMessage') AND f.id NOT IN (SELECT fact_id FROM follow_up_undos)
    UNION ALL
    SELECT ${person}, COALESCE(m.joined_day, c.started_day)
    FROM campaign_people AS m JOIN campaigns AS c ON c.id = m.campaign_id JOIN customers AS p ON p.id = m.customer_id
    WHERE m.arm <> 'held' AND c.started_day IS NOT NULL`,
  );
  const found = new Map<number, BusinessDay[]>();
  for (const { customerId, day } of rows) found.set(customerId, [...(found.get(customerId) ?? []), day]);
  return found;
}

/** The past is read so far back: two years to look from, and one before for the rhythm. */
const daysBack = 3 * 365;

async function pastOf(
  db: ReadDb,
  listed: ReadonlySet<number>,
  today: BusinessDay,
): Promise<readonly PastOfPerson[]> {
  const days = new Map<number, BusinessDay[]>();
  const span = { from: addDays(today, -daysBack), to: addDays(today, 1) };
  await eachCustomerDay(db, span, (rows) => {
    for (const { customerId, day } of rows) {
      const own = days.get(customerId);
      if (own) own.push(day);
      else days.set(customerId, [day]);
    }
  });
  const contacts = await contactsOf(db);
  for (const id of listed) if (!days.has(id)) days.set(id, []);
  return [...days].map(([id, own]) => ({
    days: own.sort((a, b) => a - b),
    isListed: listed.has(id),
    turnedTo: contacts.get(id) ?? [],
  }));
}

/** How many people a campaign could be for, and how many of them would come back by themselves. */
export async function campaignBase(
  db: ReadDb,
  question: CampaignQuestion,
  window: number,
): Promise<{ people: number; base: BaseRate | null }> {
  const { today } = question;
  const listed = new Set(await campaignIds(db, question));
  const base = listed.size === 0 ? null : baseRate(await pastOf(db, listed, today), { today, window });
  return { people: listed.size, base };
}
