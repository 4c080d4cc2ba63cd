import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValueFigures } from '#shared/contract/reports.ts';
import { useFormat } from '../../i18n/use-format.ts';
import type { FigureTable } from './figure-table.ts';
import { useRateWords } from './use-rate-words.ts';
import { useTopWords } from './use-top-words.ts';

/** The value of customers in figures, each with what it is counted from. */
export const useValueTable = (): ((
  figures: ValueFigures,
  points: { readonly figure: string; readonly sum: string } | null,
) => FigureTable) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const { topWords, topOf } = useTopWords();
  return useCallback(
    ({ averageSpend, period, soFar, sales, rewards }, points) => {
      const none = t('retention.noData');
      const money = (minor: number | null): string =>
        minor === null ? none : format.money(Math.round(minor));
      const range = (interval: { low: number; high: number } | null): string =>
        interval === null ? '' : t('figures.range', { low: money(interval.low), high: money(interval.high) });
      const people = (count: number) => t('names.count', { count, n: format.number(count) });
      const top = (spread: ValueFigures['period'], label: string): string[] => [
        label,
        spread.pareto === null ? none : topWords(spread.pareto),
        spread.pareto === null
          ? ''
          : t('figures.value.topOf', { money: topOf(spread.pareto), people: people(spread.pareto.k) }),
      ];
      return {
        head: ['', t('figures.value.figure'), t('figures.value.from')],
        rows: [
          [
            t('spend.average'),
            money(averageSpend.mean),
            [
              t('spend.perCheckIn', { count: averageSpend.n, n: format.number(averageSpend.n) }),
              range(averageSpend.interval),
            ]
              .filter(Boolean)
              .join(', '),
          ],
          [
            t('figures.value.soFar'),
            money(soFar.spend.mean.mean),
            [people(soFar.spend.customers), range(soFar.spend.mean.interval)].filter(Boolean).join(', '),
          ],
          top(period, t('figures.value.topPeriod')),
          top(soFar, t('figures.value.topSoFar')),
          [
            t('figures.value.memberSales'),
            money(sales.member),
            sales.identifiedMoney === null
              ? ''
              : t('figures.value.ofAllSales', { share: format.percent(sales.identifiedMoney) }),
          ],
          [t('figures.value.anonymousSales'), money(sales.anonymous), ''],
          [t('base.checkIns'), words(sales.identified).figure, words(sales.identified).basis],
          [
            t('figures.value.rewards'),
            money(rewards.cost),
            rewards.share === null
              ? none
              : t('figures.value.ofSales', { share: format.percent(rewards.share) }),
          ],
          ...(points === null ? [] : [[t('figures.value.pointsOwed'), points.figure, points.sum]]),
        ],
      };
    },
    [format, t, words, topWords, topOf],
  );
};
