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
 * today. Null while it is looked up and where the month of the report is not over.
 */
export const useReportBefore = (at: BusinessMonth, report: Report): ReportBefore | null => {
  const { till } = useShop();
  const before = businessMonth(at - 1);
  const month = written(before);
  const window = report.close === null ? till.activityWindow : (report.close.content?.window ?? null);
  const span = useQuery(orpc.reports.span.queryOptions());
  const closes = useQuery(orpc.monthClose.list.queryOptions());
  const close = closes.data?.closes.find((one) => one.month === month && one.reopened === null);
  const frozen = useQuery({
    ...orpc.monthClose.get.queryOptions({ input: { number: close?.number ?? 1 } }),
    enabled: close !== undefined,
  });
  const isLookedUp = closes.data !== undefined && (close === undefined || frozen.data !== undefined);
  const content = close === undefined ? null : (frozen.data?.content ?? null);
  const asClosed = content?.window === window ? content.figures : null;
  const asToday = window === till.activityWindow && asClosed === null;
  const today = useQuery({
    ...orpc.monthClose.figures.queryOptions({ input: { month } }),
    enabled: isLookedUp && asToday,
  });
  if (report.unfinished || window === null || span.data === undefined || !isLookedUp) return null;
  const { firstDay } = span.data;
  if (firstDay === null || recordTooShort({ kind: 'month', first: before }, window, firstDay)) {
    return { kind: 'tooShort' };
  }
  if (asClosed !== null) return { kind: 'figures', figures: asClosed };
  if (!asToday) return { kind: 'otherWindow' };
  return today.data === undefined ? null : { kind: 'figures', figures: today.data.figures };
};
