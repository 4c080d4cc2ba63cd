import { createContext, type ReactNode, useCallback, useContext, useSyncExternalStore } from 'react';
import { newRequestId } from '../../api/request-id.ts';
import type { Person } from './till-panels.ts';
import type { TillState } from './till-state.ts';
import type { TillStore } from './till-store.ts';

const TillContext = createContext<TillStore | null>(null);

/** Gives the parts of the till its state. */
export const TillProvider = ({ store, children }: { store: TillStore; children: ReactNode }) => (
  <TillContext value={store}>{children}</TillContext>
);

/** The store of the till; only inside of {@link TillProvider}. */
export const useTillStore = (): TillStore => {
  const store = useContext(TillContext);
  if (store === null) throw new Error('useTillStore outside of TillProvider');
  return store;
};

/** The state of the till as it is now. */
export const useTillState = (): TillState => {
  const { subscribe, get } = useTillStore();
  return useSyncExternalStore(subscribe, get);
};

/** Prices kept for the customer who is open; the same list until it changes. */
export const useHeldPrices = (): TillState['entry']['held'] => {
  const { subscribe, get } = useTillStore();
  return useSyncExternalStore(subscribe, () => get().entry.held);
};

/** Opens a person, or gives them what the panel is about. */
export const useChoosePerson = (): ((person: Person) => void) => {
  const { dispatch } = useTillStore();
  return useCallback(
    ({ customerId, name }) =>
      dispatch({ type: 'choose', person: { customerId, name }, newId: newRequestId() }),
    [dispatch],
  );
};
