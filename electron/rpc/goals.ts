import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { goalHint, goalStates, setGoal } from '../services/goals.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';
import { whileAwaited } from './while-awaited.ts';

const os = implement(contract.goals).$context<RpcContext>().use(guard);

/** goals: contract -> service, one line each. */
export const goalsCalls: Router<typeof contract.goals, RpcContext> = {
  list: os.list.handler(whileAwaited(goalStates)),
  hint: os.hint.handler(whileAwaited(goalHint)),
  set: os.set.handler(({ context, input }) => setGoal(context.shop().ctx, input)),
};
