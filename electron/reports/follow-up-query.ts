import { sql } from 'kysely';
import type { Whom } from '#shared/contract/campaigns.ts';
import { addDays, type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import { assembleList, isSeenThrough, type ListEntry } from '#shared/domain/follow-ups/assemble-list.ts';
import type { Candidate } from '#shared/domain/follow-ups/because.ts';
import type { ListSettings } from '#shared/domain/follow-ups/list-settings.ts';
import { type FollowUpReason, followUpReasons } from '#shared/domain/follow-ups/reasons.ts';
import { grouped } from '#shared/domain/grouped.ts';
import { nearestBirthday } from '#shared/domain/visits/birthdays.ts';
import type { ReadDb } from '../db/connection.ts';
import { campaignPeople } from '../repositories/campaigns.ts';
import { allowedChannels, refusedProfiling } from '../repositories/consents.ts';
import { heldOut } from '../repositories/experiments.ts';
import { pastFactsSince, promisesDue } from '../repositories/follow-ups.ts';
import { expiringSoon, type RulesOfVersion } from './expiry-query.ts';
import { reachedMilestones } from './milestone-query.ts';
import { silentPeople } from './people-query.ts';
import { rowsOf } from './standing-days.ts';

export interface FollowUpQuestion {
  readonly day: BusinessDay;
  readonly settings: ListSettings;
  readonly versions: readonly RulesOfVersion[];
  /** More people of one reason than this are not looked for; left out: as many as a list of one day could ever need. */
  readonly mostOfReason?: number;
}

/** An occasion stays one for so many days: the shop is closed now and then, and nobody answers at once. */
const graceDays = 5;
/** A birthday is greeted for so long afterwards. */
const belatedDays = 2;
/** Facts older than this decide nothing but what lasts. */
const memoryDays = 220;
/** More people of one reason than this never come up on one day. */
const usualMost = 300;
/** Whoever has not come for so long hears nothing of birthdays. */
const lapsedDays = 180;

/** Those who stay away, by what the nightly look says of them; whoever came since is not among them. */
async function absentPeople(
  db: ReadDb,
  { mostOfReason = usualMost }: FollowUpQuestion,
): Promise<Candidate[]> {
  const rows = await rowsOf(
    db,
    sql<{
      customerId: number;
      state: string;
      lastDay: BusinessDay;
      usualGap: number;
      waited: number;
      expectedDay: BusinessDay;
      value: number | null;
    }>`
    SELECT * FROM (
      SELECT o.customer_id AS "customerId", o.state AS state, o.last_day AS "lastDay", o.usual_gap AS "usualGap",
        o.waited AS waited, o.expected_day AS "expectedDay", o.year_spend AS value,
        ROW_NUMBER() OVER (PARTITION BY o.state ORDER BY o.year_spend DESC, s.visits DESC, o.customer_id) AS place
      FROM customer_outlook AS o JOIN customer_stats AS s ON s.customer_id = o.customer_id
        JOIN customers AS c ON c.id = o.customer_id
      WHERE o.state IN ('atRisk', 'slipping', 'late') AND s.last_day <= o.last_day AND c.merged_into_id IS NULL
    ) AS people WHERE place <= ${mostOfReason}`,
  );
  return rows.map(({ customerId, state, lastDay, usualGap, waited, expectedDay, value }) => ({
    customerId,
    because: { kind: state === 'atRisk' ? 'atRisk' : 'slipping', lastDay, usualGap, waited, expectedDay },
    value,
  }));
}

async function birthdays(db: ReadDb, { day, settings }: FollowUpQuestion): Promise<Candidate[]> {
  const rows = await rowsOf(
    db,
    sql<{ customerId: number; birthDay: number; birthMonth: number; spend: number }>`
    SELECT c.id AS "customerId", c.birth_day AS "birthDay", c.birth_month AS "birthMonth", s.spend AS spend
    FROM customers AS c JOIN customer_stats AS s ON s.customer_id = c.id
    WHERE c.birth_month IN (${sql.join(monthsAround(day, settings.birthdayDays))}) AND c.birth_day IS NOT NULL
      AND c.merged_into_id IS NULL AND s.last_day >= ${day - lapsedDays}`,
  );
  return rows.flatMap(({ customerId, birthDay, birthMonth, spend }) => {
    const on = nearestBirthday({ day: birthDay, month: birthMonth }, day);
    if (on === null || on < day - belatedDays || on > day + settings.birthdayDays) return [];
    return [{ customerId, because: { kind: 'birthday' as const, day: on }, value: spend }];
  });
}

/** Months of birth dates that may be celebrated in the window: 29 February also counts as 1 March. */
function monthsAround(day: BusinessDay, ahead: number): number[] {
  const months = new Set<number>();
  for (let at = -belatedDays - 1; at <= ahead + 1; at += 1) {
    months.add(Number(formatDay(addDays(day, at)).slice(5, 7)));
  }
  return [...months];
}

/** Those who came once so long ago and not again. */
async function afterFirstVisit(db: ReadDb, { day, settings }: FollowUpQuestion): Promise<Candidate[]> {
  const last = day - settings.firstVisitDays;
  const rows = await rowsOf(
    db,
    sql<{ customerId: number; day: BusinessDay; value: number }>`
    SELECT s.customer_id AS "customerId", s.last_day AS day, s.spend AS value
    FROM customer_stats AS s JOIN customers AS c ON c.id = s.customer_id
    WHERE s.visits = 1 AND s.last_day <= ${last} AND s.last_day > ${last - graceDays} AND c.customer_since >= ${last - graceDays}
      AND c.merged_into_id IS NULL`,
  );
  return rows.map(({ customerId, day: on, value }) => ({
    customerId,
    because: { kind: 'firstVisit', day: on },
    value,
  }));
}

/** Those who bought something of a category so many days ago and have not been here since. */
async function afterItems(db: ReadDb, { day, settings }: FollowUpQuestion): Promise<Candidate[]> {
  const found: Candidate[] = [];
  for (const { category, days } of settings.afterItems) {
    const last = day - days;
    const rows = await rowsOf(
      db,
      sql<{ customerId: number; itemId: number; day: BusinessDay; value: number }>`
      SELECT COALESCE(c.merged_into_id, c.id) AS "customerId", MAX(l.item_id) AS "itemId", v.business_day AS day,
        SUM(l.quantity * l.unit_price) AS value
      FROM visits AS v JOIN visit_lines AS l ON l.visit_id = v.id JOIN items AS i ON i.id = l.item_id
        JOIN customers AS c ON c.id = v.customer_id
        JOIN customer_stats AS s ON s.customer_id = COALESCE(c.merged_into_id, c.id)
      WHERE v.business_day <= ${last} AND v.business_day > ${last - graceDays} AND v.sign = 1 AND i.category = ${category}
        AND s.last_day = v.business_day AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = v.id)
      GROUP BY COALESCE(c.merged_into_id, c.id), v.business_day`,
    );
    for (const { customerId, itemId, day: on, value } of rows) {
      found.push({ customerId, because: { kind: 'afterItem', day: on, itemId }, value });
    }
  }
  return found;
}

/** Points, stamps and vouchers about to end. */
async function expiring(db: ReadDb, question: FollowUpQuestion): Promise<Candidate[]> {
  const { day, settings, versions, mostOfReason = usualMost } = question;
  const until = addDays(day, settings.expiringDays);
  const { rows } = await expiringSoon(db, { versions, until, offset: 0, limit: mostOfReason });
  const kinds = await rowsOf(db, sql<{ id: number; kind: 'points' | 'stamps' }>`SELECT id, kind FROM units`);
  const kindOf = new Map(kinds.map(({ id, kind }) => [id, kind]));
  const vouchers = await rowsOf(
    db,
    sql<{ customerId: number; thingId: number; day: BusinessDay; value: number }>`
    SELECT v.customer_id AS "customerId", v.id AS "thingId", v.expires_day AS day, v.cost AS value FROM vouchers AS v
    WHERE v.expires_day >= ${day} AND v.expires_day <= ${until} AND v.voided_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM voucher_uses AS u LEFT JOIN visits AS r ON r.reverses_id = u.visit_id
      WHERE u.voucher_id = v.id AND r.id IS NULL)
    ORDER BY v.expires_day, v.id LIMIT ${mostOfReason}`,
  );
  return [
    ...vouchers.map(
      ({ customerId, thingId, day: on, value }): Candidate => ({
        customerId,
        because: { kind: 'expiring', day: on, what: 'voucher', thingId, amount: 1 },
        value,
      }),
    ),
    ...rows
      .filter((row) => row.day >= day)
      .map(
        ({ customerId, unitId, amount, day: on }): Candidate => ({
          customerId,
          because: {
            kind: 'expiring',
            day: on,
            what: kindOf.get(unitId) ?? 'points',
            thingId: unitId,
            amount,
          },
          value: null,
        }),
      ),
  ];
}

async function milestones(db: ReadDb, { day }: FollowUpQuestion): Promise<Candidate[]> {
  const reached = await reachedMilestones(db, { start: addDays(day, -graceDays), end: addDays(day, 1) });
  return reached.map(({ customerId, kind, count, day: on }) => ({
    customerId,
    because: { kind: 'milestone', day: on, of: kind, count },
    value: count,
  }));
}

async function silentVips(db: ReadDb, question: FollowUpQuestion): Promise<Candidate[]> {
  const { day, settings, mostOfReason = usualMost } = question;
  const { silent, byMoney } = await silentPeople(db, {
    to: addDays(day, 1),
    today: day,
    days: settings.silentDays,
  });
  return silent.slice(0, mostOfReason).map(({ customerId, lastDay, silentDays, value }) => ({
    customerId: Number(customerId),
    because: { kind: 'silentVip', lastDay, silentDays },
    value: byMoney ? value : null,
  }));
}

/** Those whose friend came for the first time a short while ago. */
async function referrals(db: ReadDb, { day }: FollowUpQuestion): Promise<Candidate[]> {
  const rows = await rowsOf(
    db,
    sql<{ customerId: number; friendId: number; day: BusinessDay; value: number }>`
    SELECT COALESCE(r.merged_into_id, r.id) AS "customerId", f.id AS "friendId", s.first_day AS day, s.spend AS value
    FROM customers AS f JOIN customer_stats AS s ON s.customer_id = f.id JOIN customers AS r ON r.id = f.referred_by_id
    WHERE f.referred_by_id IS NOT NULL AND f.merged_into_id IS NULL
      AND s.first_day <= ${day} AND s.first_day > ${day - graceDays}`,
  );
  return rows.map(({ customerId, friendId, day: on, value }) => ({
    customerId,
    because: { kind: 'referral', day: on, friendId },
    value,
  }));
}

const allButPromises = followUpReasons.filter((reason) => reason !== 'promise' && reason !== 'campaign');

/** The reasons a campaign is about: its words are said, and not those of the playbook. */
function replacedBy(whom: Whom): readonly FollowUpReason[] {
  if (whom.kind === 'reason') return [whom.reason];
  return whom.kind === 'risk' ? ['atRisk', 'slipping', 'silentVip'] : [];
}

/**
 * For so many days somebody is turned to because of a campaign for a reason: a birthday of two months ago is none any more.
 * In a test everybody who got something has the same time.
 */
const reasonLasts = 14;

const isOver = (whom: Whom, since: BusinessDay, day: BusinessDay): boolean =>
  whom.kind === 'reason' && day - since >= reasonLasts;

/** Those for whom a running campaign has something. In a test its ways are compared, so nothing else is said to them. */
async function campaigns(db: ReadDb, { day }: FollowUpQuestion): Promise<Candidate[]> {
  const people = await campaignPeople(db, day);
  return people.flatMap(({ customerId, campaignId, whom: saved, isTested, since }) => {
    const whom = JSON.parse(saved) as Whom;
    if (!isTested && isOver(whom, since, day)) return [];
    const inPlaceOf = isTested ? allButPromises : replacedBy(whom);
    return [{ customerId, because: { kind: 'campaign' as const, campaignId }, value: null, inPlaceOf }];
  });
}

const readers: Readonly<
  Partial<Record<FollowUpReason, (db: ReadDb, question: FollowUpQuestion) => Promise<Candidate[]>>>
> = {
  birthday: birthdays,
  firstVisit: afterFirstVisit,
  afterItem: afterItems,
  expiring,
  milestone: milestones,
  silentVip: silentVips,
  referral: referrals,
  campaign: campaigns,
};

/** Everybody with a reason to be turned to on a day, before anything is known of consent and earlier contacts. */
async function candidatesOn(db: ReadDb, question: FollowUpQuestion): Promise<Candidate[]> {
  const promises = await promisesDue(db, question.day);
  const found: Candidate[] = promises.map(({ customerId, promiseId, dueDay }) => ({
    customerId,
    because: { kind: 'promise', promiseId, dueDay },
    value: null,
  }));
  const { reasons } = question.settings;
  if (reasons.includes('atRisk') || reasons.includes('slipping'))
    found.push(...(await absentPeople(db, question)));
  for (const reason of reasons) found.push(...((await readers[reason]?.(db, question)) ?? []));
  return found;
}

/** What is said of somebody only where estimates may be made about them. */
const estimated: readonly FollowUpReason[] = ['atRisk', 'slipping', 'silentVip'];

/** The candidates without those who were forgotten, and without what may not be estimated about somebody. */
async function knownCandidates(db: ReadDb, question: FollowUpQuestion): Promise<Candidate[]> {
  const candidates = await candidatesOn(db, question);
  const refused = await refusedProfiling(db);
  const erased = await rowsOf(db, sql<{ id: number }>`SELECT customer_id AS id FROM erasures`);
  const forgotten = new Set(erased.map((row) => row.id));
  return candidates.filter(
    ({ customerId, because }) =>
      !forgotten.has(customerId) && !(refused.has(customerId) && estimated.includes(because.kind)),
  );
}

/**
 * Everybody who meets a reason on a day, however many they are and whether or not they come up on the list of the day; without
 * those with whom just that was seen through already.
 */
export async function peopleWithReason(
  db: ReadDb,
  question: Pick<FollowUpQuestion, 'day' | 'settings' | 'versions'>,
  reason: FollowUpReason,
): Promise<readonly number[]> {
  const { day } = question;
  const settings = { ...question.settings, reasons: [reason] };
  const all = { ...question, settings, mostOfReason: Number.MAX_SAFE_INTEGER };
  const facts = grouped(await pastFactsSince(db, addDays(day, -memoryDays)), (fact) => fact.customerId);
  const met = (await knownCandidates(db, all)).filter(
    ({ customerId, because }) =>
      because.kind === reason && !isSeenThrough(because, day, facts.get(customerId) ?? []),
  );
  return [...new Set(met.map(({ customerId }) => customerId))];
}

/** The list of a day, assembled from everything the shop's file says. */
export async function followUpList(db: ReadDb, question: FollowUpQuestion): Promise<readonly ListEntry[]> {
  const { day, settings } = question;
  const facts = await pastFactsSince(db, addDays(day, -memoryDays));
  const rows = await rowsOf(
    db,
    sql<{ id: number; lastDay: BusinessDay }>`
    SELECT s.customer_id AS id, s.last_day AS "lastDay" FROM customer_stats AS s
    WHERE s.last_day IS NOT NULL AND s.customer_id IN (
      SELECT COALESCE(c.merged_into_id, c.id) FROM follow_up_facts AS f JOIN customers AS c ON c.id = f.customer_id)`,
  );
  const candidates = await knownCandidates(db, question);
  const channels = await allowedChannels(db, [...new Set(candidates.map((one) => one.customerId))]);
  return assembleList({
    day,
    settings,
    candidates,
    facts,
    lastDays: new Map(rows.map((row) => [row.id, row.lastDay])),
    reachable: new Set([...channels].filter(([, ways]) => ways.size > 0).map(([id]) => id)),
    heldOut: await heldOut(db, day),
  });
}
