import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { enterTraining, leaveTraining, resetTraining } from '../services/training/switch-training.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.training).$context<RpcContext>().use(guard);

/** training: contract -> service, then how things stand. */
export const trainingCalls: Router<typeof contract.training, RpcContext> = {
  enter: os.enter.handler(async ({ context }) => {
    await enterTraining(context.training, context.session);
    return context.systemState();
  }),
  reset: os.reset.handler(async ({ context }) => {
    await resetTraining(context.training, context.shop, context.session);
    return context.systemState();
  }),
  leave: os.leave.handler(async ({ context }) => {
    await leaveTraining(context.training, context.shop, context.session);
    return context.systemState();
  }),
};
