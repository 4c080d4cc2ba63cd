import { useSyncExternalStore } from 'react';
import { toFailure } from './failure-sentence.ts';
import { orpc, queryClient } from './queries.ts';

let lost = false;
const listeners = new Set<() => void>();

const set = (value: boolean): void => {
  if (value === lost) return;
  lost = value;
  for (const listener of listeners) listener();
};

const failed = (error: unknown): void => set(toFailure(error).code === 'noAnswer');

queryClient.getQueryCache().subscribe((event) => {
  if (event.type !== 'updated') return;
  // What a screen puts into the cache itself is no answer.
  if (event.action.type === 'success' && event.action.manual !== true) set(false);
  if (event.action.type === 'error') failed(event.action.error);
});
queryClient.getMutationCache().subscribe((event) => {
  if (event.type !== 'updated') return;
  if (event.action.type === 'success') set(false);
  if (event.action.type === 'error') failed(event.action.error);
});

/** Asks whether the program answers again, and if so asks anew for everything on the screen. */
export const retryConnection = async (): Promise<void> => {
  try {
    await queryClient.fetchQuery({ ...orpc.system.state.queryOptions(), retry: false });
    await queryClient.invalidateQueries();
  } catch {
    set(true);
  }
};

/** True after a call found nobody answering, until a call is answered again. */
export const useConnectionLost = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => lost,
  );
