import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { Period } from './period.ts';

/** A period's name: "October 2023", "Quarter 4, 2023". */
export const usePeriodName = (): ((period: Period) => string) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return useCallback(
    ({ kind, first }: Period) =>
      kind === 'month'
        ? format.month(first)
        : t('quarter', { quarter: Math.floor((first % 12) / 3) + 1, year: Math.floor(first / 12) }),
    [format, t],
  );
};
