import {
  addDays,
  formatDay,
  monthOf,
  monthRange,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import { addMonths } from '#shared/domain/loyalty/expiry.ts';

/** First day of the last so many months, `YYYY-MM-DD`; null when its month is replayed whole. */
export const replayedSince = (today: string, months: number): string | null => {
  const day = parseDay(today);
  if (day === null) return null;
  const first = addDays(addMonths(day, -months), 1);
  return first === monthRange(monthOf(first)).from ? null : formatDay(first);
};
