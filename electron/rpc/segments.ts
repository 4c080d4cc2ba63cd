import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import {
  countSegment,
  removeSegment,
  saveSegment,
  segmentChoices,
  segmentList,
} from '../services/segments.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.segments).$context<RpcContext>().use(guard);

/** segments: contract -> service, one line each. */
export const segmentsCalls: Router<typeof contract.segments, RpcContext> = {
  list: os.list.handler(({ context }) => segmentList(context.shop().ctx, context.shop().figures)),
  choices: os.choices.handler(({ context }) => segmentChoices(context.shop().ctx)),
  count: os.count.handler(({ context, input }) =>
    countSegment(context.shop().ctx, context.shop().figures, input),
  ),
  save: os.save.handler(({ context, input }) => saveSegment(context.shop().ctx, input)),
  remove: os.remove.handler(({ context, input }) => removeSegment(context.shop().ctx, input)),
};
