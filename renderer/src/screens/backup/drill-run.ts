import { useSyncExternalStore } from 'react';
import { client } from '../../api/client.ts';
import { orpc, queryClient } from '../../api/queries.ts';
import { createRunStore } from './run-store.ts';

/** The trial restore started in this window; its result stands in the overview. */
export type DrillRun =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly percent: number }
  | { readonly kind: 'stopped' }
  | { readonly kind: 'failed'; readonly error: unknown };

const idle: DrillRun = { kind: 'idle' };
const store = createRunStore<DrillRun>(idle);
let running: AbortController | null = null;

/** Proves that the newest copy restores; goes on while other screens are open. */
export const startDrill = async (): Promise<void> => {
  if (running !== null) return;
  const abort = new AbortController();
  running = abort;
  store.set({ kind: 'running', percent: 0 });
  try {
    const events = await client.backups.drill(undefined, { signal: abort.signal });
    for await (const event of events) {
      if (event.kind === 'progress') store.set({ kind: 'running', percent: event.percent });
    }
    store.set(abort.signal.aborted ? { kind: 'stopped' } : idle);
  } catch (error) {
    store.set(abort.signal.aborted ? { kind: 'stopped' } : { kind: 'failed', error });
  } finally {
    running = null;
    await queryClient.invalidateQueries({ queryKey: orpc.backups.key() });
  }
};

/** Stops the trial restore under way; the shop is not touched by it. */
export const stopDrill = (): void => running?.abort();

/** The trial restore of this window as it is now. */
export const useDrillRun = (): DrillRun => useSyncExternalStore(store.subscribe, store.get);
