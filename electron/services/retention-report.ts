import type { RetentionFigures, RetentionGroup } from '#shared/contract/reports.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { type PeriodInput, periodQuestion } from './report-questions.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { present, type ShopContext } from './shop-context.ts';

/** Retention of `[from, to)` with an activity window. @throws Failure InvalidValue */
export async function retentionReport(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: PeriodInput,
): Promise<RetentionFigures> {
  return reports.ask('retention', periodQuestion(ctx, input));
}

/** The people behind one of its figures. @throws Failure InvalidValue */
export async function retentionPeople(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: PeriodInput & { readonly group: RetentionGroup; readonly offset: number; readonly limit: number },
) {
  const { group, offset, limit } = input;
  return reports.ask('retentionNames', periodQuestion(ctx, input), { group, offset, limit });
}

/** First and last day with a check-in, and today. */
export async function reportSpan(ctx: ShopContext, reports: ReportsAsked) {
  const { day } = present(ctx);
  return { ...(await reports.ask('visitSpan', null)), today: formatDay(day) };
}
