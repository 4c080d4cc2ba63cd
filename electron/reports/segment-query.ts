import { type RawBuilder, sql } from 'kysely';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { activityBounds, lostAfterDays, type RetentionGroup } from '#shared/domain/retention/index.ts';
import {
  type Condition,
  type Range,
  type SegmentFilter,
  statesOfRisk,
} from '#shared/domain/segments/index.ts';
import { fewestGaps } from '#shared/domain/visits/rhythm.ts';
import type { ReadDb } from '../db/connection.ts';
import { type PeopleSearch, searchConditions } from '../db/people-search.ts';
import { agreedTo } from '../repositories/consents.ts';
import { askers } from '../repositories/interests.ts';
import { peopleInStates } from '../repositories/outlooks.ts';
import { wearers } from '../repositories/tags.ts';
import { earlierSince, rowsOf, standingDays } from './standing-days.ts';

type Sql = RawBuilder<unknown>;

export interface SegmentQuestion {
  readonly filter: SegmentFilter;
  readonly today: BusinessDay;
}

/** From `atLeast` to `atMost`, both included. */
function isWithin(value: Sql, { atLeast, atMost }: Range): Sql {
  const limits = [
    ...(atLeast === null ? [] : [sql`${value} >= ${atLeast}`]),
    ...(atMost === null ? [] : [sql`${value} <= ${atMost}`]),
  ];
  return limits.length === 0 ? sql`1 = 1` : sql`(${sql.join(limits, sql` AND `)})`;
}

const isZeroWithin = ({ atLeast, atMost }: Range): boolean =>
  (atLeast === null || atLeast <= 0) && (atMost === null || atMost >= 0);

/** The first business day of the last so many, today included. */
const sinceOf = (today: BusinessDay, lastDays: number): BusinessDay => (today - lastDays + 1) as BusinessDay;

const dayAfter = (today: BusinessDay): BusinessDay => (today + 1) as BusinessDay;

/** Customers and their visit rows since a day; what was written under a merged entry is the kept one's. */
const rowsSince = (lastDays: number | null, today: BusinessDay): Sql => sql`
  FROM visits AS v JOIN customers AS p ON p.id = v.customer_id
  ${lastDays === null ? sql`` : sql`WHERE v.business_day >= ${sinceOf(today, lastDays)}`}`;

const person = sql`COALESCE(p.merged_into_id, p.id)`;

/** Days with a visit within a time. Nobody's days are 0, which many ranges hold. */
function visitDays({ count, lastDays }: Extract<Condition, { kind: 'visits' }>, today: BusinessDay): Sql {
  if (lastDays === null) return isWithin(sql`s.visits`, count);
  const counted = sql`SELECT customer_id FROM (${standingDays(sinceOf(today, lastDays), dayAfter(today))}) AS days
    GROUP BY customer_id HAVING`;
  const fits = isWithin(sql`COUNT(*)`, count);
  return isZeroWithin(count)
    ? sql`c.id NOT IN (${counted} NOT (${fits}))`
    : sql`c.id IN (${counted} ${fits})`;
}

/** Sum or mean of the known amounts within a time; those without a known amount meet no range. */
function money(condition: Extract<Condition, { kind: 'spend' | 'averageSpend' }>, today: BusinessDay): Sql {
  const { kind, amount, lastDays } = condition;
  if (lastDays === null) {
    const value = kind === 'spend' ? sql`s.spend` : sql`(s.spend * 1.0 / s.amount_check_ins)`;
    return sql`s.amount_check_ins > 0 AND ${isWithin(value, amount)}`;
  }
  const known = sql`SUM(CASE WHEN v.amount IS NULL THEN 0 ELSE v.sign END)`;
  const value = kind === 'spend' ? sql`SUM(v.amount)` : sql`(SUM(v.amount) * 1.0 / ${known})`;
  return sql`c.id IN (SELECT ${person} ${rowsSince(lastDays, today)} GROUP BY ${person}
    HAVING ${known} > 0 AND ${isWithin(value, amount)})`;
}

const notUndone = sql`v.sign = 1 AND NOT EXISTS (SELECT 1 FROM visits AS u WHERE u.reverses_id = v.id)`;

function boughtOrServed(
  condition: Extract<Condition, { kind: 'bought' | 'staff' }>,
  today: BusinessDay,
): Sql {
  const since =
    condition.lastDays === null ? sql`` : sql`AND v.business_day >= ${sinceOf(today, condition.lastDays)}`;
  const what =
    condition.kind === 'staff'
      ? sql`v.staff_id IN (${sql.join(condition.staffIds)})`
      : sql`v.id IN (SELECT l.visit_id FROM visit_lines AS l WHERE l.item_id IN (${sql.join(condition.itemIds)}))`;
  return sql`c.id IN (SELECT ${person} FROM visits AS v JOIN customers AS p ON p.id = v.customer_id
    WHERE ${what} AND ${notUndone} ${since})`;
}

