import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SplitFigures } from '#shared/contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { FigureTable } from './figure-table.ts';
import { useRateWords } from './use-rate-words.ts';

type Shares = SplitFigures['total'];

/** Retention of groups, this period and the one before, each with what it is counted from. */
export const useSplitTable = (): ((
  head: string,
  groups: readonly (Shares & { readonly name: string })[],
  total: Shares,
) => FigureTable) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  return useCallback(
    (head, groups, total) => {
      const changed = ({ change }: Shares): string => {
        if (change.kind === 'none') return '';
        if (change.kind === 'unclear') return t('figures.unclear');
        const sign = change.kind === 'up' ? '+' : '\u2212';
        return sign + t('figures.points', { n: format.number(Math.abs(change.difference) * 100, 1) });
      };
      const basis = t('figures.trend.basis');
      return {
        head: [
          head,
          t('figures.splits.now'),
          basis,
          t('figures.splits.before'),
          basis,
          t('figures.splits.change'),
        ],
        rows: [...groups, { ...total, name: t('figures.splits.total') }].map((one) => [
          one.name,
          words(one.now).figure,
          words(one.now).basis,
          words(one.before).figure,
          words(one.before).basis,
          changed(one),
        ]),
      };
    },
    [format, t, words],
  );
};
