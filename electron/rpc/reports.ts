import { implement, type Router } from '@orpc/server';
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
import { reportSpan, retentionPeople, retentionReport } from '../services/retention-report.ts';
import { segmentSplitReport } from '../services/segments.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';
import { whileAwaited } from './while-awaited.ts';

const os = implement(contract.reports).$context<RpcContext>().use(guard);

/** reports: contract -> service, one line each. */
export const reportsCalls: Router<typeof contract.reports, RpcContext> = {
  retention: os.retention.handler(whileAwaited(retentionReport)),
  retentionNames: os.retentionNames.handler(whileAwaited(retentionPeople)),
  span: os.span.handler(whileAwaited(reportSpan)),
  cohorts: os.cohorts.handler(whileAwaited(cohortReport)),
  firstReturn: os.firstReturn.handler(whileAwaited(firstReturnReport)),
  gaps: os.gaps.handler(async function* ({ context, input, signal }) {
    const { ctx, figures } = context.shop();
    yield* gapReport(ctx, figures, input, signal);
  }),
  trend: os.trend.handler(whileAwaited(trendReport)),
  frequency: os.frequency.handler(whileAwaited(frequencyReport)),
  splits: os.splits.handler(whileAwaited(splitReport)),
  segmentSplit: os.segmentSplit.handler(whileAwaited(segmentSplitReport)),
  value: os.value.handler(whileAwaited(valueReport)),
  rfm: os.rfm.handler(whileAwaited(rfmReport)),
  silentVips: os.silentVips.handler(whileAwaited(silentVipReport)),
  auditOfLost: os.auditOfLost.handler(whileAwaited(auditReport)),
  staffDependency: os.staffDependency.handler(whileAwaited(staffDependencyReport)),
  milestones: os.milestones.handler(whileAwaited(milestoneReport)),
  topCustomers: os.topCustomers.handler(whileAwaited(topCustomerReport)),
  names: os.names.handler(whileAwaited(peopleBehind)),
};
