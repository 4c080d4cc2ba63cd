import { useQuery } from '@tanstack/react-query';
import { type BusinessMonth, businessMonth } from '#shared/domain/business-day/business-day.ts';
import type { MonthFigure } from '#shared/domain/month-close/month-figures.ts';
import { orpc } from '../../api/queries.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { periodDays, recordTooShort } from '../month/period.ts';
import type { Report } from './use-report.ts';

/** What a report is compared with, or why with nothing. */
export type ReportBefore =
  | { readonly kind: 'figures'; readonly figures: readonly MonthFigure[] }
  | { readonly kind: 'tooShort' | 'otherWindow' };

const written = (month: BusinessMonth): string =>
  periodDays({ kind: 'month', first: month }).from.slice(0, 7);

/**
 * The month before a report, counted with the same activity window: as it was closed where that is so, else as it is
 * today. Null while it is looked up, of which `isWaiting` tells, where that failed, and where the month of the report is
 * not over.
 */
export const useReportBefore = (
  at: BusinessMonth,
  report: Report | null,
): {
  readonly before: ReportBefore | null;
  readonly isWaiting: boolean;
  readonly error: Error | null;
  readonly retry: () => void;
} => {
  const { till } = useShop();
  const before = businessMonth(at - 1);
  const month = written(before);
  const isOver = report !== null && !report.unfinished;
  const ownClose = report?.close ?? null;
  const window = ownClose === null ? till.activityWindow : (ownClose.content?.window ?? null);
  const span = useQuery(orpc.reports.span.queryOptions());
  const closes = useQuery(orpc.monthClose.list.queryOptions());
  const close = closes.data?.closes.find((one) => one.month === month && one.reopened === null);
  const frozen = useQuery({
    ...orpc.monthClose.get.queryOptions({ input: { number: close?.number ?? 1 } }),
    enabled: isOver && close !== undefined,
  });
  const isLookedUp = closes.data !== undefined && (close === undefined || frozen.data !== undefined);
  const content = close === undefined ? null : (frozen.data?.content ?? null);
  const asClosed = content?.window === window ? content.figures : null;
  const asToday = window === till.activityWindow && asClosed === null;
  const today = useQuery({
    ...orpc.monthClose.figures.queryOptions({ input: { month } }),
    enabled: isOver && isLookedUp && asToday,
  });
  const asked = [span, closes, frozen, today];
  const isWaiting = asked.some(({ isLoading }) => isLoading);
  const failed = asked.filter(({ isError }) => isError);
  const error = failed[0]?.error ?? null;
  const retry = () => failed.forEach((one) => void one.refetch());
  const answer = (before: ReportBefore | null) => ({ before, isWaiting, error, retry });
  if (!isOver || window === null || span.data === undefined || !isLookedUp) return answer(null);
  const { firstDay } = span.data;
  if (firstDay === null || recordTooShort({ kind: 'month', first: before }, window, firstDay)) {
    return answer({ kind: 'tooShort' });
  }
  if (asClosed !== null) return answer({ kind: 'figures', figures: asClosed });
  if (!asToday) return answer({ kind: 'otherWindow' });
  return answer(today.data === undefined ? null : { kind: 'figures', figures: today.data.figures });
};