/** Median gap of everybody with gaps enough, in days. */
const rhythms = (today: BusinessDay): Sql => sql`
  SELECT customer_id, AVG(gap * 1.0) AS rhythm FROM (
    SELECT customer_id, gap, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY gap) AS place,
      COUNT(*) OVER (PARTITION BY customer_id) AS gaps
    FROM (
      SELECT customer_id, business_day - LAG(business_day) OVER (PARTITION BY customer_id ORDER BY business_day) AS gap
      FROM (${standingDays(0 as BusinessDay, dayAfter(today))}) AS days
    ) AS steps WHERE gap IS NOT NULL
  ) AS ranked
  WHERE gaps >= ${fewestGaps} AND place IN ((gaps + 1) / 2, (gaps + 2) / 2)
  GROUP BY customer_id`;

/** By silence alone: nobody has told anything yet that is kept. */
function standing(condition: Extract<Condition, { kind: 'standing' }>, today: BusinessDay): Sql {
  const silent = sql`(${today} - s.last_day)`;
  const inRhythm = sql`c.id IN (SELECT r.customer_id FROM (${rhythms(today)}) AS r
    JOIN customer_stats AS own ON own.customer_id = r.customer_id WHERE ${today} - own.last_day <= 3 * r.rhythm)`;
  const isInTime = sql`(${silent} <= ${condition.window} OR ${inRhythm})`;
  const kinds = {
    active: sql`(${silent} <= ${lostAfterDays} AND ${isInTime})`,
    lapsed: sql`(${silent} <= ${lostAfterDays} AND NOT ${isInTime})`,
    lost: sql`${silent} > ${lostAfterDays}`,
  };
  return sql`s.last_day IS NOT NULL AND (${sql.join(
    condition.anyOf.map((kind) => kinds[kind]),
    sql` OR `,
  )})`;
}

/** The first visit ever; an imported "customer since" counts as one for those who came. */
const firstDay = sql`COALESCE(f.since, s.first_day)`;

function retentionGroup(condition: Extract<Condition, { kind: 'retention' }>): Sql {
  const { start, end, group } = condition;
  const { startFrom, endFrom } = activityBounds(condition, condition.window);
  const seen = (from: BusinessDay, to: BusinessDay, least: number): Sql =>
    sql`c.id IN (SELECT customer_id FROM (${standingDays(from, to)}) AS days
      GROUP BY customer_id HAVING COUNT(*) >= ${least})`;
  const [atStart, atEnd] = [seen(startFrom, start, 1), seen(endFrom, end, 1)];
  const isNew = sql`(${firstDay} >= ${start} AND ${firstDay} < ${end})`;
  const groups: Readonly<Record<RetentionGroup, () => Sql>> = {
    S: () => atStart,
    E: () => atEnd,
    N: () => sql`NOT ${atStart} AND ${isNew} AND ${atEnd}`,
    R: () => sql`NOT ${atStart} AND NOT ${isNew} AND ${atEnd}`,
    kept: () => sql`${atStart} AND ${atEnd}`,
    lapsed: () => sql`${atStart} AND NOT ${atEnd}`,
    newInPeriod: () => sql`NOT ${atStart} AND ${isNew}`,
    seenOfS: () => sql`${atStart} AND ${seen(start, end, 1)}`,
    customers: () => seen(start, end, 1),
    repeaters: () => seen(start, end, 2),
  };
  return sql`s.first_day IS NOT NULL AND ${groups[group]()}`;
}

function tier(condition: Extract<Condition, { kind: 'tier' }>): Sql {
  const ids = condition.anyOf.filter((id) => id !== null);
  const inOne = sql`SELECT t.customer_id FROM customer_tiers AS t WHERE t.tier_id`;
  const parts = [
    ...(ids.length > 0 ? [sql`c.id IN (${inOne} IN (${sql.join(ids)}))`] : []),
    ...(condition.anyOf.includes(null) ? [sql`c.id NOT IN (${inOne} IS NOT NULL)`] : []),
  ];
  return sql`(${sql.join(parts, sql` OR `)})`;
}

/** The newest answer of a person counts, also one given under a merged entry. */
function consent({ purpose, given }: Extract<Condition, { kind: 'consent' }>): Sql {
  const granted = agreedTo(purpose);
  return given ? sql`c.id IN (${granted})` : sql`c.id NOT IN (${granted})`;
}

