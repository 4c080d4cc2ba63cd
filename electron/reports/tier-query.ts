import { sql } from 'kysely';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules, TierLevel, TierScheme } from '#shared/domain/loyalty/programme.ts';
import {
  bestStanding,
  compareLevels,
  levelFor,
  levelForRank,
  type TierDay,
  tierWindow,
  withHold,
} from '#shared/domain/loyalty/tiers.ts';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';

/** The tier of one customer on a day. */
export interface Standing {
  readonly customerId: number;
  readonly level: TierLevel | null;
  /** The level without grace and hold: where they would stand today. */
  readonly bare: TierLevel | null;
  /** Visits or minor units in the window; 0 for rankings. */
  readonly standing: number;
  readonly rank: number | null;
}

interface DayRow {
  readonly customerId: number;
  readonly day: BusinessDay;
  readonly amount: number | null;
}

function firstDayNeeded(tiers: TierScheme, day: BusinessDay): BusinessDay {
  const { from } = tierWindow(tiers.window, addDays(day, -tiers.graceDays));
  if (tiers.window.kind === 'rolling') return from;
  return tierWindow(tiers.window, addDays(tierWindow(tiers.window, day).from, -1)).from;
}

/** Days of every customer that can count, by customer and day; merged entries count for the one kept. */
function visitDays(db: ReadDb, from: BusinessDay, to: BusinessDay): Promise<DayRow[]> {
  return db.query<DayRow>(() => ({
    compile: () =>
      sql<DayRow>`
      SELECT COALESCE(c.merged_into_id, c.id) AS "customerId", v.business_day AS day, SUM(v.amount) AS amount
      FROM visits AS v JOIN customers AS c ON c.id = v.customer_id
      WHERE v.business_day >= ${from} AND v.business_day <= ${to}
      GROUP BY COALESCE(c.merged_into_id, c.id), v.business_day HAVING SUM(v.sign) > 0
      ORDER BY 1, 2`.compile(queryBuilder),
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

function byCustomer(rows: readonly DayRow[]): Map<number, TierDay[]> {
  const days = new Map<number, TierDay[]>();
  for (const { customerId, day, amount } of rows) {
    const list = days.get(customerId);
    const visited = { day, amount: amount ?? 0 };
    if (list) list.push(visited);
    else days.set(customerId, [visited]);
  }
  return days;
}

/** Rank by what was spent in the window, more visits and the older customer first among equals. */
function ranks(
  days: ReadonlyMap<number, readonly TierDay[]>,
  window: { from: BusinessDay; to: BusinessDay },
): Map<number, number> {
  const sums = [...days].map(([customerId, list]) => {
    const inside = list.filter(({ day }) => day >= window.from && day <= window.to);
    return { customerId, spend: inside.reduce((sum, one) => sum + one.amount, 0), visits: inside.length };
  });
  const ranked = sums
    .filter((one) => one.visits > 0)
    .sort((a, b) => b.spend - a.spend || b.visits - a.visits || a.customerId - b.customerId);
  return new Map(ranked.map((one, index) => [one.customerId, index + 1]));
}

/** Where every customer with a visit in the window stands; the others stand at the lowest level. */
export async function standings(
  db: ReadDb,
  input: { readonly rules: Pick<ProgrammeRules, 'tiers'>; readonly day: BusinessDay },
): Promise<Standing[]> {
  const { tiers } = input.rules;
  const { day } = input;
  if (!tiers) return [];
  const days = byCustomer(await visitDays(db, firstDayNeeded(tiers, day), day));
  const held = await holds(db, day);
  for (const customerId of held.keys()) if (!days.has(customerId)) days.set(customerId, []);
  const now = ranks(days, tierWindow(tiers.window, day));
  const before =
    tiers.graceDays > 0 ? ranks(days, tierWindow(tiers.window, addDays(day, -tiers.graceDays))) : now;
  return [...days].map(([customerId, list]) => {
    const rank = now.get(customerId) ?? null;
    if (tiers.basis === 'rank') {
      const bare = levelForRank(tiers, rank);
      const earlier = levelForRank(tiers, before.get(customerId) ?? null);
      const kept = compareLevels(tiers, earlier, bare) > 0 ? earlier : bare;
      return {
        customerId,
        level: withHold(tiers, kept, held.get(customerId) ?? null),
        bare,
        standing: 0,
        rank,
      };
    }
    const standing = bestStanding({ ...tiers, graceDays: 0 }, list, day);
    const level = withHold(
      tiers,
      levelFor(tiers, bestStanding(tiers, list, day)),
      held.get(customerId) ?? null,
    );
    return { customerId, level, bare: levelFor(tiers, standing), standing, rank: null };
  });
}
