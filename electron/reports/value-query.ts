import { sql } from 'kysely';
import type { ValueFigures } from '#shared/contract/reports.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { type Period, paretoCurve, paretoShare, previousPeriod } from '#shared/domain/retention/index.ts';
import { changeOfMean, type Sums } from '#shared/domain/statistics/index.ts';
import { averageSpend, rewardCost, type SalesCounts, salesOf } from '#shared/domain/value/sales.ts';
import { spendDistribution } from '#shared/domain/value/spend-distribution.ts';
import { tierMix } from '#shared/domain/value/tier-mix.ts';
import type { ReadDb } from '../db/connection.ts';
import { endOf } from './cohort-query.ts';
import { rewardsUsed } from './cost-query.ts';
import { type CustomerTotal, totalsPerCustomer } from './customer-totals.ts';
import { customersAsOf } from './customers-as-of.ts';
import type { SpanQuestion } from './frequency-query.ts';
import { namesOf } from './names-of.ts';
import { rowsOf } from './standing-days.ts';

export interface ValueQuestion extends SpanQuestion {
  /** Tiers of today, lowest first. */
  readonly tiers: readonly { readonly tierId: number; readonly name: string }[];
  readonly versions: readonly { readonly versionId: number; readonly rules: ProgrammeRules }[];
}

interface DaySums extends SalesCounts {
  readonly amountCheckIns: number;
}

async function daySums(db: ReadDb, { start, end }: Period): Promise<DaySums> {
  const [row] = await rowsOf(
    db,
    sql<DaySums>`
    SELECT COALESCE(SUM(check_ins), 0) AS "checkIns", COALESCE(SUM(identified), 0) AS "identifiedCheckIns",
      COALESCE(SUM(amount), 0) AS amount, COALESCE(SUM(identified_amount), 0) AS "identifiedAmount",
      COALESCE(SUM(amount_check_ins), 0) AS "amountCheckIns"
    FROM day_totals WHERE business_day >= ${start} AND business_day < ${end}`,
  );
  if (!row) throw new Error('sums without a row');
  return row;
}

/**
 * Sum of the squares of what each check-in paid in the end. A reversal takes its square away; money returned has the day
 * of its visit, and (a - r)² = a² + r² - 2ar.
 */
async function sumOfSquares(db: ReadDb, { start, end }: Period): Promise<number> {
  const [row] = await rowsOf(
    db,
    sql<{ squares: number | null }>`
    SELECT SUM(sign * 1.0 * amount * amount) AS squares FROM visits
    WHERE business_day >= ${start} AND business_day < ${end} AND amount IS NOT NULL`,
  );
  const [returned] = await rowsOf(
    db,
    sql<{ squares: number | null }>`
    SELECT SUM(1.0 * r.returned * r.returned + 2.0 * r.returned * v.amount) AS squares
    FROM (
      SELECT refunds_id, SUM(amount) AS returned FROM visits
      WHERE refunds_id IS NOT NULL AND business_day >= ${start} AND business_day < ${end} GROUP BY refunds_id
    ) AS r JOIN visits AS v ON v.id = r.refunds_id`,
  );
  return (row?.squares ?? 0) + (returned?.squares ?? 0);
}

/** Count, sum and squares of the known amounts of a period's check-ins. */
async function amountsKnown(db: ReadDb, period: Period, sums: DaySums): Promise<Sums> {
  return { n: sums.amountCheckIns, sum: sums.amount, sumOfSquares: await sumOfSquares(db, period) };
}

function spread(amounts: readonly number[]): ValueFigures['period'] {
  const { sums: _, ...spend } = spendDistribution(amounts);
  return { spend, pareto: paretoShare(amounts), curve: paretoCurve(amounts) };
}

/** The tier each customer holds today. */
async function tiersToday(db: ReadDb): Promise<ReadonlyMap<number, number>> {
  const rows = await rowsOf(
    db,
    sql<{ customerId: number; tierId: number }>`
    SELECT customer_id AS "customerId", tier_id AS "tierId" FROM customer_tiers WHERE tier_id IS NOT NULL`,
  );
  return new Map(rows.map((row) => [row.customerId, row.tierId]));
}