function conditionSql(condition: Condition, today: BusinessDay): Sql {
  switch (condition.kind) {
    case 'visits':
      return visitDays(condition, today);
    case 'spend':
    case 'averageSpend':
      return money(condition, today);
    case 'bought':
    case 'staff':
      return boughtOrServed(condition, today);
    case 'lastVisit':
      return sql`s.last_day IS NOT NULL AND ${isWithin(sql`(${today} - s.last_day)`, condition.daysAgo)}`;
    case 'firstVisit':
      return sql`s.first_day IS NOT NULL AND ${isWithin(sql`(${today} - ${firstDay})`, condition.daysAgo)}`;
    case 'rhythm':
      return sql`c.id IN (SELECT r.customer_id FROM (${rhythms(today)}) AS r
        WHERE ${isWithin(sql`r.rhythm`, condition.days)})`;
    case 'standing':
      return standing(condition, today);
    case 'retention':
      return retentionGroup(condition);
    case 'askedAbout':
      return sql`c.id IN (${askers(condition.itemIds, condition.notBought)})`;
    case 'tag':
      return sql`c.id IN (${wearers(condition.tagIds)})`;
    case 'source':
      return sql`c.source IN (${sql.join(condition.anyOf)})`;
    case 'birthdayMonth':
      return sql`c.birth_month IN (${sql.join(condition.anyOf)})`;
    case 'tier':
      return tier(condition);
    case 'consent':
      return consent(condition);
    case 'risk':
      return sql`c.id IN (${peopleInStates(statesOfRisk(condition.anyOf))})`;
    case 'customers':
      return condition.ids.length === 0
        ? sql`1 = 0`
        : sql`c.id IN (SELECT value FROM json_each(${JSON.stringify(condition.ids)}))`;
    default:
      return assertNever(condition);
  }
}

/** What is not known meets no condition: NULL is no, also inside `not`. */
function filterSql(filter: SegmentFilter, today: BusinessDay): Sql {
  switch (filter.kind) {
    case 'all':
    case 'any': {
      if (filter.of.length === 0) return filter.kind === 'all' ? sql`1 = 1` : sql`1 = 0`;
      const parts = filter.of.map((one) => filterSql(one, today));
      return sql`(${sql.join(parts, filter.kind === 'all' ? sql` AND ` : sql` OR `)})`;
    }
    case 'not':
      return sql`NOT (${filterSql(filter.of, today)})`;
    default:
      return sql`(CASE WHEN ${conditionSql(filter, today)} THEN 1 ELSE 0 END) = 1`;
  }
}

/** Everybody a filter finds today, as the rest of a query; entries merged into another are nobody. */
const members = ({ filter, today }: SegmentQuestion, also: readonly Sql[] = []): Sql => sql`
  FROM customer_stats AS s JOIN customers AS c ON c.id = s.customer_id
  LEFT JOIN (${earlierSince}) AS f ON f.customer_id = c.id
  WHERE ${sql.join([sql`c.merged_into_id IS NULL`, sql`c.id NOT IN (SELECT customer_id FROM erasures)`, filterSql(filter, today), ...also], sql` AND `)}`;

/** How many people a filter finds, out of all. */
export async function segmentCount(db: ReadDb, question: SegmentQuestion) {
  const [found] = await rowsOf(db, sql<{ people: number }>`SELECT COUNT(*) AS people ${members(question)}`);
  const [all] = await rowsOf(db, sql<{ people: number }>`SELECT COUNT(*) AS people FROM customer_stats`);
  return { people: Number(found?.people ?? 0), of: Number(all?.people ?? 0) };
}

/** Everybody in a segment today, in no order. */
export async function segmentIds(db: ReadDb, question: SegmentQuestion): Promise<readonly number[]> {
  const rows = await rowsOf(db, sql<{ id: number }>`SELECT c.id AS id ${members(question)}`);
  return rows.map(({ id }) => id);
}

const sortColumns = {
  lastVisit: sql`s.last_at`,
  name: sql`c.name_folded`,
  visits: sql`s.visits`,
  spend: sql`s.spend`,
} as const;

export interface PeoplePage extends PeopleSearch {
  readonly sort: keyof typeof sortColumns;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** Ids of one page of the people whom a filter and a search find, in order, and how many they are in all. */
export async function segmentPage(db: ReadDb, question: SegmentQuestion, page: PeoplePage) {
  const direction = page.descending ? sql`DESC` : sql`ASC`;
  const found = members(question, searchConditions(page));
  const rows = await rowsOf(
    db,
    sql<{ id: number; total: number }>`
      SELECT c.id AS id, COUNT(*) OVER () AS total ${found}
      ORDER BY ${sortColumns[page.sort]} ${direction}, c.id ${direction}
      LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  if (rows[0] !== undefined) return { total: Number(rows[0].total), ids: rows.map(({ id }) => id) };
  const [beyond] = await rowsOf(db, sql<{ people: number }>`SELECT COUNT(*) AS people ${found}`);
  return { total: Number(beyond?.people ?? 0), ids: [] };
}
