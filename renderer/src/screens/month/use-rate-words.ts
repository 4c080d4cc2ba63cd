import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.ts';
import type { RateFigures } from './rate-figures.ts';

export interface RateWords {
  /** "54.5 %", "12 of 18" below 20 people, or "No data". */
  readonly figure: string;
  /** "133 of 244", and the range it likely lies in where there is one. */
  readonly basis: string;
}

/** A share as it may be said. */
export const useRateWords = (): ((rate: RateFigures) => RateWords) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  return useCallback(
    ({ successes, n, share, interval, say }: RateFigures) => {
      const counts = t('retention.of', { part: format.number(successes), whole: format.number(n) });
      if (say === 'noData' || share === null) return { figure: t('retention.noData'), basis: '' };
      if (say === 'counts' || interval === null) return { figure: counts, basis: '' };
      const range = t('figures.range', {
        low: format.percent(interval.low, 0),
        high: format.percent(interval.high, 0),
      });
      return { figure: format.percent(share), basis: `${counts}, ${range}` };
    },
    [format, t],
  );
};
