import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import {
  putOn,
  putOnPeople,
  removeTagOfShop,
  saveTag,
  tagList,
  tagsOfCustomer,
  tagUse,
  takeOff,
  takeOffPeople,
} from '../services/tags.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.tags).$context<RpcContext>().use(guard);

/** tags: contract -> service, one line each. */
export const tagsCalls: Router<typeof contract.tags, RpcContext> = {
  list: os.list.handler(({ context }) => tagList(context.shop().ctx)),
  counts: os.counts.handler(({ context }) => tagUse(context.shop().ctx, context.shop().figures)),
  ofCustomer: os.ofCustomer.handler(({ context, input }) =>
    tagsOfCustomer(context.shop().ctx, input.customerId),
  ),
  putOn: os.putOn.handler(({ context, input }) => putOn(context.shop().ctx, input)),
  takeOff: os.takeOff.handler(({ context, input }) => takeOff(context.shop().ctx, input)),
  putOnPeople: os.putOnPeople.handler(({ context, input }) =>
    putOnPeople(context.shop().ctx, context.shop().figures, input),
  ),
  takeOffPeople: os.takeOffPeople.handler(({ context, input }) =>
    takeOffPeople(context.shop().ctx, context.shop().figures, input),
  ),
  save: os.save.handler(({ context, input }) => saveTag(context.shop().ctx, input)),
  remove: os.remove.handler(({ context, input }) => removeTagOfShop(context.shop().ctx, input)),
};
