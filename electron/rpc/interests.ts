import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { addInterest, interestList, takeInterestOff } from '../services/interests.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.interests).$context<RpcContext>().use(guard);

/** interests: contract -> service, one line each. */
export const interestsCalls: Router<typeof contract.interests, RpcContext> = {
  list: os.list.handler(({ context, input }) => interestList(context.shop().ctx, input.customerId)),
  add: os.add.handler(({ context, input }) => addInterest(context.shop().ctx, input)),
  end: os.end.handler(({ context, input }) => takeInterestOff(context.shop().ctx, input)),
};
