import { parseDay } from '#shared/domain/business-day/business-day.ts';
import type { Format } from '../../i18n/use-format.ts';

/** Words that a date may be told in. */
export interface DayNames {
  readonly today: string;
  readonly yesterday: string;
}

/** Whole days from one day to another, both `YYYY-MM-DD`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (parseDay(to) ?? 0) - (parseDay(from) ?? 0);

/** Further back than this a date without its year could be taken for this year's. */
const longestWithoutYear = 300;

/**
 * A day as people say it: "Today 8:47" (with the time, when it is known), "Yesterday", "Sat 31 Oct", and with
 * the year when it is long ago.
 */
export const dayWords = (
  day: string,
  at: number | null,
  today: string,
  format: Format,
  names: DayNames,
): string => {
  const ago = daysBetween(day, today);
  if (ago === 0) return at === null ? names.today : `${names.today}\u00a0${format.time(at)}`;
  if (ago === 1) return names.yesterday;
  return ago > longestWithoutYear || ago < 0 ? format.date(day) : format.dayShort(day);
};
