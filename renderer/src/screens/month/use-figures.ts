import { keepPreviousData, skipToken, useQueries, useQuery } from '@tanstack/react-query';
import type { RetentionFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { formatPeriod, type Period, periodDays, type Span, stepPeriod } from './period.ts';

/** A long history takes the worker a moment; the answer is good until somebody checks in. */
const freshFor = 30_000;

const figuresOf = (period: Period, window: number) =>
  orpc.reports.retention.queryOptions({ input: { ...periodDays(period), window }, staleTime: freshFor });

/** The figures of a period; the previous ones stay while the new ones are counted. */
export const useFigures = (period: Period, window: number) =>
  useQuery({ ...figuresOf(period, window), placeholderData: keepPreviousData });

export interface PastFigures {
  readonly period: Period;
  /** Undefined while they are counted. */
  readonly figures: RetentionFigures | undefined;
}

/** How many periods the history shows. */
const historyLength = 6;

/**
 * The figures of up to six finished periods, oldest first, that end with `period` or, while it runs, before it. Asked for only when the
 * screen's own figures are there (`ready`), so that those come first.
 */
export const usePastFigures = (
  period: Period,
  window: number,
  span: Span,
  ready: boolean,
): readonly PastFigures[] => {
  const first = span.firstDay;
  const last = periodDays(period).to <= span.today ? period : stepPeriod(period, -1);
  const periods = Array.from({ length: historyLength }, (_, index) =>
    stepPeriod(last, index - historyLength + 1),
  ).filter((past) => first !== null && periodDays(past).to > first && periodDays(past).to <= span.today);
  const answers = useQueries({
    queries: periods.map((past) => ({ ...figuresOf(past, window), enabled: ready })),
  });
  return periods.map((past, index) => ({ period: past, figures: answers[index]?.data }));
};

/** One page of the people behind a figure. */
export const namesOptions = (
  period: Period,
  window: number,
  group: Parameters<typeof orpc.reports.retentionNames.call>[0]['group'] | null,
  offset: number,
  limit: number,
) =>
  orpc.reports.retentionNames.queryOptions({
    input: group === null ? skipToken : { ...periodDays(period), window, group, offset, limit },
    staleTime: freshFor,
  });

/** Tells lists of names apart. */
export const namesKey = (period: Period, window: number, group: string): string =>
  `${formatPeriod(period)} ${window} ${group}`;
