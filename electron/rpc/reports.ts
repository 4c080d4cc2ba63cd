import { implement, ORPCError, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import {
  auditReport,
  cohortReport,
  firstReturnReport,
  frequencyReport,
  gapReport,
  milestoneReport,
  peopleBehind,
  rfmReport,
  silentVipReport,
  splitReport,
  staffDependencyReport,
  topCustomerReport,
  trendReport,
  valueReport,
} from '../services/month-reports.ts';
import type { ReportsAsked } from '../services/reports-asked.ts';
import { reportSpan, retentionPeople, retentionReport } from '../services/retention-report.ts';
import { segmentSplitReport } from '../services/segments.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.reports).$context<RpcContext>().use(guard);

/** A report of the open shop, from what remembers answers; it ends when whoever asked has left. */
const of =
  <I, O>(
    report: (ctx: ReturnType<RpcContext['shop']>['ctx'], reports: ReportsAsked, input: I) => Promise<O>,
  ) =>
  async ({
    context,
    input,
    signal,
  }: {
    readonly context: RpcContext;
    readonly input: I;
    readonly signal?: AbortSignal | undefined;
  }): Promise<O> => {
    const { ctx, figures } = context.shop();
    try {
      return await report(ctx, figures.until(signal), input);
    } catch (error) {
      // Nobody hears it, and it is no fault to be logged.
      throw signal?.aborted ? new ORPCError('CLIENT_CLOSED_REQUEST') : error;
    }
  };

/** reports: contract -> service, one line each. */
export const reportsCalls: Router<typeof contract.reports, RpcContext> = {
  retention: os.retention.handler(of(retentionReport)),
  retentionNames: os.retentionNames.handler(of(retentionPeople)),
  span: os.span.handler(of(reportSpan)),
  cohorts: os.cohorts.handler(of(cohortReport)),
  firstReturn: os.firstReturn.handler(of(firstReturnReport)),
  gaps: os.gaps.handler(async function* ({ context, input, signal }) {
    const { ctx, figures } = context.shop();
    yield* gapReport(ctx, figures, input, signal);
  }),
  trend: os.trend.handler(of(trendReport)),
  frequency: os.frequency.handler(of(frequencyReport)),
  splits: os.splits.handler(of(splitReport)),
  segmentSplit: os.segmentSplit.handler(of(segmentSplitReport)),
  value: os.value.handler(of(valueReport)),
  rfm: os.rfm.handler(of(rfmReport)),
  silentVips: os.silentVips.handler(of(silentVipReport)),
  auditOfLost: os.auditOfLost.handler(of(auditReport)),
  staffDependency: os.staffDependency.handler(of(staffDependencyReport)),
  milestones: os.milestones.handler(of(milestoneReport)),
  topCustomers: os.topCustomers.handler(of(topCustomerReport)),
  names: os.names.handler(of(peopleBehind)),
};
