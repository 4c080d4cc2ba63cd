import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { lastDayOf, type Period } from './period.ts';

/** A period's name: "October 2023", "Quarter 4, 2023", "2023", "5 October to 20 November 2023". */
export const usePeriodName = (): ((period: Period) => string) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return useCallback(
    (period: Period) => {
      if (period.kind === 'range') {
        return t('range', { from: format.date(period.from), until: format.date(lastDayOf(period)) });
      }
      const { kind, first } = period;
      const year = Math.floor(first / 12);
      if (kind === 'month') return format.month(first);
      return kind === 'year'
        ? String(year)
        : t('quarter', { quarter: Math.floor((first % 12) / 3) + 1, year });
    },
    [format, t],
  );
};

/** A name short enough for an axis. */
export const useShortPeriodName = (): ((period: Period) => string) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return useCallback(
    (period: Period) => {
      if (period.kind === 'range') return format.dayOfMonth(period.from);
      const { kind, first } = period;
      if (kind === 'month') return format.monthName(first);
      const year = Math.floor(first / 12);
      return kind === 'year'
        ? String(year)
        : t('quarterShort', { quarter: Math.floor((first % 12) / 3) + 1, year: String(year).slice(-2) });
    },
    [format, t],
  );
};
