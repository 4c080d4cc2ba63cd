import type { Hint } from '#shared/contract/till.ts';
import { type BusinessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import { outlookViews } from './outlook.ts';
import type { ShopContext } from './shop-context.ts';

/** States in which somebody is missed: the till says so when they are here again. */
const missed: readonly string[] = ['slipping', 'atRisk', 'late'];

/**
 * That somebody comes later than usual, by the newest look at everybody: what the board and the profile say. Nobody's
 * chance is told at the till. Empty for who is on time, was here since, or said no to estimates.
 */
export async function lateHints(ctx: ShopContext, customerId: number, day: BusinessDay): Promise<Hint[]> {
  const outlook = (await outlookViews(ctx, [customerId])).get(customerId);
  if (!outlook || !missed.includes(outlook.state)) return [];
  const { usualGapDays, waitedDays, expectedDay, cameOnce } = outlook;
  // Nothing is usual of somebody who came once.
  if (cameOnce) return [];
  // Whoever comes less often than before need not be late today.
  if (waitedDays <= usualGapDays || expectedDay >= formatDay(day)) return [];
  return [{ kind: 'late', usualGapDays: Math.max(1, Math.round(usualGapDays)), waitedDays, expectedDay }];
}
