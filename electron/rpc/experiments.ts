import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { experimentList, experimentPlan, experimentResult } from '../services/experiments.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.experiments).$context<RpcContext>().use(guard);

/** experiments: contract -> service, one line each. */
export const experimentsCalls: Router<typeof contract.experiments, RpcContext> = {
  plan: os.plan.handler(({ context, input }) =>
    experimentPlan(context.shop().ctx, context.shop().figures, input),
  ),
  list: os.list.handler(({ context }) => experimentList(context.shop().ctx, context.shop().figures)),
  result: os.result.handler(({ context, input }) =>
    experimentResult(context.shop().ctx, context.shop().figures, input.campaignId),
  ),
};
