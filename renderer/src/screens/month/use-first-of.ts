import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';

/** "The first 50 of 62." for a table that ends before its list does. */
export const useFirstOf = (): ((shown: number, total: number) => string | undefined) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return useCallback(
    (shown, total) =>
      shown < total ? t('figures.firstOf', { n: format.number(shown), of: format.number(total) }) : undefined,
    [format, t],
  );
};
