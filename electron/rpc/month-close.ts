import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { trySnapshot } from '../services/backups/snapshots.ts';
import { closeMonth, confirmStep, reopenMonth, skipStep } from '../services/close-month.ts';
import { monthGuide } from '../services/close-steps.ts';
import { closedMonth, closedMonths, restatementsOf } from '../services/closed-months.ts';
import { monthReport } from '../services/month-figures.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';
import { whileAwaited } from './while-awaited.ts';

const os = implement(contract.monthClose).$context<RpcContext>().use(guard);

/** monthClose: contract -> service. */
export const monthCloseCalls: Router<typeof contract.monthClose, RpcContext> = {
  steps: os.steps.handler(({ context, input }) => monthGuide(context.shop(), input)),
  figures: os.figures.handler(whileAwaited(monthReport)),
  confirmStep: os.confirmStep.handler(({ context, input }) => confirmStep(context.shop(), input)),
  skipStep: os.skipStep.handler(({ context, input }) => skipStep(context.shop().ctx, input)),
  close: os.close.handler(async ({ context, input }) => {
    const shop = context.shop();
    const closed = await closeMonth(shop, input);
    // The month is closed whether or not there is room for a snapshot, and nobody waits for it.
    void trySnapshot(shop, 'close');
    return closed;
  }),
  reopen: os.reopen.handler(({ context, input }) => reopenMonth(context.shop().ctx, input)),
  list: os.list.handler(({ context }) => closedMonths(context.shop().ctx)),
  get: os.get.handler(({ context, input }) => closedMonth(context.shop().ctx, input)),
  restatements: os.restatements.handler(whileAwaited(restatementsOf)),
};