/** Those seen in a period who hold a tier today; null: whoever holds none. */
export async function peopleOfTier(
  db: ReadDb,
  period: Period,
  tierId: number | null,
): Promise<readonly CustomerTotal[]> {
  const tierOf = await tiersToday(db);
  const totals = await totalsPerCustomer(db, period);
  return totals.filter((one) => (tierOf.get(one.customerId) ?? null) === tierId);
}

async function tiersOf(db: ReadDb, totals: readonly CustomerTotal[], tiers: ValueQuestion['tiers']) {
  if (tiers.length === 0) return [];
  const tierOf = await tiersToday(db);
  const groups = [...tiers, { tierId: null, name: null }].map((tier) => {
    const own = totals.filter((one) => (tierOf.get(one.customerId) ?? null) === tier.tierId);
    const spend = own.reduce((sum, one) => sum + one.spend, 0);
    return { tierId: tier.tierId, name: tier.name, customers: own.length, spend };
  });
  const shares = tierMix(groups);
  return groups.map((group, index) => ({
    ...group,
    customerShare: shares[index]?.customerShare ?? null,
    spendShare: shares[index]?.spendShare ?? null,
  }));
}

/** What customers are worth: how their money is spread, what rewards cost against it, who is anonymous (metrics.md §6). */
export async function valueFigures(db: ReadDb, question: ValueQuestion): Promise<ValueFigures> {
  const { start, end, today } = question;
  const totals = await totalsPerCustomer(db, question);
  const soFar = await customersAsOf(db, endOf({ to: end, today }));
  const sums = await daySums(db, question);
  const known = await amountsKnown(db, question, sums);
  const earlier = previousPeriod(question);
  const before = await amountsKnown(db, earlier, await daySums(db, earlier));
  const used = await rewardsUsed(db, { from: start, to: end, versions: question.versions });
  const cost = used.reduce((sum, one) => sum + one.cost, 0);
  return {
    period: spread(totals.map((one) => one.spend)),
    soFar: spread(soFar.map((one) => one.spend)),
    sales: salesOf(sums),
    averageSpend: averageSpend(known, sums.checkIns),
    averageSpendChange: changeOfMean(known, before),
    tiers: await tiersOf(db, totals, question.tiers),
    rewards: rewardCost(cost, sums.identifiedAmount),
  };
}

const bySpend = (a: CustomerTotal, b: CustomerTotal): number =>
  b.spend - a.spend || b.visits - a.visits || a.customerId - b.customerId;

/** Those who spent most in a period, then those who came most often; by id where both are equal. */
export async function topCustomers(db: ReadDb, period: Period, limit: number) {
  const top = [...(await totalsPerCustomer(db, period))].sort(bySpend).slice(0, limit);
  const names = new Map(
    (
      await namesOf(
        db,
        top.map((one) => one.customerId),
      )
    ).map((row) => [row.id, row]),
  );
  return {
    people: top.flatMap((one) => {
      const named = names.get(one.customerId);
      if (named?.lastDay === undefined || named.lastDay === null) return [];
      return [{ ...one, name: named.name, lastDay: formatDay(named.lastDay) }];
    }),
  };
}

/** Customers of a spread, for the names behind it. */
export async function spendOf(
  db: ReadDb,
  question: SpanQuestion,
  of: 'period' | 'soFar',
): Promise<readonly CustomerTotal[]> {
  if (of === 'period') return totalsPerCustomer(db, question);
  return customersAsOf(db, endOf({ to: question.end, today: question.today }));
}

/** The top 20 % by spend, rounded up: as many as the share of the top names; equal ones by visits, then by id. */
export function topFifth(customers: readonly CustomerTotal[]): readonly CustomerTotal[] {
  return [...customers].sort(bySpend).slice(0, Math.ceil(customers.length / 5));
}
