import type { TFunction } from 'i18next';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import type { Format } from '../../i18n/use-format.ts';

/** Whole days from the day of one moment to the day of another, as the clock on the wall counts them. */
export const daysSince = (at: number, now: number, format: Format): number =>
  (parseDay(format.dayAt(now)) ?? 0) - (parseDay(format.dayAt(at)) ?? 0);

/** Further back than this a date without its year could be taken for this year's. */
const longestWithoutYear = 300;

const dayName = (at: number, ago: number, format: Format): string => {
  const day = format.dayAt(at);
  return ago > 0 && ago <= longestWithoutYear ? format.dayShort(day) : format.date(day);
};

/** A moment as it is spoken of: "today at 18:04", "yesterday at 18:04", "Sat 31 Oct at 18:04". */
export const momentWords = (at: number, now: number, format: Format, t: TFunction<'safety'>): string => {
  const ago = daysSince(at, now, format);
  const time = format.time(at);
  if (ago === 0) return t('when.today', { time });
  if (ago === 1) return t('when.yesterday', { time });
  return t('when.day', { day: dayName(at, ago, format), time });
};

/** The day of a moment as it is spoken of: "today", "yesterday", "Sat 31 Oct". */
export const dayWords = (at: number, now: number, format: Format, t: TFunction<'safety'>): string => {
  const ago = daysSince(at, now, format);
  if (ago === 0) return t('when.todayAlone');
  if (ago === 1) return t('when.yesterdayAlone');
  return dayName(at, ago, format);
};
