import { sql } from 'kysely';
import type { Variant } from '#shared/contract/campaigns.ts';
import type { Experiment } from '#shared/contract/experiments.ts';
import { addDays, type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import {
  type ArmName,
  type ArmOutcome,
  armNames,
  daysForMore,
  type ExperimentPlan,
  expectedShares,
  experimentResult,
  sampleSize,
} from '#shared/domain/experiments/index.ts';
import { rateOf } from '#shared/domain/statistics/index.ts';
import type { ReadDb } from '../db/connection.ts';
import {
  type CampaignPerson,
  type CampaignRow,
  campaignById,
  peopleOfCampaign,
} from '../repositories/campaigns.ts';
import { type ExperimentRow, loadExperiments } from '../repositories/experiments.ts';
import { rowsOf, standingDays } from './standing-days.ts';

type Over = Extract<Experiment, { state: 'over' }>;

interface Came {
  readonly customerId: number;
  readonly spend: number;
}

/** What those who came in `(start, end]` paid, by person; who did not come is not in it. */
export async function spendOfThoseWhoCame(
  db: ReadDb,
  start: BusinessDay,
  end: BusinessDay,
): Promise<ReadonlyMap<number, number>> {
  const rows = await rowsOf(
    db,
    sql<Came>`SELECT customer_id AS "customerId", SUM(spend) AS spend
      FROM (${standingDays(addDays(start, 1), addDays(end, 1))}) AS days GROUP BY customer_id`,
  );
  return new Map(rows.map(({ customerId, spend }) => [customerId, Number(spend)]));
}

const outcomeOf = (people: readonly CampaignPerson[], came: ReadonlyMap<number, number>): ArmOutcome => ({
  assigned: people.length,
  returned: people.filter(({ customerId }) => came.has(customerId)).length,
  spends: people.map(({ customerId }) => came.get(customerId) ?? 0),
});

/** Arms that were drawn, in order. */
const drawnArms = (people: readonly CampaignPerson[]): readonly ArmName[] =>
  armNames.filter((arm) => people.some((one) => one.arm === arm));

const nameOf = (arm: ArmName, ways: readonly Variant[]): string | null =>
  arm === 'held' ? null : (ways[arm === 'a' ? 0 : 1]?.name ?? null);

function comparisonOf(
  of: 'effect' | 'ways',
  arms: readonly [ArmOutcome, ArmOutcome],
  plan: ExperimentPlan,
  asked: {
    readonly today: BusinessDay;
    readonly seed: number;
    readonly pace: Parameters<typeof daysForMore>[1];
  },
): Over['comparisons'][number] {
  const { verdict, returns, spend } = experimentResult(plan, arms[0], arms[1], asked.today, asked.seed);
  const shown = returns === null || returns.verdict === 'noData' ? null : returns;
  return {
    of,
    verdict: timed(verdict, asked.pace),
    difference: shown?.difference ?? null,
    interval: shown?.interval ?? null,
    p: shown?.p ?? null,
    spend,
  };
}

/** How long the people still needed take to come by. */
function timed(
  verdict: ReturnType<typeof experimentResult>['verdict'],
  pace: Parameters<typeof daysForMore>[1],
): Over['comparisons'][number]['verdict'] {
  switch (verdict.code) {
    case 'running':
      throw new RangeError('An experiment that is running has no result');
    case 'tooEarly':
      return { ...verdict, days: daysForMore(verdict.moreNeeded, pace) };
    case 'unclear':
      return {
        ...verdict,
        days: verdict.moreNeeded === null ? null : daysForMore(verdict.moreNeeded, pace),
      };
    default:
      return verdict;
  }
}

const costOf = (way: Variant | undefined): number => way?.gift?.cost ?? 0;

function cheaperOf(ways: readonly Variant[]): Over['cheaper'] {
  const [a, b] = ways;
  if (!a || !b || costOf(a) === costOf(b)) return null;
  const [less, more] = costOf(a) < costOf(b) ? [a, b] : [b, a];
  return { name: less.name, saves: costOf(more) - costOf(less) };
}

interface Ended {
  readonly campaign: CampaignRow;
  readonly plan: ExperimentRow;
  readonly people: readonly CampaignPerson[];
  readonly ways: readonly Variant[];
  readonly startedDay: BusinessDay;
  readonly today: BusinessDay;
}

async function resultOf(
  db: ReadDb,
  { campaign, plan, people, ways, startedDay, today }: Ended,
): Promise<Pick<Over, 'arms' | 'comparisons' | 'cheaper'>> {
  const came = await spendOfThoseWhoCame(db, startedDay, plan.end_day);
  const outcome = (...arms: readonly ArmName[]) =>
    outcomeOf(
      people.filter(({ arm }) => arms.includes(arm)),
      came,
    );
  const arms = drawnArms(people).map((arm) => {
    const { assigned, returned, spends } = outcome(arm);
    const rate = rateOf(returned, assigned);
    return {
      arm,
      name: nameOf(arm, ways),
      assigned,
      returned,
      rate:
        rate.share === null || rate.interval === null ? null : { share: rate.share, interval: rate.interval },
      spendPerPerson: assigned === 0 ? null : spends.reduce((sum, one) => sum + one, 0) / assigned,
    };
  });
  const isHeld = arms.some(({ arm }) => arm === 'held');
  const asked = {
    today,
    seed: plan.key_low,
    pace: {
      people: people.length,
      window: plan.window_days,
      length: campaign.to_day - startedDay + 1,
    },
  };
  const comparisons: Over['comparisons'] = [];
  const size = { treated: plan.needed_treated, control: plan.needed_control };
  if (isHeld) {
    const both = [outcome('a', 'b'), outcome('held')] as const;
    comparisons.push(comparisonOf('effect', both, { size, endDay: plan.end_day }, asked));
  }
  if (ways.length === 2) {
    const shares = expectedShares(plan.base, plan.effect);
    const own = isHeld ? sampleSize(shares.base, shares.target) : size;
    const both = [outcome('a'), outcome('b')] as const;
    comparisons.push(comparisonOf('ways', both, { size: own, endDay: plan.end_day }, asked));
  }
  return { arms, comparisons, cheaper: cheaperOf(ways) };
}

async function experimentFigures(
  db: ReadDb,
  campaign: CampaignRow,
  plan: ExperimentRow,
  today: BusinessDay,
): Promise<Experiment | null> {
  const startedDay = campaign.started_day;
  if (startedDay === null) return null;
  const ways = JSON.parse(campaign.variants) as readonly Variant[];
  const people = await peopleOfCampaign(db, campaign.id);
  const shared = {
    campaignId: campaign.id,
    name: campaign.name,
    startedDay: formatDay(startedDay),
    endDay: formatDay(plan.end_day),
    windowDays: plan.window_days,
    base: plan.base,
    effectOf100: Math.round(plan.effect * 100),
    neededTreated: plan.needed_treated,
    neededControl: plan.needed_control,
  };
  const arms = drawnArms(people).map((arm) => ({
    arm,
    name: nameOf(arm, ways),
    assigned: people.filter((one) => one.arm === arm).length,
  }));
  if (campaign.stopped_day !== null) {
    return { ...shared, state: 'stopped', stoppedDay: formatDay(campaign.stopped_day), arms };
  }
  // The last day must be over: whoever is expected back by it may still come.
  if (today <= plan.end_day) {
    return { ...shared, state: 'running', daysLeft: plan.end_day - today + 1, arms };
  }
  const result = await resultOf(db, { campaign, plan, people, ways, startedDay, today });
  return { ...shared, state: 'over', ...result };
}

/**
 * Experiments that were started, the newest first: their results by assigned group, whether or not anybody was reached.
 * One that is running is told without any outcome.
 */
export async function experimentResults(
  db: ReadDb,
  asked: { readonly today: BusinessDay; readonly campaignId: number | null },
): Promise<Experiment[]> {
  const results: Experiment[] = [];
  for (const plan of await loadExperiments(db)) {
    if (asked.campaignId !== null && plan.campaign_id !== asked.campaignId) continue;
    const campaign = await campaignById(db, plan.campaign_id);
    const result = campaign ? await experimentFigures(db, campaign, plan, asked.today) : null;
    if (result) results.push(result);
  }
  return results.sort((a, b) => b.startedDay.localeCompare(a.startedDay) || b.campaignId - a.campaignId);
}
