import { businessDayAt } from '#shared/domain/business-day/business-day.ts';
import type { CampaignHindrance } from '#shared/domain/campaigns/hindrance.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import {
  type CampaignRow,
  plannedCampaigns,
  runningCampaigns,
  setHindrance,
} from '../repositories/campaigns.ts';
import { lastDailyRun, recordDailyRun } from '../repositories/daily-runs.ts';
import { findPeople, joinInPortions } from './campaign-people.ts';
import { Failure } from './failure.ts';
import { makeFollowUps } from './follow-up-list.ts';
import { present, type ShopContext } from './shop-context.ts';
import { startNow } from './start-campaign.ts';

const dailyRun = 'campaigns';

/** What a failure says about a campaign; null for one that is no matter of the campaign. */
function hindranceOf(error: unknown): CampaignHindrance | null {
  if (!(error instanceof Failure)) return null;
  switch (error.code) {
    case 'NobodyToTurnTo':
      return 'nobody';
    case 'TooManyGifts':
      return 'tooManyGifts';
    case 'BudgetExceeded':
      return 'budget';
    case 'NotFound':
    case 'SegmentNotUsable':
    case 'InvalidValue':
      return 'notUsable';
    default:
      return null;
  }
}

/** Does what a campaign has to do today, and keeps why it could not where it could not. @returns whether anything was done */
async function orSayWhy(ctx: ShopContext, row: CampaignRow, act: () => Promise<boolean>): Promise<boolean> {
  try {
    const isDone = await act();
    if (row.hindrance !== null) await ctx.work.write((tx) => setHindrance(tx, row.id, null));
    return isDone;
  } catch (error) {
    const hindrance = hindranceOf(error);
    if (hindrance === null) throw error;
    if (hindrance !== row.hindrance) await ctx.work.write((tx) => setHindrance(tx, row.id, hindrance));
    return false;
  }
}

/**
 * Starts the campaigns whose first day has come, also where the computer was off on it, and lets people who came to belong
 * to a running one join it. An experiment keeps the people it was started with. Campaigns end by their last day alone.
 * Small transactions; a run that was cut short is done again and does nothing twice.
 * @returns true when anything changed
 */
export async function runDailyCampaigns(
  ctx: ShopContext,
  reports: ReportsClient,
  signal?: AbortSignal,
): Promise<boolean> {
  if (!ctx.facts) return false;
  const db = ctx.work.read;
  const { day, at } = present(ctx);
  const last = await lastDailyRun(db, dailyRun);
  if (last !== null && last >= day) return false;
  let isChanged = false;
  for (const row of await runningCampaigns(db, day)) {
    if (row.test !== null) continue;
    const joined = await orSayWhy(ctx, row, async () => {
      const { people } = await findPeople(ctx, reports, row);
      return (await joinInPortions(ctx, reports, row, people, signal)) > 0;
    });
    isChanged ||= joined;
  }
  const { calendar } = ctx.facts;
  for (const row of await plannedCampaigns(db, day)) {
    // Planned today already: whoever planned it may still be at it, and can start it.
    if (businessDayAt(row.at, calendar) >= day) continue;
    const started = await orSayWhy(ctx, row, async () => {
      const requestId = `campaign ${row.id} starts by itself`;
      await startNow(ctx, reports, { requestId, campaignId: row.id }, signal);
      return true;
    });
    isChanged ||= started;
  }
  if (isChanged) await makeFollowUps(ctx, reports);
  await ctx.work.write((tx) => recordDailyRun(tx, dailyRun, day, at));
  return isChanged;
}
