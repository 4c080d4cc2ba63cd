/** Something that runs on while other screens are open. */
export interface RunStore<State> {
  readonly get: () => State;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (state: State) => void;
}

/** Keeps a state outside of any screen, so that leaving the screen does not end what it describes. */
export const createRunStore = <State>(first: State): RunStore<State> => {
  let state = first;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (next) => {
      state = next;
      for (const listener of listeners) listener();
    },
  };
};
