import { useQuery } from '@tanstack/react-query';
import type { ClosedContent, MonthClose, MonthFigure } from '#shared/contract/month-close.ts';
import { orpc } from '../../api/queries.ts';

/** What the report of a month shows: the frozen figures of a close, or today's of an open month. */
export interface Report {
  readonly figures: readonly MonthFigure[];
  /** The month is not over yet. */
  readonly unfinished: boolean;
  readonly close: (MonthClose & { readonly content: ClosedContent | null }) | null;
}

/**
 * The report of a month; with a number that of a close, whether it is in force or not. While `number` is undefined
 * nobody knows yet which of the two it is, and nothing is asked.
 */
export const useReport = (month: string, number: number | null | undefined) => {
  const frozen = useQuery({
    ...orpc.monthClose.get.queryOptions({ input: { number: number ?? 1 } }),
    enabled: typeof number === 'number',
  });
  const today = useQuery({
    ...orpc.monthClose.figures.queryOptions({ input: { month } }),
    enabled: number === null,
  });
  const report: Report | null =
    number === null
      ? today.data === undefined
        ? null
        : { figures: today.data.figures, unfinished: today.data.unfinished, close: null }
      : frozen.data === undefined
        ? null
        : { figures: frozen.data.content?.figures ?? [], unfinished: false, close: frozen.data };
  const asked = number === null ? today : frozen;
  return { report, error: asked.error, retry: () => void asked.refetch() };
};
