import type { Campaign } from '#shared/contract/campaigns.ts';
import {
  addDays,
  type BusinessDay,
  formatDay,
  parseDay,
  weekdayOf,
} from '#shared/domain/business-day/business-day.ts';

/** Weeks shown at a time, and how many of them are over. */
export const weeksShown = 8;
const weeksBefore = 2;
const week = 7;

/** A campaign as a bar: where it begins and how long it is, in shares of the weeks shown. */
export interface CalendarBar {
  readonly campaign: Campaign;
  readonly from: number;
  readonly length: number;
}

export interface CalendarWeeks {
  readonly from: BusinessDay;
  /** Last day shown. */
  readonly to: BusinessDay;
  /** Mondays. */
  readonly weeks: readonly string[];
  readonly bars: readonly CalendarBar[];
  /** Where today stands, as a share; null where it is not shown. */
  readonly today: number | null;
}

/** The campaigns of some weeks, the first to begin on top. @param moved weeks later than now, or earlier when negative */
export function calendarWeeks(
  campaigns: readonly Campaign[],
  today: BusinessDay,
  moved: number,
): CalendarWeeks {
  const monday = addDays(today, 1 - weekdayOf(today));
  const from = addDays(monday, week * (moved - weeksBefore));
  const days = week * weeksShown;
  const to = addDays(from, days - 1);
  const bars = campaigns.flatMap((campaign) => {
    const first = parseDay(campaign.startedDay ?? campaign.fromDay);
    const last = parseDay(campaign.stoppedDay ?? campaign.toDay);
    if (first === null || last === null || last < from || first > to) return [];
    const [begin, end] = [Math.max(first, from), Math.min(last, to)];
    return [{ campaign, from: (begin - from) / days, length: (end - begin + 1) / days }];
  });
  return {
    from,
    to,
    weeks: Array.from({ length: weeksShown }, (_, index) => formatDay(addDays(from, index * week))),
    bars: bars.sort((a, b) => a.from - b.from || a.campaign.campaignId - b.campaign.campaignId),
    today: today < from || today > to ? null : (today - from + 0.5) / days,
  };
}
