import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValueFigures } from '#shared/contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';

type Top = NonNullable<ValueFigures['period']['pareto']>;

/** What the best fifth brings: a share, of few people the money itself; and the money of all the money. */
export const useTopWords = () => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return useMemo(() => {
    const money = ({ share, total }: Top): string => format.money(Math.round(share * total));
    return {
      topWords: (top: Top, digits = 1): string =>
        top.fewPeople ? money(top) : format.percent(top.share, digits),
      topOf: (top: Top): string => t('retention.of', { part: money(top), whole: format.money(top.total) }),
    };
  }, [format, t]);
};
