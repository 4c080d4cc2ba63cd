import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { orpc } from '../../api/queries.ts';
import { newRequestId } from '../../api/request-id.ts';
import type { TillStore } from './till-store.ts';

/** Opens the customer another screen sent here (`/till?customer=ID`), once. */
export const useLinkedCustomer = (store: TillStore): void => {
  const { customer } = useSearch({ from: '/till' });
  const navigate = useNavigate();
  const cache = useQueryClient();
  useEffect(() => {
    if (customer === undefined) return;
    const open = async (): Promise<void> => {
      const options = orpc.till.customerCard.queryOptions({ input: { customerId: customer } });
      try {
        const { name } = await cache.fetchQuery(options);
        store.dispatch({ type: 'open', person: { customerId: customer, name }, newId: newRequestId() });
      } catch (failure) {
        store.dispatch({ type: 'callFailed', failure });
      }
    };
    void open();
    void navigate({ to: '/till', search: {}, replace: true });
  }, [customer, store, navigate, cache]);
};
