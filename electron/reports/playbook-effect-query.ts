import { sql } from 'kysely';
import type { Variant } from '#shared/contract/campaigns.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { followsPlaybook } from '#shared/domain/campaigns/follows-playbook.ts';
import { experimentResult } from '#shared/domain/experiments/index.ts';
import type { FollowUpOutcome } from '#shared/domain/follow-ups/reasons.ts';
import { grouped } from '#shared/domain/grouped.ts';
import type { PlaybookCounts } from '#shared/domain/playbooks/playbook-effect.ts';
import type { PlaybookSituation } from '#shared/domain/playbooks/situations.ts';
import { significance } from '#shared/domain/statistics/index.ts';
import type { ReadDb } from '../db/connection.ts';
import { campaignById, peopleOfCampaign } from '../repositories/campaigns.ts';
import { type ExperimentRow, loadExperiments } from '../repositories/experiments.ts';
import { loadPlaybookVersions } from '../repositories/playbooks.ts';
import { spendOfThoseWhoCame } from './experiment-query.ts';
import { rowsOf } from './standing-days.ts';

const person = sql`COALESCE(c.merged_into_id, c.id)`;

/**
 * Every time a playbook was followed and somebody was turned to by it. What an experiment did that is still running is
 * told when it is over: counting its people before is looking early.
 */
const usesUntil = (
  today: BusinessDay,
) => sql`SELECT f.situation AS situation, f.playbook_id AS version, ${person} AS person, f.outcome AS outcome,
    f.business_day AS day
  FROM follow_up_facts AS f JOIN customers AS c ON c.id = f.customer_id
  WHERE f.situation IS NOT NULL AND f.outcome NOT IN ('snoozed', 'nextVisit')
    AND NOT EXISTS (SELECT 1 FROM follow_up_undos AS u WHERE u.fact_id = f.id)
    AND NOT (f.reason = 'campaign' AND EXISTS (
      SELECT 1 FROM experiments AS e JOIN campaigns AS m ON m.id = e.campaign_id
      WHERE e.campaign_id = f.detail ->> '$.campaignId' AND e.end_day >= ${today} AND m.stopped_day IS NULL))`;

interface Group {
  readonly situation: PlaybookSituation;
  readonly version: number | null;
}

interface OutcomeRow extends Group {
  readonly outcome: FollowUpOutcome;
  readonly times: number;
}

interface ReturnRow extends Group {
  readonly people: number;
  readonly over30: number;
  readonly came30: number;
  readonly over60: number;
  readonly came60: number;
}

/** The first time each person heard from the shop by a playbook, and the first day they came after it. */
const returns = (today: BusinessDay) => sql<ReturnRow>`SELECT situation, version, COUNT(*) AS people,
    SUM(day + 30 < ${today}) AS over30, SUM(day + 30 < ${today} AND COALESCE(back <= day + 30, 0)) AS came30,
    SUM(day + 60 < ${today}) AS over60, SUM(day + 60 < ${today} AND COALESCE(back <= day + 60, 0)) AS came60
  FROM (
    SELECT situation, version, day, (
      SELECT MIN(v.business_day) FROM visits AS v
      WHERE v.customer_id IN (SELECT person UNION ALL SELECT k.id FROM customers AS k WHERE k.merged_into_id = person)
        AND v.business_day > day AND v.business_day <= day + 60 AND v.sign = 1
        AND NOT EXISTS (SELECT 1 FROM visits AS r WHERE r.reverses_id = v.id)
    ) AS back
    FROM (
      SELECT situation, version, person, MIN(day) AS day FROM (${usesUntil(today)}) AS uses
      WHERE outcome IN ('reached', 'willCome', 'leftMessage') GROUP BY situation, version, person
    ) AS firsts
  ) AS seen GROUP BY situation, version`;

