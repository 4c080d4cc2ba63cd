import type { Figure, GapFigures } from '#shared/contract/reports.ts';
import { previousPeriod } from '#shared/domain/retention/index.ts';
import type { ReportCache } from '../reports/report-cache.ts';
import { failure } from './failure.ts';
import {
  type PeriodInput,
  periodQuestion,
  type SpanInput,
  spanQuestion,
  tiersToday,
  upToQuestion,
} from './report-questions.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { figureQuestion } from './segments.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';
import { streamProgress } from './stream-progress.ts';

interface PageInput {
  readonly offset: number;
  readonly limit: number;
}

/** Everything before a day. */
interface UpToInput {
  readonly to: string;
}

/** Monthly cohorts. @throws Failure InvalidValue */
export async function cohortReport(ctx: ShopContext, reports: ReportsAsked, input: UpToInput) {
  return reports.ask('cohorts', upToQuestion(ctx, input));
}

/** From the first to the second visit. @throws Failure InvalidValue */
export async function firstReturnReport(ctx: ShopContext, reports: ReportsAsked, input: UpToInput) {
  return reports.ask('firstReturn', upToQuestion(ctx, input));
}

export type GapEvent =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly gaps: GapFigures };

/** Time between visits; ends when its reader leaves. @throws Failure InvalidValue */
export async function* gapReport(
  ctx: ShopContext,
  reports: ReportCache,
  input: UpToInput,
  signal?: AbortSignal,
): AsyncGenerator<GapEvent, void, undefined> {
  const question = upToQuestion(ctx, input);
  const gaps = yield* streamProgress(
    (tell: (event: GapEvent) => void, stop) =>
      reports.run('gaps', question, (progress) => tell({ kind: 'progress', ...progress }), stop),
    signal,
  );
  yield { kind: 'done', gaps };
}

/** A period and those before it. @throws Failure InvalidValue, also where the calendar has not so many */
export async function trendReport(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: PeriodInput & { readonly periods: number },
) {
  const question = periodQuestion(ctx, input);
  let oldest = question;
  for (let count = 1; count < input.periods; count += 1) {
    const { start } = oldest;
    // Far enough from the first day of the calendar for one more period and its window.
    const reach =
      2 * (question.end - question.start) + 62 + (input.window === 'previous-period' ? 0 : input.window);
    if (start - reach < -719_162) throw failure('InvalidValue', { field: 'from' });
    oldest = { ...oldest, ...previousPeriod(oldest) };
  }
  return reports.ask('trend', { ...question, periods: input.periods });
}

/** How often people came. @throws Failure InvalidValue */
export async function frequencyReport(ctx: ShopContext, reports: ReportsAsked, input: SpanInput) {
  return reports.ask('frequency', spanQuestion(ctx, input));
}

/** Retention by groups. @throws Failure InvalidValue */
export async function splitReport(ctx: ShopContext, reports: ReportsAsked, input: PeriodInput) {
  return reports.ask('splits', { ...periodQuestion(ctx, input), tiers: tiersToday(ctx) });
}

/** How money is spread and what rewards cost. @throws Failure InvalidValue */
export async function valueReport(ctx: ShopContext, reports: ReportsAsked, input: SpanInput) {
  const versions = shopFacts(ctx).programmes.map(({ versionId, rules }) => ({ versionId, rules }));
  return reports.ask('value', { ...spanQuestion(ctx, input), tiers: tiersToday(ctx), versions });
}

/** The RFM grid. @throws Failure InvalidValue */
export async function rfmReport(ctx: ShopContext, reports: ReportsAsked, input: UpToInput) {
  return reports.ask('rfm', upToQuestion(ctx, input));
}

/** VIPs who have not come for long. @throws Failure InvalidValue */
export async function silentVipReport(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: UpToInput & PageInput & { readonly days: number },
) {
  const { days, offset, limit } = input;
  return reports.ask('silentVips', { ...upToQuestion(ctx, input), days }, { offset, limit });
}

/** What the lapsed have in common. @throws Failure InvalidValue */
export async function auditReport(ctx: ShopContext, reports: ReportsAsked, input: PeriodInput) {
  return reports.ask('auditOfLost', { ...periodQuestion(ctx, input), tiers: tiersToday(ctx) });
}

/** Who comes for whom. @throws Failure InvalidValue */
export async function staffDependencyReport(ctx: ShopContext, reports: ReportsAsked, input: SpanInput) {
  return reports.ask('staffDependency', spanQuestion(ctx, input));
}

/** Milestones reached in a period. @throws Failure InvalidValue */
export async function milestoneReport(ctx: ShopContext, reports: ReportsAsked, input: SpanInput & PageInput) {
  const { offset, limit } = input;
  return reports.ask('milestones', spanQuestion(ctx, input), { offset, limit });
}

/** Those who spent most. @throws Failure InvalidValue */
export async function topCustomerReport(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: SpanInput & { readonly limit: number },
) {
  return reports.ask('topCustomers', spanQuestion(ctx, input), input.limit);
}

/** The people behind any figure. @throws Failure NotFound, SegmentNotUsable, InvalidValue */
export async function peopleBehind(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: PeriodInput & PageInput & { readonly figure: Figure },
) {
  const { figure, offset, limit } = input;
  const question = await figureQuestion(ctx, input, figure);
  return reports.ask('figureNames', question, figure, { offset, limit });
}
