import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';

const daysOfMonth = 30.44;

/** A long time as it may honestly be said: about so many weeks, months or years. */
export const useSpanWords = (): ((days: number) => string) => {
  const { t } = useTranslation('experiments');
  const format = useFormat();
  return useCallback(
    (days: number) => {
      if (days < 60) return t('weeks', { n: format.number(Math.max(2, Math.round(days / 7))) });
      const months = Math.round(days / daysOfMonth);
      if (months <= 24) return t('months', { n: format.number(months) });
      return t('years', { n: format.number(Math.round(months / 12)) });
    },
    [format, t],
  );
};
