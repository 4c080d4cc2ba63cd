import { type RawBuilder, sql } from 'kysely';
import type { SplitBy } from '#shared/contract/reports.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { activityBounds, type RetentionFact } from '#shared/domain/retention/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { type RetentionQuestion, retentionFacts } from './retention-query.ts';
import { mergedPeople, rowsOf } from './standing-days.ts';

export const splitKinds = ['source', 'firstItem', 'staff', 'tier', 'household', 'newOrOld'] as const;

/** Somebody around a period with what is known about them at its start; '' = not known. */
export interface TraitedFact extends RetentionFact {
  readonly traits: Readonly<Record<SplitBy, string>>;
}

type ById = ReadonlyMap<number, string>;

async function byId(
  db: ReadDb,
  query: RawBuilder<{ id: number; value: string | number | null }>,
): Promise<ById> {
  const found = new Map<number, string>();
  for (const { id, value } of await rowsOf(db, query)) {
    // Where several rows tell about one customer the first counts.
    if (value !== null && !found.has(id)) found.set(id, String(value));
  }
  return found;
}

/** A check-in that was not undone. */
const stands = sql`v.sign = 1 AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = v.id)`;

/** What was bought first of all, for everybody seen since a day. */
async function firstItems(db: ReadDb, since: BusinessDay): Promise<ById> {
  const own = await byId(
    db,
    sql`
    SELECT s.customer_id AS id, (
      SELECT l.item_id FROM visits AS v JOIN visit_lines AS l ON l.visit_id = v.id
      WHERE v.customer_id = s.customer_id AND v.business_day = s.first_day AND ${stands}
      ORDER BY v.at, v.id, l.line LIMIT 1
    ) AS value
    FROM customer_stats AS s WHERE s.last_day >= ${since}`,
  );
  const merged = await byId(
    db,
    sql`
    SELECT p.kept_id AS id, l.item_id AS value
    FROM (${mergedPeople}) AS p JOIN customer_stats AS s ON s.customer_id = p.kept_id
      CROSS JOIN visits AS v ON v.customer_id = p.id AND v.business_day = s.first_day
      CROSS JOIN visit_lines AS l ON l.visit_id = v.id
    WHERE s.last_day >= ${since} AND ${stands} ORDER BY v.at, v.id, l.line`,
  );
  return new Map([...own, ...merged]);
}

/** Who served the last visit before a day, for everybody seen since another. The index is read backwards. */
async function lastStaff(db: ReadDb, day: BusinessDay, since: BusinessDay): Promise<ById> {
  const own = await byId(
    db,
    sql`
    SELECT s.customer_id AS id, (
      SELECT v.staff_id FROM visits AS v
      WHERE v.customer_id = s.customer_id AND v.business_day < ${day} AND ${stands}
      ORDER BY v.business_day DESC, v.business_month DESC, v.at DESC LIMIT 1
    ) AS value
    FROM customer_stats AS s WHERE s.last_day >= ${since}`,
  );
  const merged = await byId(
    db,
    sql`
    SELECT p.kept_id AS id, v.staff_id AS value
    FROM (${mergedPeople}) AS p CROSS JOIN visits AS v ON v.customer_id = p.id
    WHERE v.business_day < ${day} AND ${stands} ORDER BY v.at DESC, v.id DESC`,
  );
  return new Map([...own, ...merged]);
}

const sources = (db: ReadDb): Promise<ById> =>
  byId(
    db,
    sql`SELECT id, source AS value FROM customers WHERE source IS NOT NULL AND merged_into_id IS NULL`,
  );

const tiers = (db: ReadDb): Promise<ById> =>
  byId(db, sql`SELECT customer_id AS id, tier_id AS value FROM customer_tiers`);

const households = (db: ReadDb): Promise<ById> =>
  byId(
    db,
    sql`
    SELECT c.id AS id, 'shared' AS value FROM customers AS c
      JOIN (
        SELECT wallet_id FROM customers WHERE merged_into_id IS NULL GROUP BY wallet_id HAVING COUNT(*) > 1
      ) AS w ON w.wallet_id = c.wallet_id
    WHERE c.merged_into_id IS NULL`,
  );

/** Traits that do not change with the period, read once for several of them. */
export interface LastingTraits {
  readonly source: ById;
  readonly firstItem: ById;
  readonly tier: ById;
  readonly household: ById;
}

/** @param since nobody is asked about who was last seen before it */
export async function lastingTraits(db: ReadDb, since: BusinessDay): Promise<LastingTraits> {
  return {
    source: await sources(db),
    firstItem: await firstItems(db, since),
    tier: await tiers(db),
    household: await households(db),
  };
}

/**
 * Everybody around a period with their traits. Staff: who served the last visit before the period. New: the first visit
 * lies inside the window before it. Tier and household are those of today.
 */
export async function traitedFacts(
  db: ReadDb,
  question: RetentionQuestion,
  lasting: LastingTraits,
): Promise<readonly TraitedFact[]> {
  const { startFrom } = activityBounds(question, question.window);
  const staff = await lastStaff(db, question.start, startFrom);
  return (await retentionFacts(db, question)).map((fact) => {
    const id = Number(fact.customerId);
    const traits = {
      source: lasting.source.get(id) ?? '',
      firstItem: lasting.firstItem.get(id) ?? '',
      staff: staff.get(id) ?? '',
      tier: lasting.tier.get(id) ?? '',
      household: lasting.household.get(id) ?? 'alone',
      newOrOld: fact.firstDay >= startFrom ? 'new' : 'old',
    };
    return { ...fact, traits };
  });
}

/** Names of items, staff and tiers by their ids as text. */
export type Labels = Readonly<Record<'firstItem' | 'staff' | 'tier', ById>>;

export async function labelsOf(
  db: ReadDb,
  tierNames: readonly { readonly tierId: number; readonly name: string }[],
): Promise<Labels> {
  return {
    firstItem: await byId(db, sql`SELECT id, name AS value FROM items`),
    staff: await byId(db, sql`SELECT id, name AS value FROM staff`),
    tier: new Map(tierNames.map(({ tierId, name }) => [tierId, name])),
  };
}

/** The name to show for a value; null where the screen has the words. */
export function labelOf(labels: Labels, by: SplitBy, value: string): string | null {
  if (value === '') return null;
  if (by === 'source') return value;
  if (by === 'household' || by === 'newOrOld') return null;
  return labels[by].get(Number(value)) ?? null;
}
