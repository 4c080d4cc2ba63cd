import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { formatTime } from '#shared/i18n/format.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { useShop } from '../../shell/shop-context.tsx';
import { rhythmWords } from './rhythm-words.ts';

const minute = 60_000;
/** Within a week the weekday says it; further back the date does. */
const weekdayReach = 6;

/** Sunday is 0; the first day of the calendar, 1970-01-01, was a Thursday. */
const weekdayOf = (day: string): number => ((((parseDay(day) ?? 0) + 4) % 7) + 7) % 7;

/** Days and rhythms as the till says them. */
export const useTillWords = () => {
  const { t } = useTranslation(['till', 'common']);
  const format = useFormat();
  const { language } = useShop().shop;
  return useMemo(() => {
    const today = (): string => format.dayAt(Date.now());
    const ago = (day: string): number => (parseDay(today()) ?? 0) - (parseDay(day) ?? 0);
    return {
      /** "today", "Sat", "31 Oct": as short as it is clear. */
      shortDay: (day: string): string => {
        const days = ago(day);
        if (days === 0) return t('common:today').toLowerCase();
        if (days > 0 && days <= weekdayReach) return format.dayShort(day).split('\u00a0')[0] ?? day;
        return days < 300 ? format.dayOfMonth(day) : format.date(day);
      },
      /** "Sat 31 Oct, 9:12" or "Today, 8:52". */
      dayAndTime: (day: string, at: number): string => {
        const time = format.time(at);
        if (ago(day) === 0) return t('customer.todayAt', { time });
        return t('customer.lastAt', { day: ago(day) < 300 ? format.dayShort(day) : format.date(day), time });
      },
      /** Minutes after midnight as a time of day. */
      minuteOfDay: (minutes: number): string => formatTime(minutes * minute, 'UTC', language),
      /** "Sundays", for "7 of the last 8 Sundays". */
      todaysWeekday: (): string => t(`weekdays.${weekdayOf(today()) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`),
      /** "Sunday", for "Birthday on Sunday". */
      onWeekday: (day: string): string => t(`onWeekday.${weekdayOf(day) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`),
      rhythm: (days: number): string => {
        const words = rhythmWords(days);
        return 'count' in words
          ? t(`rhythm.${words.kind}`, { count: words.count, n: format.number(words.count) })
          : t(`rhythm.${words.kind}`);
      },
      /** "…4417" */
      tail: (digits: string): string => t('search.tail', { tail: digits }),
    };
  }, [t, format, language]);
};
