import { type ClientContext, type ClientLink, ORPCError } from '@orpc/client';
import { useSyncExternalStore } from 'react';

/** A call that waits for the PIN of somebody who may do it alone. */
export interface WaitingCall {
  readonly askId: string;
  readonly by: 'manager' | 'owner';
  /** Sends the call once more, or gives it up. */
  readonly settle: (approved: boolean) => void;
}

let waiting: readonly WaitingCall[] = [];
const listeners = new Set<() => void>();
let lockListener: (() => void) | null = null;

const change = (next: readonly WaitingCall[]): void => {
  waiting = next;
  for (const listener of [...listeners]) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The call that waits for approval longest; null when none does. Whoever uses this must be able to settle it. */
export const useWaitingCall = (): WaitingCall | null =>
  useSyncExternalStore(subscribe, () => waiting[0] ?? null);

/** Gives up every call that waits: the screen is being locked. */
export const giveUpWaiting = (): void => {
  for (const call of waiting) call.settle(false);
};

/** Calls `listener` whenever a call finds the screen locked; returns how to stop. */
export const onLocked = (listener: () => void): (() => void) => {
  lockListener = listener;
  return () => {
    if (lockListener === listener) lockListener = null;
  };
};

const askFor = ({ askId, by }: Pick<WaitingCall, 'askId' | 'by'>): Promise<boolean> =>
  new Promise((resolve) => {
    const call: WaitingCall = {
      askId,
      by,
      settle: (approved) => {
        change(waiting.filter((one) => one !== call));
        resolve(approved);
      },
    };
    change([...waiting, call]);
  });

const asWaiting = (error: ORPCError<string, unknown>): Pick<WaitingCall, 'askId' | 'by'> => {
  const data = error.data as { readonly askId?: unknown; readonly by?: unknown } | undefined;
  return { askId: String(data?.askId ?? ''), by: data?.by === 'owner' ? 'owner' : 'manager' };
};

/**
 * A link that has a refused call approved in place: it waits while somebody is asked for their PIN, and then sends the
 * same call once more, so that no screen has to know that approval exists. Where nobody listens, as before a shop is
 * open, and when it is given up, the failure goes on to the screen.
 */
export const approvingLink = (link: ClientLink<ClientContext>): ClientLink<ClientContext> => ({
  call: async (path, input, options) => {
    try {
      return await link.call(path, input, options);
    } catch (error) {
      if (!(error instanceof ORPCError)) throw error;
      if (error.code === 'Locked') lockListener?.();
      if (error.code !== 'ApprovalNeeded' || listeners.size === 0) throw error;
      if (!(await askFor(asWaiting(error)))) throw error;
      return await link.call(path, input, options);
    }
  },
});
