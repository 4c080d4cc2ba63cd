import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { goalHint, goalStates, setGoal } from '../services/goals.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.goals).$context<RpcContext>().use(guard);

/** goals: contract -> service, one line each. */
export const goalsCalls: Router<typeof contract.goals, RpcContext> = {
  list: os.list.handler(({ context }) => goalStates(context.shop().ctx, context.shop().figures)),
  hint: os.hint.handler(({ context, input }) => goalHint(context.shop().ctx, context.shop().figures, input)),
  set: os.set.handler(({ context, input }) => setGoal(context.shop().ctx, input)),
};
