import { sql } from 'kysely';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules, TierLevel, TierScheme } from '#shared/domain/loyalty/programme.ts';
import {
  bestStanding,
  compareLevels,
  levelFor,
  levelForRank,
  ranking,
  TierHistory,
  tierOutlook,
  tierWindow,
  withHold,
} from '#shared/domain/loyalty/tiers.ts';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';

/** The tier of one customer on a day. */
export interface Standing {
  readonly customerId: number;
  /** Grace and the owner's hold included. */
  readonly level: TierLevel | null;
  /** 1 = first, grace included; null where tiers are not ranks. */
  readonly rank: number | null;
}

interface DayRow {
  readonly customerId: number;
  readonly day: BusinessDay;
  readonly amount: number | null;
}

/** First day whose visits can count for a tier on `day`, grace included. */
export function firstDayNeeded(tiers: TierScheme, day: BusinessDay): BusinessDay {
  return tierWindow(tiers.window, addDays(day, -tiers.graceDays)).from;
}

/** Days `[from, to]` on which customers came, by customer and day; a merged customer's count for the one kept. */
export function tierDays(db: ReadDb, from: BusinessDay, to: BusinessDay): Promise<DayRow[]> {
  return db.query<DayRow>(() => ({
    compile: () =>
      sql<DayRow>`
      SELECT COALESCE(c.merged_into_id, c.id) AS "customerId", v.day AS day, SUM(v.amount) AS amount
      FROM (
        SELECT customer_id, business_day AS day, SUM(amount) AS amount FROM visits
        WHERE business_day >= ${from} AND business_day <= ${to} AND customer_id IS NOT NULL
        GROUP BY customer_id, business_day HAVING SUM(sign) > 0
      ) AS v JOIN customers AS c ON c.id = v.customer_id
      GROUP BY 1, 2 ORDER BY 1, 2`.compile(queryBuilder),
  }));
}

async function holds(db: ReadDb, day: BusinessDay): Promise<Map<number, number>> {
  const rows = await db.query((k) =>
    k
      .selectFrom('tier_holds')
      .select(['customer_id', 'tier_id'])
      .where((eb) => eb.or([eb('until_day', 'is', null), eb('until_day', '>=', day)])),
  );
  return new Map(rows.map((row) => [row.customer_id, row.tier_id]));
}

async function histories(db: ReadDb, tiers: TierScheme, day: BusinessDay): Promise<Map<number, TierHistory>> {
  const found = new Map<number, TierHistory>();
  for (const { customerId, day: came, amount } of await tierDays(db, firstDayNeeded(tiers, day), day)) {
    const history = found.get(customerId) ?? new TierHistory();
    history.add({ day: came, amount: amount ?? 0 });
    found.set(customerId, history);
  }
  return found;
}

/** Ranks on a day, with or without the grace. */
function ranksOn(
  tiers: TierScheme,
  people: ReadonlyMap<number, TierHistory>,
  day: BusinessDay,
): ReadonlyMap<number, number> {
  const window = tierWindow(tiers.window, day);
  return ranking(
    [...people].map(([customerId, history]) => ({
      customerId,
      spend: bestStanding(tiers, history, day),
      visits: history.standingIn('visits', window),
    })),
  );
}

/** Where everybody with a visit that counts or a hold stands; all others stand at the lowest level. */
export async function standings(
  db: ReadDb,
  input: { readonly rules: Pick<ProgrammeRules, 'tiers'>; readonly day: BusinessDay },
): Promise<Standing[]> {
  const { tiers } = input.rules;
  const { day } = input;
  if (!tiers) return [];
  const people = await histories(db, tiers, day);
  const held = await holds(db, day);
  for (const customerId of held.keys())
    if (!people.has(customerId)) people.set(customerId, new TierHistory());
  const ranks = tiers.basis === 'rank' ? ranksOn(tiers, people, day) : null;
  return [...people].map(([customerId, history]) => {
    const rank = ranks?.get(customerId) ?? null;
    const reached = ranks ? levelForRank(tiers, rank) : levelFor(tiers, bestStanding(tiers, history, day));
    return { customerId, level: withHold(tiers, reached, held.get(customerId) ?? null), rank };
  });
}

