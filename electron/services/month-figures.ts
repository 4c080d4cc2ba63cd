import {
  addDays,
  type BusinessMonth,
  formatDay,
  monthOf,
  monthRange,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import { detailFigures } from '#shared/domain/month-close/detail-figures.ts';
import { type MonthFigure, monthFigures } from '#shared/domain/month-close/month-figures.ts';
import { failure } from './failure.ts';
import {
  cohortReport,
  firstReturnReport,
  frequencyReport,
  rfmReport,
  splitReport,
  trendReport,
  valueReport,
} from './month-reports.ts';
import { reconciliation } from './programme-lists.ts';
import type { ReportsAsked } from './reports-asked.ts';
import { retentionReport } from './retention-report.ts';
import { present, programmeOn, type ShopContext, shopFacts } from './shop-context.ts';

/** The month that a text `YYYY-MM` names. @throws Failure InvalidValue */
export function monthNamed(text: string): BusinessMonth {
  const day = parseDay(`${text}-01`);
  // The windows before it must still be days of the calendar.
  if (day === null || text < '0100') throw failure('InvalidValue', { field: 'month' });
  return monthOf(day);
}

/** The points of `[from, to)` with opening and closing, per unit that anybody holds. @throws Failure InvalidValue */
export async function unitFacts(
  ctx: ShopContext,
  reports: ReportsAsked,
  { from, to }: { readonly from: string; readonly to: string },
) {
  const { units } = await reconciliation(ctx, reports, { from, to });
  return units.map(({ unitId, name, ...unit }) => {
    const { opening, earned, adjusted, redeemed, expired, closing } = unit;
    return {
      unitId,
      name,
      points: { opening, earned, adjusted, redeemed, expired, closing },
      cost: {
        opening: unit.openingCost,
        earned: unit.earnedCost,
        adjusted: unit.adjustedCost,
        redeemed: unit.redeemedCost,
        expired: unit.expiredCost,
        closing: unit.closingCost,
      },
    };
  });
}

/** All figures of a month as the shop's file has them now; `window` is the activity window W in days. */
export async function figuresOfMonth(
  ctx: ShopContext,
  reports: ReportsAsked,
  month: BusinessMonth,
  window: number,
): Promise<readonly MonthFigure[]> {
  const { from, to } = monthRange(month);
  const facts = shopFacts(ctx);
  const days = { from: formatDay(from), to: formatDay(to) };
  const retention = await retentionReport(ctx, reports, { ...days, window });
  const cost = await reports.ask('programmeCost', {
    from,
    to,
    today: present(ctx).day,
    rules: programmeOn(facts, addDays(to, -1)).rules,
    versions: facts.programmes,
  });
  return monthFigures({
    ...retention,
    rewardCost: cost.really,
    units: await unitFacts(ctx, reports, days),
  });
}

/** Months that the trend of a close looks back over, its own included. */
const trendMonths = 24;

/** What the Month screen shows beyond `figuresOfMonth`: heavier to work out, and asked for by closes alone. */
export async function detailsOfMonth(
  ctx: ShopContext,
  reports: ReportsAsked,
  month: BusinessMonth,
  window: number,
): Promise<readonly MonthFigure[]> {
  const { from, to } = monthRange(month);
  const days = { from: formatDay(from), to: formatDay(to) };
  const trend = await trendReport(ctx, reports, { ...days, window, periods: trendMonths });
  const splits = await splitReport(ctx, reports, { ...days, window });
  return detailFigures({
    cohorts: await cohortReport(ctx, reports, days),
    firstReturn: await firstReturnReport(ctx, reports, days),
    trend: trend.points,
    frequency: await frequencyReport(ctx, reports, days),
    value: await valueReport(ctx, reports, days),
    rfm: await rfmReport(ctx, reports, days),
    splits: splits.splits,
  });
}

/** The figures of a month with the definitions that a close would freeze now. @throws Failure InvalidValue */
export async function monthReport(
  ctx: ShopContext,
  reports: ReportsAsked,
  input: { readonly month: string },
) {
  const month = monthNamed(input.month);
  const { activityWindow } = shopFacts(ctx).preferences;
  return {
    month: input.month,
    unfinished: present(ctx).month <= month,
    figures: [...(await figuresOfMonth(ctx, reports, month, activityWindow))],
  };
}
