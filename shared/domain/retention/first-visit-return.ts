import {
  addDays,
  type BusinessDay,
  type BusinessMonth,
  monthOf,
  monthRange,
} from '../business-day/business-day.ts';
import { type Rate, rateOf } from '../statistics/index.ts';
import type { FirstReturn } from './return-rows.ts';

/** The horizons of the report, in days. */
export const returnHorizons = [30, 60, 90] as const;

/** Newcomers of a month who came a second time within so many days. */
export type FirstVisitReturn = {
  readonly month: BusinessMonth;
  readonly newcomers: number;
  /** In the order of the horizons asked for; null while that many days have not passed for all of the month. */
  readonly returned: readonly (Rate | null)[];
};

/**
 * First-visit return (metrics.md §0): of the newcomers of each month those with a second visit within 30, 60, 90 days.
 * Mature months only: the horizon has passed, before `end`, also for somebody who came on the month's last day.
 * Months rise; those without newcomers are left out.
 */
export function firstVisitReturn(
  customers: Iterable<FirstReturn>,
  end: BusinessDay,
  horizons: readonly number[] = returnHorizons,
): readonly FirstVisitReturn[] {
  const byMonth = new Map<BusinessMonth, FirstReturn[]>();
  for (const customer of customers) {
    if (customer.firstDay >= end) continue;
    const month = monthOf(customer.firstDay);
    const cohort = byMonth.get(month) ?? [];
    cohort.push(customer);
    byMonth.set(month, cohort);
  }
  return [...byMonth]
    .sort(([a], [b]) => a - b)
    .map(([month, cohort]) => ({
      month,
      newcomers: cohort.length,
      returned: horizons.map((days) =>
        addDays(monthRange(month).to, days) <= end
          ? rateOf(cohort.filter((customer) => isBackWithin(customer, days)).length, cohort.length)
          : null,
      ),
    }));
}

/**
 * Repeat within so many days over the whole history (metrics.md §2): only customers whose first visit lies at least
 * that many days before the last day looked at count. `end` is the day after it.
 */
export function repeatWithin(customers: Iterable<FirstReturn>, end: BusinessDay, days: number): Rate {
  const mature = [...customers].filter(({ firstDay }) => firstDay + days < end);
  return rateOf(mature.filter((customer) => isBackWithin(customer, days)).length, mature.length);
}

function isBackWithin({ firstDay, secondDay }: FirstReturn, days: number): boolean {
  return secondDay !== null && secondDay - firstDay <= days;
}