/** Tiers as they are kept: three lists of one length, cheap to hand from one thread to another. */
export interface KeptTiers {
  readonly customerIds: Float64Array;
  /** 0 = none. */
  readonly tierIds: Float64Array;
  /** 1 = first; 0 = not ranked. */
  readonly ranks: Float64Array;
}

/** `standings`, by customer. */
export async function tiersToKeep(
  db: ReadDb,
  input: { readonly rules: Pick<ProgrammeRules, 'tiers'>; readonly day: BusinessDay },
): Promise<KeptTiers> {
  const found = (await standings(db, input)).sort((a, b) => a.customerId - b.customerId);
  return {
    customerIds: Float64Array.from(found, (one) => one.customerId),
    tierIds: Float64Array.from(found, (one) => one.level?.id ?? 0),
    ranks: Float64Array.from(found, (one) => one.rank ?? 0),
  };
}

/** The level of somebody who has nothing to show. */
export const lowestLevel = (tiers: TierScheme): TierLevel | null =>
  tiers.basis === 'rank' ? levelForRank(tiers, null) : levelFor(tiers, 0);

/** How many customers there are; those merged into another are not counted by themselves. */
async function countCustomers(db: ReadDb): Promise<number> {
  const rows = await db.query((k) =>
    k
      .selectFrom('customers')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('merged_into_id', 'is', null),
  );
  return Number(rows[0]?.n ?? 0);
}

/** People at each level, low to high as the rules list them. */
export async function peoplePerLevel(
  db: ReadDb,
  input: { readonly rules: Pick<ProgrammeRules, 'tiers'>; readonly day: BusinessDay },
): Promise<{ tierId: number; name: string; people: number }[]> {
  const { tiers } = input.rules;
  if (!tiers) return [];
  const counts = new Map<number | null, number>();
  const found = await standings(db, input);
  for (const { level } of found) counts.set(level?.id ?? null, (counts.get(level?.id ?? null) ?? 0) + 1);
  const lowest = lowestLevel(tiers)?.id ?? null;
  counts.set(lowest, (counts.get(lowest) ?? 0) + (await countCustomers(db)) - found.length);
  return tiers.levels.map(({ id, name }) => ({ tierId: id, name, people: counts.get(id) ?? 0 }));
}

/** Somebody who is close to a higher level, or whom only the grace keeps. */
interface Moving {
  readonly customerId: number;
  readonly level: TierLevel | null;
  /** The level without grace. */
  readonly deserved: TierLevel | null;
  readonly next: TierLevel | null;
  /** Visits, or minor units for spend and ranks, missing to `next`. */
  readonly missing: number;
  /** Whether it is little beside what `next` demands. */
  readonly isClose: boolean;
}

/** Close = not more than this share of what the next level demands. */
const closeShare = 0.2;

function movingByStanding(
  tiers: TierScheme,
  people: ReadonlyMap<number, TierHistory>,
  day: BusinessDay,
): Moving[] {
  return [...people].map(([customerId, history]) => {
    const outlook = tierOutlook(tiers, history, day);
    const room = Math.max(tiers.basis === 'visits' ? 1 : 0, (outlook.next?.from ?? 0) * closeShare);
    return { customerId, ...outlook, isClose: outlook.missing > 0 && outlook.missing <= room };
  });
}

