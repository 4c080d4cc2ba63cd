import type { ExperimentTest, Whom } from '#shared/contract/campaigns.ts';
import type { Experiment, ExperimentPlanFigures } from '#shared/contract/experiments.ts';
import { addDays, formatDay } from '#shared/domain/business-day/business-day.ts';
import { planExperiment } from '#shared/domain/experiments/index.ts';
import type { FollowUpChannel } from '#shared/domain/follow-ups/reasons.ts';
import { campaignQuestion } from './campaigns.ts';
import { failure } from './failure.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { present, type ShopContext } from './shop-context.ts';

/**
 * What an experiment with these people would need, before it is started.
 * @throws Failure NotFound, SegmentNotUsable, InvalidValue
 */
export async function experimentPlan(
  ctx: ShopContext,
  reports: ReportsAsked,
  asked: {
    readonly whom: Whom;
    readonly channel: FollowUpChannel;
    readonly ways: 1 | 2;
    readonly test: ExperimentTest;
    readonly length: number;
  },
): Promise<ExperimentPlanFigures> {
  const { test, ways, length } = asked;
  if (ways === 1 && test.holdoutPercent === 0) throw failure('InvalidValue', { field: 'holdoutPercent' });
  const question = await campaignQuestion(ctx, asked);
  const { people, base } = await reports.ask('campaignBase', question, test.windowDays);
  const wish = {
    holdoutPercent: test.holdoutPercent,
    ways,
    effect: test.effectOf100 / 100,
    window: test.windowDays,
  };
  const plan = planExperiment(wish, { people, base: base?.share ?? null, length });
  return {
    people,
    base,
    neededTreated: plan.needed.treated,
    neededControl: plan.needed.control,
    isEnough: plan.isEnough,
    days: plan.days,
    detectable: plan.detectable,
    endDay: formatDay(addDays(present(ctx).day, test.windowDays)),
  };
}

/** All experiments that were started, the newest first. */
export async function experimentList(
  ctx: ShopContext,
  reports: ReportsAsked,
): Promise<{ experiments: Experiment[] }> {
  const today = present(ctx).day;
  return { experiments: await reports.ask('experimentResults', { today, campaignId: null }) };
}

/** @throws Failure NotFound when the campaign was not started or finds nothing out */
export async function experimentResult(
  ctx: ShopContext,
  reports: ReportsAsked,
  campaignId: number,
): Promise<Experiment> {
  const today = present(ctx).day;
  const [result] = await reports.ask('experimentResults', { today, campaignId });
  if (!result) throw failure('NotFound', { what: 'campaign', id: campaignId });
  return result;
}
