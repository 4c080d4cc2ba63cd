import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** Parts of a cell that say something, behind each other. */
export const joined = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(', ');

/** "likely 3.2 to 3.8" in the words of a number; nothing where there is no range. */
export const useRange = (): ((
  interval: { readonly low: number; readonly high: number } | null,
  words: (value: number) => string,
) => string) => {
  const { t } = useTranslation('month');
  return useCallback(
    (interval, words) =>
      interval === null ? '' : t('figures.range', { low: words(interval.low), high: words(interval.high) }),
    [t],
  );
};
