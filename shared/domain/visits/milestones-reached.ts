import { type BusinessDay, dayOfDate, formatDay } from '../business-day/business-day.ts';
import { isMilestone } from './milestones.ts';

/** A milestone and the visit it was reached with. */
export type MilestoneReached =
  | { readonly kind: 'visits'; readonly visits: number; readonly day: BusinessDay }
  | { readonly kind: 'years'; readonly years: number; readonly day: BusinessDay };

/** The same date so many years later; 29 February becomes 1 March in other years. */
function yearsLater(day: BusinessDay, years: number): BusinessDay {
  const [year = 0, month = 0, date = 0] = formatDay(day).split('-').map(Number);
  const same = dayOfDate(year + years, month, date) ?? dayOfDate(year + years, 3, 1);
  if (same === null) throw new RangeError(`No day ${years} years after ${formatDay(day)}`);
  return same;
}

/**
 * The milestones a customer reached in `[start, end)`: the 10th, 50th and every 100th visit, and the first visit of
 * each full year with us. `days` are all days with a visit, rising; `firstDay` may lie before them (customer since).
 */
export function milestonesReached(
  customer: { readonly firstDay: BusinessDay; readonly days: readonly BusinessDay[] },
  period: { readonly start: BusinessDay; readonly end: BusinessDay },
): readonly MilestoneReached[] {
  const reached: MilestoneReached[] = [];
  let years = 0;
  for (const [index, day] of customer.days.entries()) {
    if (day >= period.end) break;
    const yearsBefore = years;
    while (yearsLater(customer.firstDay, years + 1) <= day) years += 1;
    if (day < period.start) continue;
    if (isMilestone(index + 1)) reached.push({ kind: 'visits', visits: index + 1, day });
    if (years > yearsBefore) reached.push({ kind: 'years', years, day });
  }
  return reached;
}
