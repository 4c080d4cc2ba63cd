import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import { dayWords } from './when-words.ts';

/** The shop's business day at this moment, `YYYY-MM-DD`. */
export const useToday = (): string => useFormat().dayAt(Date.now());

/** {@link dayWords} in the shop's language, seen from today. */
export const useDayWords = (): ((day: string, at: number | null) => string) => {
  const { t } = useTranslation('common');
  const format = useFormat();
  const today = useToday();
  return useCallback(
    (day: string, at: number | null) =>
      dayWords(day, at, today, format, { today: t('today'), yesterday: t('yesterday') }),
    [format, t, today],
  );
};
