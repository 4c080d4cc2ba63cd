import { type BusinessDay, type BusinessMonth, monthOf } from '../business-day/business-day.ts';

/** Running sums of one customer; `visits` counts days, `checkIns` counts receipts. */
export interface VisitStats {
  readonly firstDay: BusinessDay | null;
  readonly lastDay: BusinessDay | null;
  /** Epoch ms of the newest check-in. */
  readonly lastAt: number | null;
  readonly visits: number;
  readonly checkIns: number;
  /** Minor units. */
  readonly spend: number;
  /** Check-ins whose amount is known. */
  readonly amountCheckIns: number;
}

export const noVisits: VisitStats = {
  firstDay: null,
  lastDay: null,
  lastAt: null,
  visits: 0,
  checkIns: 0,
  spend: 0,
  amountCheckIns: 0,
};

/** What a visit adds to the row of its customer and month. */
export interface MonthPart {
  readonly month: BusinessMonth;
  /** Days added. */
  readonly visits: number;
  readonly spend: number;
  /** Months since the month of the first visit. */
  readonly age: number;
  /** The active month before this one. */
  readonly prev: BusinessMonth | null;
}

export interface NewVisit {
  readonly day: BusinessDay;
  readonly at: number;
  readonly amount: number | null;
}

/**
 * The sums after a visit that is not older than the customer's last day.
 * @returns null for a back-dated visit: then the customer's rows are made anew from all days
 */
export function advance(
  stats: VisitStats,
  visit: NewVisit,
): { readonly stats: VisitStats; readonly part: MonthPart } | null {
  const { lastDay } = stats;
  if (lastDay !== null && visit.day < lastDay) return null;
  const firstDay = stats.firstDay ?? visit.day;
  const newDay = lastDay === visit.day ? 0 : 1;
  const month = monthOf(visit.day);
  const lastMonth = lastDay === null ? null : monthOf(lastDay);
  const spend = visit.amount ?? 0;
  return {
    stats: {
      firstDay,
      lastDay: visit.day,
      lastAt: Math.max(stats.lastAt ?? visit.at, visit.at),
      visits: stats.visits + newDay,
      checkIns: stats.checkIns + 1,
      spend: stats.spend + spend,
      amountCheckIns: stats.amountCheckIns + (visit.amount === null ? 0 : 1),
    },
    part: {
      month,
      visits: newDay,
      spend,
      age: month - monthOf(firstDay),
      // Inside one month the row exists already and keeps its `prev`.
      prev: lastMonth !== null && lastMonth < month ? lastMonth : null,
    },
  };
}

/** One day on which a customer came, undone check-ins left out. */
export interface VisitDay {
  readonly day: BusinessDay;
  readonly checkIns: number;
  readonly amount: number | null;
  /** Check-ins of that day with a known amount. */
  readonly known: number;
}

/** Sums and month rows of a customer made anew from all days, oldest first. `advance` over the same visits gives the same. */
export function summarise(
  days: readonly VisitDay[],
  lastAt: number | null,
): { readonly stats: VisitStats; readonly months: readonly MonthPart[] } {
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return { stats: noVisits, months: [] };
  const firstMonth = monthOf(first.day);
  const months: { -readonly [K in keyof MonthPart]: MonthPart[K] }[] = [];
  const sums = { checkIns: 0, spend: 0, known: 0 };
  for (const day of days) {
    const month = monthOf(day.day);
    const amount = day.amount ?? 0;
    sums.checkIns += day.checkIns;
    sums.spend += amount;
    sums.known += day.known;
    const row = months.at(-1);
    if (row?.month === month) {
      row.visits += 1;
      row.spend += amount;
    } else {
      months.push({ month, visits: 1, spend: amount, age: month - firstMonth, prev: row?.month ?? null });
    }
  }
  return {
    stats: {
      firstDay: first.day,
      lastDay: last.day,
      lastAt,
      visits: days.length,
      checkIns: sums.checkIns,
      spend: sums.spend,
      amountCheckIns: sums.known,
    },
    months,
  };
}
