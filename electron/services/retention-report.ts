import type { RetentionFigures, RetentionGroup } from '#shared/contract/reports.ts';
import {
  type BusinessDay,
  dayOfDate,
  formatDay,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import type { ReportsClient } from '../reports/reports-client.ts';
import type { RetentionQuestion } from '../reports/retention-query.ts';
import { failure } from './failure.ts';
import { present, type ShopContext } from './shop-context.ts';

interface PeriodInput {
  readonly from: string;
  readonly to: string;
  readonly window: number;
}

const firstDay = dayOfDate(1, 1, 1) ?? 0;

function dayOf(text: string, field: string): BusinessDay {
  const day = parseDay(text);
  if (day === null) throw failure('InvalidValue', { field });
  return day;
}

function question(ctx: ShopContext, input: PeriodInput): RetentionQuestion {
  const { day: today } = present(ctx);
  const [start, end] = [dayOf(input.from, 'from'), dayOf(input.to, 'to')];
  if (end <= start) throw failure('InvalidValue', { field: 'to' });
  // Before the first day of the calendar there is no window to look into.
  if (start - input.window < firstDay) throw failure('InvalidValue', { field: 'from' });
  return { start, end, window: input.window, today };
}

/** Retention of `[from, to)` with an activity window in days. @throws Failure InvalidValue */
export async function retentionReport(
  ctx: ShopContext,
  reports: ReportsClient,
  input: PeriodInput,
): Promise<RetentionFigures> {
  return reports.ask('retention', question(ctx, input));
}

/** The people behind one of its figures. @throws Failure InvalidValue */
export async function retentionPeople(
  ctx: ShopContext,
  reports: ReportsClient,
  input: PeriodInput & { readonly group: RetentionGroup; readonly offset: number; readonly limit: number },
) {
  const { group, offset, limit } = input;
  return reports.ask('retentionNames', question(ctx, input), { group, offset, limit });
}

/** First and last day with a check-in, and today. */
export async function reportSpan(ctx: ShopContext, reports: ReportsClient) {
  const { day } = present(ctx);
  return { ...(await reports.ask('visitSpan', null)), today: formatDay(day) };
}
