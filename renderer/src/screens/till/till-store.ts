import { reduceTill } from './reduce-till.ts';
import type { TillAction, TillState } from './till-state.ts';

/**
 * Holds the state of the till. Outside of React, so that a key handler always sees what the key before it
 * did, however fast they come.
 */
export interface TillStore {
  readonly get: () => TillState;
  readonly dispatch: (action: TillAction) => void;
  /** Calls `listener` after every change; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store that starts with `initial`. */
export const createTillStore = (initial: TillState): TillStore => {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    dispatch: (action) => {
      const next = reduceTill(state, action);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
