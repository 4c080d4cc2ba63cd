import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoalMetric } from '#shared/contract/goals.ts';
import type { TrendPoint } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { Asked } from './asked.tsx';
import chartClasses from './chart.module.css';
import { FigureCard } from './figure-card.tsx';
import monthClasses from './month.module.css';
import type { ActivityWindow } from './month-view.ts';
import { type Period, periodDays, periodOf } from './period.ts';
import { type TrendMetric, trendDot, trendMetrics } from './trend-points.ts';
import { freshFor } from './use-figures.ts';
import { usePeriodName, useShortPeriodName } from './use-period-name.ts';
import { joined, useRange } from './use-range.ts';
import { useRateWords } from './use-rate-words.ts';

// The charts' library is loaded when the first chart is shown.
const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.tsx')).TrendChart }));

/** How many periods the trend goes back. */
const periods = 24;

/** The goals are for months; how many people are active has none. */
const goalOf: Readonly<Partial<Record<TrendMetric, GoalMetric>>> = {
  retention: 'retention',
  frequency: 'frequency',
  spend: 'averageSpend',
};

/** A point of the trend as a period of the kind looked at. */
const periodAt = (shown: Period, { from, to }: TrendPoint): Period =>
  shown.kind === 'range' ? { kind: 'range', from, to } : periodOf(shown.kind, from);

/** Retention, active people, visits each and average spend over the last two years' periods. */
export const TrendCard = ({
  period,
  window,
  firstDay,
  onPeriod,
}: {
  period: Period;
  window: ActivityWindow;
  firstDay: string;
  /** Shows one of the periods, with the names behind its figures. */
  onPeriod: (period: Period) => void;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const words = useRateWords();
  const nameOf = usePeriodName();
  const goals = useQuery(orpc.goals.list.queryOptions());
  const [metric, setMetric] = useState<TrendMetric>('retention');
  const input = { ...periodDays(period), window, periods };
  const answer = useQuery(orpc.reports.trend.queryOptions({ input, staleTime: freshFor }));
  const axisWords = (value: number): string => {
    if (metric === 'retention') return format.percent(value, 0);
    return metric === 'spend'
      ? format.money(Math.round(value))
      : format.number(value, Number.isInteger(value) ? 0 : 1);
  };
  const wanted = goals.data?.goals.find((each) => each.metric === goalOf[metric])?.goal?.target;
  const goal = period.kind === 'month' && wanted !== undefined ? wanted : null;
  // Before the record begins there is nothing to tell.
  const points = answer.data?.points.filter(({ to }) => to > firstDay);
  const likely = useRange();
  const table = points && {
    open: {
      label: (row: number) => {
        const point = points[row];
        return point === undefined
          ? ''
          : t('figures.trend.open', { period: nameOf(periodAt(period, point)) });
      },
      go: (row: number) => {
        const point = points[row];
        if (point !== undefined) onPeriod(periodAt(period, point));
      },
    },
    head: [
      t('period.label'),
      t('retention.title'),
      t('figures.trend.basis'),
      t('retention.textbook'),
      t('figures.trend.metric.active'),
      t('figures.trend.metric.frequency'),
      t('figures.trend.metric.spend'),
    ],
    rows: points.map((point) => {
      const rate = words(point.retention);
      const isKnown = !point.unfinished && !point.recordTooShort;
      return [
        nameOf(periodAt(period, point)),
        isKnown ? rate.figure : t(point.unfinished ? 'soFar.tag' : 'figures.trend.tooShort'),
        isKnown ? rate.basis : '',
        isKnown && point.textbook !== null && point.retention.say === 'percent'
          ? format.percent(point.textbook)
          : '',
        format.number(point.E),
        point.frequency.mean === null
          ? t('retention.noData')
          : joined(
              format.number(point.frequency.mean, 2),
              likely(point.frequency.interval, (n) => format.number(n, 2)),
            ),
        point.averageSpend === null
          ? t('retention.noData')
          : joined(
              format.money(Math.round(point.averageSpend)),
              t('spend.perCheckIn', {
                count: point.amountCheckIns,
                n: format.number(point.amountCheckIns),
              }),
            ),
      ];
    }),
  };
  return (
    <FigureCard
      wide
      title={t('figures.trend.title', {
        count: points?.length ?? 0,
        n: format.number(points?.length ?? periods),
      })}
      define={t('figures.define.trend')}
      aside={goal === null ? undefined : t('figures.trend.goal', { goal: axisWords(goal) })}
      table={table}
    >
      <SegmentedControl
        className={`${chartClasses.choice} no-print`}
        aria-label={t('figures.trend.choose')}
        value={metric}
        onChange={(value) => setMetric(trendMetrics.find((each) => each === value) ?? 'retention')}
        data={trendMetrics.map((each) => ({ value: each, label: t(`figures.trend.metric.${each}`) }))}
      />
      <Asked answer={answer} queryKey={orpc.reports.trend.key()}>
        {() => (
          <Drawn points={points ?? []} period={period} metric={metric} goal={goal} axisWords={axisWords} />
        )}
      </Asked>
    </FigureCard>
  );
};

const Drawn = ({
  points,
  period,
  metric,
  goal,
  axisWords,
}: {
  points: readonly TrendPoint[];
  period: Period;
  metric: TrendMetric;
  goal: number | null;
  axisWords: (value: number) => string;
}) => {
  const { t } = useTranslation('month');
  const format = useFormat();
  const nameOf = useShortPeriodName();
  const short = (value: number): string => {
    if (metric === 'retention') return format.number(value * 100);
    if (metric === 'spend') return format.number(value / 100, value < 10_000 ? 1 : 0);
    return format.number(value, metric === 'frequency' ? 1 : 0);
  };
  const dots = points.map((point) => {
    const dot = trendDot(point, metric);
    return {
      ...dot,
      name: nameOf(periodAt(period, point)),
      label: dot.value === null ? '' : short(dot.value),
    };
  });
  if (dots.every(({ value }) => value === null)) {
    return <p className={monthClasses.quiet}>{t('figures.trend.none')}</p>;
  }
  return (
    <Suspense fallback={<div className={chartClasses.chart} aria-busy />}>
      <TrendChart dots={dots} axisWords={axisWords} goal={goal} />
    </Suspense>
  );
};
