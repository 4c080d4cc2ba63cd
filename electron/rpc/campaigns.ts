import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { campaignLearned, campaignReach, setSilenceAlarm } from '../services/campaign-reach.ts';
import { campaignList, campaignView, removeCampaign, saveCampaign } from '../services/campaigns.ts';
import { beginCampaign, endCampaign } from '../services/start-campaign.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.campaigns).$context<RpcContext>().use(guard);

/** campaigns: contract -> service, one line each. */
export const campaignsCalls: Router<typeof contract.campaigns, RpcContext> = {
  list: os.list.handler(({ context }) => campaignList(context.shop().ctx)),
  get: os.get.handler(({ context, input }) => campaignView(context.shop().ctx, input.campaignId)),
  learned: os.learned.handler(({ context, input }) =>
    campaignLearned(context.shop().figures, input.campaignId),
  ),
  reach: os.reach.handler(({ context }) => campaignReach(context.shop().ctx, context.shop().figures)),
  setAlarm: os.setAlarm.handler(({ context, input }) => setSilenceAlarm(context.shop().ctx, input)),
  save: os.save.handler(({ context, input }) => saveCampaign(context.shop().ctx, input)),
  // Not the figures: the people are those of now, not of the last time somebody looked.
  start: os.start.handler(({ context, input }) =>
    beginCampaign(context.shop().ctx, context.shop().reports, input),
  ),
  stop: os.stop.handler(({ context, input }) =>
    endCampaign(context.shop().ctx, context.shop().reports, input),
  ),
  remove: os.remove.handler(({ context, input }) => removeCampaign(context.shop().ctx, input)),
};
