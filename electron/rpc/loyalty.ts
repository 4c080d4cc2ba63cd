import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { explainBalance } from '../services/explain-balance.ts';
import { currentProgramme, publishProgramme } from '../services/programme.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.loyalty).$context<RpcContext>().use(guard);

/** loyalty: contract -> service, one line each. */
export const loyaltyCalls: Router<typeof contract.loyalty, RpcContext> = {
  programme: os.programme.handler(({ context }) => currentProgramme(context.shop().ctx)),
  publish: os.publish.handler(({ context, input }) => publishProgramme(context.shop().ctx, input)),
  explain: os.explain.handler(({ context, input }) => explainBalance(context.shop().ctx, input)),
};
