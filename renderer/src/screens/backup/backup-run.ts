import { useSyncExternalStore } from 'react';
import type { BackupStage, MadeBackup } from '#shared/contract/backups.ts';
import { client } from '../../api/client.ts';
import { orpc, queryClient } from '../../api/queries.ts';
import { createRunStore } from './run-store.ts';

/** The place as it was chosen: its words stay right when the stick is gone. */
export interface ChosenPlace {
  readonly id: string;
  readonly kind: 'stick' | 'folder';
  readonly label: string;
}

/** The backup started in this window, from the button to its end. */
export type BackupRun =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly place: ChosenPlace;
      readonly stage: BackupStage | null;
      readonly percent: number;
    }
  | {
      readonly kind: 'done';
      readonly place: ChosenPlace;
      readonly backup: MadeBackup;
      readonly safeToRemove: boolean;
    }
  | { readonly kind: 'stopped'; readonly place: ChosenPlace }
  | { readonly kind: 'failed'; readonly place: ChosenPlace; readonly error: unknown };

const idle: BackupRun = { kind: 'idle' };
const store = createRunStore<BackupRun>(idle);
let running: AbortController | null = null;

/**
 * Makes a backup on a place and follows it. It goes on while other screens are open, because people are served
 * meanwhile; a second call while one runs does nothing.
 */
export const startBackup = async (place: ChosenPlace): Promise<void> => {
  if (running !== null) return;
  const abort = new AbortController();
  running = abort;
  store.set({ kind: 'running', place, stage: null, percent: 0 });
  try {
    const events = await client.backups.run({ placeId: place.id }, { signal: abort.signal });
    for await (const event of events) {
      if (event.kind === 'done') {
        store.set({ kind: 'done', place, backup: event.backup, safeToRemove: event.safeToRemove });
      } else {
        store.set({ kind: 'running', place, stage: event.stage, percent: event.percent });
      }
    }
    if (store.get().kind === 'running') store.set({ kind: 'stopped', place });
  } catch (error) {
    store.set(abort.signal.aborted ? { kind: 'stopped', place } : { kind: 'failed', place, error });
  } finally {
    running = null;
    await queryClient.invalidateQueries({ queryKey: orpc.backups.key() });
  }
};

/** Stops the backup under way; nothing of it stays on the stick. */
export const stopBackup = (): void => running?.abort();

/** Takes the result off the screen. */
export const dismissBackup = (): void => {
  if (running === null) store.set(idle);
};

/** The backup of this window as it is now. */
export const useBackupRun = (): BackupRun => useSyncExternalStore(store.subscribe, store.get);
