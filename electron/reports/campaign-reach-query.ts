import { sql } from 'kysely';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { FollowUpOutcome } from '#shared/domain/follow-ups/reasons.ts';
import type { ReadDb } from '../db/connection.ts';
import { campaignById, peopleOfCampaign } from '../repositories/campaigns.ts';
import { type SegmentQuestion, segmentIds } from './segment-query.ts';
import { rowsOf } from './standing-days.ts';

const person = sql`COALESCE(p.merged_into_id, p.id)`;
const stands = sql`f.id NOT IN (SELECT fact_id FROM follow_up_undos)`;
/** Outcomes that somebody of the shop wrote down after turning to a person. */
const turned = sql`f.outcome NOT IN ('snoozed', 'nextVisit')`;
/** Outcomes with which the person heard from the shop. */
const heard = sql`f.outcome IN ('reached', 'willCome', 'leftMessage')`;

interface LastFact {
  readonly customerId: number;
  readonly outcome: FollowUpOutcome;
  readonly day: BusinessDay;
}

/** The last outcome of each person in a time. */
function lastFacts(db: ReadDb, from: BusinessDay, to: BusinessDay): Promise<LastFact[]> {
  return rowsOf(
    db,
    sql<LastFact>`SELECT "customerId", outcome, day FROM (
      SELECT ${person} AS "customerId", f.outcome AS outcome, f.business_day AS day,
        ROW_NUMBER() OVER (PARTITION BY ${person} ORDER BY f.id DESC) AS place
      FROM follow_up_facts AS f JOIN customers AS p ON p.id = f.customer_id
      WHERE f.business_day >= ${from} AND f.business_day <= ${to} AND ${turned} AND ${stands}
    ) AS facts WHERE place = 1`,
  );
}

interface Gifts {
  readonly issued: number;
  readonly used: number;
  readonly cost: number;
}

/** Gifts of a campaign: issued, used, and what the used ones cost the shop. */
async function giftsOf(db: ReadDb, campaignId: number): Promise<Gifts> {
  const [row] = await rowsOf(
    db,
    sql<Gifts>`SELECT COUNT(*) AS issued, COALESCE(SUM(used), 0) AS used, COALESCE(SUM(used * cost), 0) AS cost FROM (
      SELECT v.cost AS cost, CASE WHEN EXISTS (
        SELECT 1 FROM voucher_uses AS u WHERE u.voucher_id = v.id
          AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = u.visit_id)
      ) THEN 1 ELSE 0 END AS used
      FROM campaign_people AS m JOIN vouchers AS v ON v.id = m.voucher_id WHERE m.campaign_id = ${campaignId}
    ) AS gifts`,
  );
  return { issued: Number(row?.issued ?? 0), used: Number(row?.used ?? 0), cost: Number(row?.cost ?? 0) };
}

/** What was done for the people of a campaign and what they answered, so far; null when it was not started. */
export async function campaignLearned(db: ReadDb, campaignId: number) {
  const campaign = await campaignById(db, campaignId);
  if (!campaign || campaign.started_day === null) return null;
  const treated = new Map(
    (await peopleOfCampaign(db, campaignId))
      .filter(({ arm }) => arm !== 'held')
      .map(({ customerId, joinedDay }) => [customerId, joinedDay ?? campaign.started_day ?? 0]),
  );
  const to = campaign.stopped_day ?? campaign.to_day;
  const facts = (await lastFacts(db, campaign.started_day, to)).filter(
    ({ customerId, day }) => day >= (treated.get(customerId) ?? Number.POSITIVE_INFINITY),
  );
  const counts = new Map<FollowUpOutcome, number>();
  for (const { outcome } of facts) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const gifts = await giftsOf(db, campaignId);
  return {
    people: treated.size,
    turnedTo: facts.length,
    outcomes: [...counts]
      .map(([outcome, people]) => ({ outcome, people }))
      .sort((a, b) => b.people - a.people || a.outcome.localeCompare(b.outcome)),
    giftsIssued: gifts.issued,
    giftsUsed: gifts.used,
    giftCost: gifts.cost,
  };
}

/** Whether somebody of a campaign heard from the shop by it: a message to many goes out at once, a call is written down. */
const heardByCampaign = sql`m.arm <> 'held' AND c.started_day IS NOT NULL AND (
  c.channel IN ('text', 'email', 'post') OR EXISTS (
    SELECT 1 FROM follow_up_facts AS f WHERE f.customer_id = m.customer_id AND ${heard} AND ${stands}
      AND f.business_day >= COALESCE(m.joined_day, c.started_day) AND f.business_day <= c.to_day))`;

