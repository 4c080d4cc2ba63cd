import type { Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { reportSpan, retentionPeople, retentionReport } from '../services/retention-report.ts';
import type { RpcContext } from './context.ts';
import { implementer } from './implementer.ts';

const os = implementer(contract.reports);

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
