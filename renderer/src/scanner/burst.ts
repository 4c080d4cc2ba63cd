import { type ScannedKey, scanCandidates } from '#shared/domain/card-code/scan-candidates.ts';

/** A key that types one character, with the moment it was pressed (`KeyboardEvent.timeStamp`, ms). */
export interface PressedKey extends ScannedKey {
  readonly time: number;
}

/** Keys that followed each other faster than a person types, and how many of them were already let through. */
export interface Burst {
  readonly keys: readonly PressedKey[];
  readonly released: number;
}

export const noBurst: Burst = { keys: [], released: 0 };

/** Longest pause between two keys of a scan, ms. */
export const longestGap = 35;
/** The same for a burst that starts with the prefix set up in a slow or wireless scanner, ms. */
export const longestGapAfterPrefix = 250;
/** Fewer characters are never a card. */
export const shortestCode = 6;

/** Whether a key pressed at `time` belongs to the burst; with a prefix at its start the pauses may be longer. */
export const continuesBurst = (burst: Burst, time: number, prefix: string): boolean => {
  const last = burst.keys.at(-1);
  if (last === undefined) return false;
  return time - last.time <= (startsWith(burst, prefix) ? longestGapAfterPrefix : longestGap);
};

const startsWith = (burst: Burst, prefix: string): boolean =>
  prefix !== '' && textOf(burst).startsWith(prefix);

const textOf = (burst: Burst): string => burst.keys.map(({ key }) => key).join('');

/** Whether the key types a digit, or would on a US keyboard, for which scanners are made. */
export const isDigit = ({ key, code }: ScannedKey): boolean =>
  /^[0-9]$/.test(key) || /^(?:Digit|Numpad)[0-9]$/.test(code);

/**
 * The card codes a burst ended by Enter or Tab can mean, likeliest first; empty when it is ordinary typing:
 * too short, without any digit (a name typed by a text expander), with a space (a phone number pasted in by
 * one) or with characters no code contains.
 */
export const codesOfBurst = (burst: Burst, prefix: string): readonly string[] => {
  const keys = startsWith(burst, prefix) ? burst.keys.slice([...prefix].length) : burst.keys;
  if (keys.length < shortestCode || !keys.some(isDigit) || keys.some(({ key }) => key === ' ')) return [];
  return scanCandidates(keys.map(({ key, code }) => ({ key, code })));
};
