const storageKey = 'regulars.scanner-prefix';

/** Characters the scanner at this computer sends before every code; empty (the usual case) for none. */
export const readScannerPrefix = (): string => globalThis.localStorage.getItem(storageKey) ?? '';

/** Stores the prefix of this computer's scanner, at most 4 characters; in force when the window opens again. */
export const writeScannerPrefix = (prefix: string): void => {
  if (prefix === '') globalThis.localStorage.removeItem(storageKey);
  else globalThis.localStorage.setItem(storageKey, [...prefix].slice(0, 4).join(''));
};