/** What became of following each playbook, by version: `playbookCounts` of everything the file holds. */
export async function playbookUseCounts(
  db: ReadDb,
  { today }: { readonly today: BusinessDay },
): Promise<PlaybookCounts[]> {
  const outcomes = await rowsOf(
    db,
    sql<OutcomeRow>`SELECT situation, version, outcome, COUNT(*) AS times FROM (${usesUntil(today)}) AS uses
      GROUP BY situation, version, outcome ORDER BY situation, version, times DESC, outcome`,
  );
  const seen = await rowsOf(db, returns(today));
  const groups = grouped(outcomes, ({ situation, version }) => `${situation} ${version ?? ''}`);
  return [...groups.values()].flatMap((rows) => {
    const [one] = rows;
    if (!one) return [];
    const { situation, version } = one;
    const back = seen.find((row) => row.situation === situation && row.version === version);
    return [
      {
        situation,
        versionId: version,
        outcomes: rows.map(({ outcome, times }) => ({ outcome, times: Number(times) })),
        people: Number(back?.people ?? 0),
        returns: [
          { days: 30 as const, over: Number(back?.over30 ?? 0), came: Number(back?.came30 ?? 0) },
          { days: 60 as const, over: Number(back?.over60 ?? 0), came: Number(back?.came60 ?? 0) },
        ],
      },
    ];
  });
}

/** The newest experiment that is over in which some got what a playbook says and others nothing, by assigned group. */
export interface PlaybookAgainstNothing {
  readonly situation: PlaybookSituation;
  /** The version in force at its start; null = as the program suggests. */
  readonly versionId: number | null;
  readonly campaignId: number;
  readonly name: string;
  readonly windowDays: number;
  readonly treated: { readonly people: number; readonly came: number };
  readonly held: { readonly people: number; readonly came: number };
  readonly verdict: Exclude<ReturnType<typeof experimentResult>['verdict'], { readonly code: 'running' }>;
}

async function comparisonsOf(
  db: ReadDb,
  plan: ExperimentRow,
  today: BusinessDay,
): Promise<Omit<PlaybookAgainstNothing, 'versionId'>[]> {
  const campaign = await campaignById(db, plan.campaign_id);
  if (!campaign || campaign.started_day === null || campaign.stopped_day !== null || today <= plan.end_day) {
    return [];
  }
  const ways = JSON.parse(campaign.variants) as readonly Variant[];
  const follows = (['a', 'b'] as const).filter((_, index) => {
    const way = ways[index];
    return way !== undefined && followsPlaybook(way);
  });
  if (follows.length === 0) return [];
  const came = await spendOfThoseWhoCame(db, campaign.started_day, plan.end_day);
  const drawn = grouped(await peopleOfCampaign(db, campaign.id), ({ situation }) => situation);
  const found: Omit<PlaybookAgainstNothing, 'versionId'>[] = [];
  for (const [situation, people] of drawn) {
    const outcome = (isIn: (arm: string) => boolean) => {
      const own = people.filter(({ arm }) => isIn(arm));
      const returned = own.filter(({ customerId }) => came.has(customerId)).length;
      return { assigned: own.length, returned, spends: [] };
    };
    const treated = outcome((arm) => follows.some((one) => one === arm));
    const held = outcome((arm) => arm === 'held');
    if (situation === null || treated.assigned === 0 || held.assigned === 0) continue;
    const size = { treated: plan.needed_treated, control: plan.needed_control };
    const { verdict, returns } = experimentResult(
      { size, endDay: plan.end_day },
      ...([treated, held, today, plan.key_low] as const),
    );
    if (verdict.code === 'running') continue;
    // One test asks as many questions as it has situations: by chance one of many would seem to answer (Bonferroni).
    const p = returns !== null && returns.verdict !== 'noData' ? returns.p : 1;
    const isShown = p < significance / drawn.size;
    const said = verdict.code === 'works' || verdict.code === 'harms';
    found.push({
      ...{ situation, campaignId: campaign.id, name: campaign.name, windowDays: plan.window_days },
      verdict: said && !isShown ? { code: 'unclear', moreNeeded: null } : verdict,
      treated: { people: treated.assigned, came: treated.returned },
      held: { people: held.assigned, came: held.returned },
    });
  }
  return found;
}

/** For each situation the newest experiment that is over and compared its playbook with doing nothing. */
export async function playbookExperiments(
  db: ReadDb,
  { today }: { readonly today: BusinessDay },
): Promise<PlaybookAgainstNothing[]> {
  const versions = await loadPlaybookVersions(db);
  const newest = new Map<PlaybookSituation, PlaybookAgainstNothing>();
  for (const plan of await loadExperiments(db)) {
    const startedAt = (await campaignById(db, plan.campaign_id))?.started_at ?? 0;
    for (const one of await comparisonsOf(db, plan, today)) {
      const inForce = versions.findLast(
        ({ situation, at }) => situation === one.situation && at <= startedAt,
      );
      newest.set(one.situation, { ...one, versionId: inForce?.id ?? null });
    }
  }
  return [...newest.values()];
}