export interface ReachQuestion {
  readonly today: BusinessDay;
  /** Days whose contacts are counted. */
  readonly days: number;
  readonly alarmDays: number;
  readonly segments: readonly {
    readonly segmentId: number;
    readonly name: string;
    readonly asked: SegmentQuestion;
  }[];
}

/** Contacts by tone: each of a campaign's people once, and whoever heard from the shop for another reason. */
async function contactsByTone(
  db: ReadDb,
  from: BusinessDay,
): Promise<{ useful: number; promotional: number }> {
  const rows = await rowsOf(
    db,
    sql<{ tone: string; n: number }>`SELECT tone, COUNT(*) AS n FROM (
      SELECT f.tone AS tone FROM follow_up_facts AS f
      WHERE f.business_day >= ${from} AND f.reason <> 'campaign' AND ${heard} AND ${stands}
      UNION ALL
      SELECT c.tone FROM campaign_people AS m JOIN campaigns AS c ON c.id = m.campaign_id
      WHERE ${heardByCampaign} AND COALESCE(m.joined_day, c.started_day) >= ${from}
    ) AS contacts GROUP BY tone`,
  );
  const of = (tone: string) => Number(rows.find((row) => row.tone === tone)?.n ?? 0);
  return { useful: of('useful'), promotional: of('promotional') };
}

/** The last day each person heard from the shop. */
async function lastHeard(db: ReadDb): Promise<ReadonlyMap<number, BusinessDay>> {
  const rows = await rowsOf(
    db,
    sql<{ customerId: number; day: BusinessDay }>`SELECT "customerId", MAX(day) AS day FROM (
      SELECT ${person} AS "customerId", f.business_day AS day
      FROM follow_up_facts AS f JOIN customers AS p ON p.id = f.customer_id WHERE ${heard} AND ${stands}
      UNION ALL
      SELECT ${person}, COALESCE(m.joined_day, c.started_day)
      FROM campaign_people AS m JOIN campaigns AS c ON c.id = m.campaign_id JOIN customers AS p ON p.id = m.customer_id
      WHERE ${heardByCampaign}
    ) AS contacts GROUP BY "customerId"`,
  );
  return new Map(rows.map(({ customerId, day }) => [customerId, day]));
}

/** Regulars: so many days with a visit, the last of them within a year. */
const regularVisits = 5;
const year = 365;

async function regulars(db: ReadDb, today: BusinessDay): Promise<readonly number[]> {
  const rows = await rowsOf(
    db,
    sql<{ id: number }>`SELECT customer_id AS id FROM customer_stats
      WHERE visits >= ${regularVisits} AND last_day > ${today - year}`,
  );
  return rows.map(({ id }) => id);
}

/** How useful and promotional contacts are mixed, and which groups of people have heard nothing for too long. */
export async function campaignReach(db: ReadDb, question: ReachQuestion) {
  const { today, days, alarmDays } = question;
  const tones = await contactsByTone(db, addDays(today, 1 - days));
  const heardOn = await lastHeard(db);
  const [span] = await rowsOf(
    db,
    sql<{ first: BusinessDay | null }>`SELECT MIN(first_day) AS first FROM customer_stats`,
  );
  // A shop that is younger than the alarm has kept nobody waiting.
  const isOld = span !== undefined && span.first !== null && today - span.first >= alarmDays;
  const groups = [
    { kind: 'regulars' as const, segmentId: null, name: null, ids: await regulars(db, today) },
  ] as {
    kind: 'regulars' | 'segment';
    segmentId: number | null;
    name: string | null;
    ids: readonly number[];
  }[];
  for (const { segmentId, name, asked } of question.segments) {
    groups.push({ kind: 'segment', segmentId, name, ids: await segmentIds(db, asked) });
  }
  const silent = groups
    .map(({ ids, ...group }) => ({
      ...group,
      people: ids.length,
      lastDay: ids.reduce<BusinessDay | null>((last, id) => {
        const day = heardOn.get(id) ?? null;
        return day !== null && (last === null || day > last) ? day : last;
      }, null),
    }))
    .filter(
      ({ people, lastDay }) => people > 0 && isOld && (lastDay === null || today - lastDay >= alarmDays),
    )
    .sort((a, b) => (a.lastDay ?? 0) - (b.lastDay ?? 0));
  return { days, ...tones, silent, alarmDays };
}
