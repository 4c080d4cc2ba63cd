import { sql } from 'kysely';
import { addDays, type BusinessDay } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { owed, rollForwardCost } from '#shared/domain/loyalty/reconcile.ts';
import type { Why } from '#shared/domain/loyalty/why.ts';
import type { Period } from '#shared/domain/retention/index.ts';
import { median } from '#shared/domain/statistics/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { queryBuilder } from '../db/statement.ts';
import { totalsPerCustomer } from './customer-totals.ts';
import { rollForwards } from './reconciliation-query.ts';
import { rowsOf } from './standing-days.ts';

/** Rewards as the entries name them: a redemption that was taken back is not counted. */
interface Redemptions {
  readonly why: string;
  readonly versionId: number;
  readonly used: number;
  /** Points or stamps spent: less than the price where a part was taken. */
  readonly spent: number;
}

async function redemptions(db: ReadDb, from: BusinessDay, to: BusinessDay): Promise<Redemptions[]> {
  return db.query<Redemptions>(() => ({
    compile: () =>
      sql<Redemptions>`
      SELECT e.why AS why, e.programme_version_id AS "versionId", COUNT(*) AS used,
        0 - SUM(e.change) AS spent
      FROM ledger_entries AS e
      WHERE e.business_day >= ${from} AND e.business_day < ${to} AND e.kind = 'redeem'
        AND NOT EXISTS (SELECT 1 FROM ledger_entries AS r WHERE r.reverses_id = e.id)
      GROUP BY e.why, e.programme_version_id`.compile(queryBuilder),
  }));
}

/** Positive balances per unit: what is owed. A wallet below zero does not lessen what others hold. */
async function heldPerUnit(db: ReadDb): Promise<{ unitId: number; held: number }[]> {
  return db.query<{ unitId: number; held: number }>(() => ({
    compile: () =>
      sql<{ unitId: number; held: number }>`
      SELECT unit_id AS "unitId", SUM(balance) AS held FROM balances WHERE balance > 0 GROUP BY unit_id`.compile(
        queryBuilder,
      ),
  }));
}

async function memberSales(db: ReadDb, from: BusinessDay, to: BusinessDay): Promise<number> {
  const rows = await db.query((k) =>
    k
      .selectFrom('day_totals')
      .select((eb) => eb.fn.sum<number | null>('identified_amount').as('sum'))
      .where('business_day', '>=', from)
      .where('business_day', '<', to),
  );
  return Number(rows[0]?.sum ?? 0);
}

/** Gaps of a regular's own that make a rhythm (metrics.md). */
const fewestGaps = 3;
/** Regulars that a median needs. */
const fewestRegulars = 5;
/** Days in which a regular has come at least once. */
const activeDays = 90;

/** Median of how many days regulars have between two visits; null with too few of them. */
async function rhythmOfRegulars(db: ReadDb, day: BusinessDay): Promise<number | null> {
  type Row = { gap: number };
  const rows = await db.query<Row>(() => ({
    compile: () =>
      sql<Row>`
      SELECT (last_day - first_day) * 1.0 / (visits - 1) AS gap FROM customer_stats
      WHERE visits > ${fewestGaps} AND last_day >= ${addDays(day, -activeDays)}`.compile(queryBuilder),
  }));
  return rows.length < fewestRegulars ? null : median(rows.map((row) => row.gap));
}

export interface UsedReward {
  readonly rewardId: number;
  readonly used: number;
  /** Minor units at what the reward costs the shop. */
  readonly cost: number;
}

/** The rewards used in `[from, to)` and not taken back, at the cost they had under the rules of their time. */
export async function rewardsUsed(
  db: ReadDb,
  input: {
    readonly from: BusinessDay;
    readonly to: BusinessDay;
    readonly versions: readonly { readonly versionId: number; readonly rules: ProgrammeRules }[];
  },
): Promise<readonly UsedReward[]> {
  const used = new Map<number, { rewardId: number; used: number; cost: number }>();
  for (const row of await redemptions(db, input.from, input.to)) {
    const why = JSON.parse(row.why) as Why;
    if (why.kind !== 'reward') continue;
    const reward = input.versions
      .find((version) => version.versionId === row.versionId)
      ?.rules.rewards.find((one) => one.id === why.rewardId);
    const known = used.get(why.rewardId) ?? { rewardId: why.rewardId, used: 0, cost: 0 };
    known.used += row.used;
    known.cost += reward ? owed(row.spent, [reward]) : 0;
    used.set(why.rewardId, known);
  }
  return [...used.values()];
}

/** Those who used a reward in a period that was not taken back, with their visits in it. */
export async function peopleWhoRedeemed(
  db: ReadDb,
  period: Period,
): Promise<readonly { readonly customerId: number; readonly visits: number }[]> {
  const rows = await rowsOf(
    db,
    sql<{ customerId: number }>`
    SELECT DISTINCT COALESCE(c.merged_into_id, c.id) AS "customerId"
    FROM ledger_entries AS e JOIN customers AS c ON c.id = e.customer_id
    WHERE e.business_day >= ${period.start} AND e.business_day < ${period.end} AND e.kind = 'redeem'
      AND json_extract(e.why, '$.kind') = 'reward'
      AND NOT EXISTS (SELECT 1 FROM ledger_entries AS r WHERE r.reverses_id = e.id)`,
  );
  const seen = new Map((await totalsPerCustomer(db, period)).map((one) => [one.customerId, one.visits]));
  return rows.map(({ customerId }) => ({ customerId, visits: seen.get(customerId) ?? 0 }));
}

export interface ProgrammeCost {
  readonly atMost: number;
  readonly really: number;
  readonly memberSales: number;
  readonly owed: number;
  readonly rewards: readonly UsedReward[];
  readonly rhythmDays: number | null;
}

/**
 * What the programme costs, minor units at reward cost: everything earned in `[from, to)` if it were used, the rewards
 * really used, and what is owed now.
 */
export async function programmeCost(
  db: ReadDb,
  input: {
    readonly from: BusinessDay;
    readonly to: BusinessDay;
    readonly today: BusinessDay;
    readonly rules: ProgrammeRules;
    readonly versions: readonly { readonly versionId: number; readonly rules: ProgrammeRules }[];
  },
): Promise<ProgrammeCost> {
  const { from, to, rules } = input;
  const priced = (unitId: number) => rules.rewards.filter((one) => one.active && one.unitId === unitId);
  const unitIds = [...new Set(rules.rewards.map((reward) => reward.unitId))];
  let atMost = 0;
  for (const unit of await rollForwards(db, { from, to, unitIds })) {
    atMost += Math.max(0, rollForwardCost({ ...unit, opening: 0 }, priced(unit.unitId)).earned);
  }
  const used = await rewardsUsed(db, input);
  let owedNow = 0;
  for (const { unitId, held } of await heldPerUnit(db)) owedNow += owed(held, priced(unitId));
  return {
    atMost,
    really: used.reduce((sum, { cost }) => sum + cost, 0),
    memberSales: Math.max(0, await memberSales(db, from, to)),
    owed: owedNow,
    rewards: used,
    rhythmDays: await rhythmOfRegulars(db, input.today),
  };
}
