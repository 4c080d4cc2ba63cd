import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { logOfDay, unusualLog } from '../services/audit/log-of-day.ts';
import { setThresholds } from '../services/audit/thresholds.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.audit).$context<RpcContext>().use(guard);

/** audit: contract -> service, one line each. */
export const auditCalls: Router<typeof contract.audit, RpcContext> = {
  day: os.day.handler(({ context, input }) => logOfDay(context.shop().ctx, input)),
  unusual: os.unusual.handler(({ context }) => unusualLog(context.shop().ctx, context.shop().figures)),
  setThresholds: os.setThresholds.handler(({ context, input }) => setThresholds(context.shop().ctx, input)),
  verify: os.verify.handler(({ context }) => context.shop().figures.ask('verifyAudit', null)),
};