/** For a ranking: what is missing to pass the last one of the level above, and close = among the next fifth. */
function movingByRank(
  tiers: TierScheme,
  people: ReadonlyMap<number, TierHistory>,
  day: BusinessDay,
): Moving[] {
  const kept = ranksOn(tiers, people, day);
  const bare = ranksOn({ ...tiers, graceDays: 0 }, people, day);
  const window = tierWindow(tiers.window, day);
  const spendOf = (customerId: number) => people.get(customerId)?.standingIn('spend', window) ?? 0;
  const byRank = new Map([...bare].map(([customerId, rank]) => [rank, customerId]));
  return [...people.keys()].map((customerId) => {
    const rank = bare.get(customerId) ?? null;
    const level = levelForRank(tiers, kept.get(customerId) ?? null);
    const higher = tiers.levels.filter((one) => compareLevels(tiers, one, level) > 0);
    const next = higher.sort((a, b) => compareLevels(tiers, a, b))[0] ?? null;
    const last = next ? byRank.get(next.from) : undefined;
    const missing = last === undefined ? 0 : Math.max(0, spendOf(last) - spendOf(customerId) + 1);
    const room = next ? next.from + Math.max(1, Math.ceil(next.from * closeShare)) : 0;
    const isClose = missing > 0 && rank !== null && rank <= room;
    return { customerId, level, deserved: levelForRank(tiers, rank), next, missing, isClose };
  });
}

/** People named in each list. */
const mostNamed = 100;

/** Names of some hundred customers. */
export async function customerNames(db: ReadDb, ids: readonly number[]): Promise<Map<number, string>> {
  const rows =
    ids.length === 0
      ? []
      : await db.query((k) => k.selectFrom('customers').select(['id', 'name']).where('id', 'in', ids));
  return new Map(rows.map((row) => [row.id, row.name]));
}

export interface TierLists {
  readonly levels: { tierId: number; name: string; people: number }[];
  readonly rising: { customerId: number; name: string; to: string; missing: number }[];
  readonly dropping: { customerId: number; name: string; from: string; to: string | null }[];
  readonly basis: TierScheme['basis'] | null;
}

/** People per tier, the nearest to the next one, and those whom only the grace keeps; a hold drops nobody. */
export async function tierLists(
  db: ReadDb,
  input: { readonly rules: Pick<ProgrammeRules, 'tiers'>; readonly day: BusinessDay },
): Promise<TierLists> {
  const { tiers } = input.rules;
  if (!tiers) return { levels: [], rising: [], dropping: [], basis: null };
  const people = await histories(db, tiers, input.day);
  const held = await holds(db, input.day);
  const isHeldAt = (customerId: number, level: TierLevel | null) =>
    compareLevels(tiers, withHold(tiers, null, held.get(customerId) ?? null), level) >= 0 &&
    held.has(customerId);
  const moving =
    tiers.basis === 'rank'
      ? movingByRank(tiers, people, input.day)
      : movingByStanding(tiers, people, input.day);
  const rising = moving
    .filter((one) => one.isClose && !isHeldAt(one.customerId, one.next))
    .sort((a, b) => a.missing - b.missing || a.customerId - b.customerId)
    .slice(0, mostNamed);
  const dropping = moving
    .filter(
      (one) => compareLevels(tiers, one.level, one.deserved) > 0 && !isHeldAt(one.customerId, one.level),
    )
    .sort((a, b) => compareLevels(tiers, b.level, a.level) || a.customerId - b.customerId)
    .slice(0, mostNamed);
  const names = await customerNames(db, [...new Set([...rising, ...dropping].map((one) => one.customerId))]);
  const nameOf = (customerId: number) => names.get(customerId) ?? '';
  return {
    basis: tiers.basis,
    levels: await peoplePerLevel(db, input),
    rising: rising.map(({ customerId, next, missing }) => ({
      customerId,
      name: nameOf(customerId),
      to: next?.name ?? '',
      missing,
    })),
    dropping: dropping.map(({ customerId, level, deserved }) => ({
      customerId,
      name: nameOf(customerId),
      from: level?.name ?? '',
      to: deserved?.name ?? null,
    })),
  };
}
