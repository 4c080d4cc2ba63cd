import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { outlookOfCustomer, outlookOverview, outlookPeople, runOutlooks } from '../services/outlook.ts';
import { addAbsence, addClosedDays, closedDays, endAbsence, endClosedDays } from '../services/pauses.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.outlook).$context<RpcContext>().use(guard);

/** outlook: contract -> service, one line each. */
export const outlookCalls: Router<typeof contract.outlook, RpcContext> = {
  overview: os.overview.handler(({ context }) => outlookOverview(context.shop().ctx, context.shop().figures)),
  board: os.board.handler(({ context, input }) =>
    outlookPeople(context.shop().ctx, context.shop().figures, input),
  ),
  ofCustomer: os.ofCustomer.handler(({ context, input }) => outlookOfCustomer(context.shop().ctx, input)),
  run: os.run.handler(async function* ({ context, signal }) {
    const { ctx, reports } = context.shop();
    yield* runOutlooks(ctx, reports, signal);
  }),
  closedDays: os.closedDays.handler(({ context }) => closedDays(context.shop().ctx)),
  addClosedDays: os.addClosedDays.handler(({ context, input }) => addClosedDays(context.shop().ctx, input)),
  endClosedDays: os.endClosedDays.handler(({ context, input }) => endClosedDays(context.shop().ctx, input)),
  addAbsence: os.addAbsence.handler(({ context, input }) => addAbsence(context.shop().ctx, input)),
  endAbsence: os.endAbsence.handler(({ context, input }) => endAbsence(context.shop().ctx, input)),
};
