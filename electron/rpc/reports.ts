import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { reportSpan, retentionPeople, retentionReport } from '../services/retention-report.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.reports).$context<RpcContext>().use(guard);

/** reports: contract -> service, one line each. */
export const reportsCalls: Router<typeof contract.reports, RpcContext> = {
  retention: os.retention.handler(({ context, input }) =>
    retentionReport(context.shop().ctx, context.shop().reports, input),
  ),
  retentionNames: os.retentionNames.handler(({ context, input }) =>
    retentionPeople(context.shop().ctx, context.shop().reports, input),
  ),
  span: os.span.handler(({ context }) => reportSpan(context.shop().ctx, context.shop().reports)),
};
