import { useCallback, useState } from 'react';
import { roomKey } from '../../shell/training-room.ts';

/** What is begun in the training is kept apart: its people are not the shop's. */
const storageKey = (name: string): string => roomKey(`draft.${name}`);

const read = <T>(name: string): T | null => {
  const stored = globalThis.sessionStorage.getItem(storageKey(name));
  if (stored === null) return null;
  try {
    return JSON.parse(stored) as T;
  } catch {
    return null;
  }
};

/** Whether something under this name was left unsaved. */
export const hasDraft = (name: string): boolean =>
  globalThis.sessionStorage.getItem(storageKey(name)) !== null;

/** Throws away what was left unsaved under a name. */
export const forgetDraft = (name: string): void => globalThis.sessionStorage.removeItem(storageKey(name));

/**
 * State of a form that survives leaving the screen: kept in this window's session storage until it is saved
 * or thrown away. Returns the value, a setter, and a function that forgets the draft.
 */
export const useDraft = <T>(
  name: string,
  initial: T,
): readonly [value: T, set: (value: T) => void, forget: () => void, isDraft: boolean] => {
  const [draft, setDraft] = useState<T | null>(() => read<T>(name));
  const set = useCallback(
    (value: T) => {
      globalThis.sessionStorage.setItem(storageKey(name), JSON.stringify(value));
      setDraft(value);
    },
    [name],
  );
  const forget = useCallback(() => {
    forgetDraft(name);
    setDraft(null);
  }, [name]);
  return [draft ?? initial, set, forget, draft !== null];
};
