import { useQuery, useQueryClient } from '@tanstack/react-query';
import { orpc } from '../../api/queries.ts';
import { entryOfParked, type Parked } from './parked-entry.ts';
import { useTillStore } from './till-context.tsx';

/** Check-ins that were set aside, newest first. */
export const useParked = (): readonly Parked[] =>
  useQuery(orpc.till.parked.queryOptions()).data?.parked ?? [];

/** Goes on with a check-in that was set aside, with everything that was entered for it. */
export const useResume = (): ((parked: Parked) => Promise<void>) => {
  const store = useTillStore();
  const cache = useQueryClient();
  return async (parked) => {
    const { customerId, customerName } = parked;
    try {
      const { items } = await cache.fetchQuery(orpc.items.list.queryOptions());
      const card =
        customerId === null
          ? null
          : await cache.fetchQuery(orpc.till.customerCard.queryOptions({ input: { customerId } }));
      const person = customerId === null ? null : { customerId, name: card?.name ?? customerName ?? '' };
      store.dispatch({ type: 'resume', person, entry: entryOfParked(parked, card, items) });
    } catch (failure) {
      store.dispatch({ type: 'callFailed', failure });
    }
  };
};
