import { useIsFetching, useQueryClient } from '@tanstack/react-query';
import { orpc } from '../../api/queries.ts';

/**
 * How many of the reports that the screen asks for are there: they are counted one after another, so a card that is not
 * there yet waits for those before it.
 */
export const useReportsCounted = (): { readonly done: number; readonly total: number } => {
  const queryKey = orpc.reports.key();
  // Looked at again whenever one begins or ends.
  useIsFetching({ queryKey });
  const asked = useQueryClient().getQueryCache().findAll({ queryKey, type: 'active' });
  return { done: asked.filter(({ state }) => state.data !== undefined).length, total: asked.length };
};
