import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import {
  followUpsToday,
  followUpsTomorrow,
  makeFollowUps,
  openFollowUps,
} from '../services/follow-up-list.ts';
import { followUpsOf, makePromise } from '../services/follow-up-promises.ts';
import { recordFollowUp, sayHint, undoFollowUp } from '../services/follow-up-record.ts';
import { followUpResults } from '../services/follow-up-results.ts';
import { listSettings, setListSettings } from '../services/follow-up-settings.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.followUps).$context<RpcContext>().use(guard);

/** followUps: contract -> service, one line each. */
export const followUpsCalls: Router<typeof contract.followUps, RpcContext> = {
  list: os.list.handler(({ context }) => followUpsToday(context.shop().ctx)),
  tomorrow: os.tomorrow.handler(({ context }) =>
    followUpsTomorrow(context.shop().ctx, context.shop().figures),
  ),
  count: os.count.handler(({ context }) => openFollowUps(context.shop().ctx)),
  make: os.make.handler(async ({ context }) => {
    const { ctx, reports } = context.shop();
    await makeFollowUps(ctx, reports);
    return followUpsToday(ctx);
  }),
  record: os.record.handler(({ context, input }) => recordFollowUp(context.shop().ctx, input)),
  undo: os.undo.handler(({ context, input }) => undoFollowUp(context.shop().ctx, input)),
  hintSaid: os.hintSaid.handler(({ context, input }) => sayHint(context.shop().ctx, input)),
  promise: os.promise.handler(({ context, input }) => makePromise(context.shop().ctx, input)),
  ofCustomer: os.ofCustomer.handler(({ context, input }) =>
    followUpsOf(context.shop().ctx, input.customerId),
  ),
  settings: os.settings.handler(({ context }) => listSettings(context.shop().ctx)),
  setSettings: os.setSettings.handler(({ context, input }) => setListSettings(context.shop().ctx, input)),
  results: os.results.handler(({ context }) => followUpResults(context.shop().ctx)),
};
