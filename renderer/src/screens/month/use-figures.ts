import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RetentionFigures } from '#shared/contract/reports.ts';
import { orpc } from '../../api/queries.ts';
import { type ActivityWindow, figureOf, type NamesOf } from './month-view.ts';
import { formatPeriod, type Period, periodDays, type Span, stepPeriod } from './period.ts';

/** A long history takes the worker a moment; the answer is good until somebody checks in. */
export const freshFor = 30_000;

const figuresOf = (period: Period, window: ActivityWindow) =>
  orpc.reports.retention.queryOptions({ input: { ...periodDays(period), window }, staleTime: freshFor });

/** The figures of a period; the previous ones stay while the new ones are counted. */
export const useFigures = (period: Period, window: ActivityWindow) =>
  useQuery({ ...figuresOf(period, window), placeholderData: keepPreviousData });

/** The figures of the period before, asked for when the screen's own are there (`ready`); undefined until then. */
export const useFiguresBefore = (
  period: Period,
  window: ActivityWindow,
  span: Span,
  ready: boolean,
): RetentionFigures | undefined => {
  const before = stepPeriod(period, -1);
  const hasVisits = span.firstDay !== null && periodDays(before).to > span.firstDay;
  return useQuery({ ...figuresOf(before, window), enabled: ready && hasVisits }).data;
};

/** One page of the people behind a figure. */
export const namesOptions = (
  period: Period,
  window: ActivityWindow,
  names: NamesOf,
  offset: number,
  limit: number,
) => {
  return orpc.reports.names.queryOptions({
    input: { ...periodDays(period), window, figure: figureOf(names), offset, limit },
    staleTime: freshFor,
  });
};

/** Tells lists of names apart. */
export const namesKey = (period: Period, window: ActivityWindow, names: NamesOf): string =>
  `${formatPeriod(period)} ${window} ${JSON.stringify(names)}`;
