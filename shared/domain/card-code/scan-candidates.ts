import { hasValidCheckDigit, isOwnCardCode, normaliseCardCode } from './card-code.ts';

/** One keystroke of a scanner burst: the browser's `KeyboardEvent.key` and `KeyboardEvent.code`. */
export type ScannedKey = { readonly key: string; readonly code: string };

/**
 * The card codes a scanner burst can mean, likeliest first, without the Enter that ends it.
 *
 * A scanner is a keyboard that types for one layout, usually US, into a computer set to another: on a Hungarian computer
 * a scanned 0 arrives as the letter ö, on a German one Y as Z. So the burst is read twice, by the characters that
 * arrived and by the physical keys as a US keyboard would label them. A reading with a valid check digit comes first;
 * empty when neither reading is a code.
 */
export function scanCandidates(keys: readonly ScannedKey[]): readonly string[] {
  const readings = [keys.map(characterOf).join(''), keys.map(usCharacterOf).join('')];
  const codes = new Set<string>();
  for (const reading of readings) {
    const code = normaliseCardCode(reading);
    if (code !== null) codes.add(code);
  }
  return [...codes].sort((a, b) => trustIn(b) - trustIn(a));
}

function trustIn(code: string): number {
  if (isOwnCardCode(code)) return 2;
  return hasValidCheckDigit(code) ? 1 : 0;
}

/** Stands for a key that no code contains, so that the reading is rejected as a whole rather than shortened. */
const foreign = '\u0000';

function isModifier({ key }: ScannedKey): boolean {
  return /^(Shift|Control|Alt|AltGraph|CapsLock|NumLock|Meta)$/.test(key);
}

function characterOf(pressed: ScannedKey): string {
  if (isModifier(pressed)) return '';
  return [...pressed.key].length === 1 ? pressed.key : foreign;
}

function usCharacterOf(pressed: ScannedKey): string {
  if (isModifier(pressed)) return '';
  const match = /^(?:Digit|Numpad|Key)([0-9A-Z])$/.exec(pressed.code);
  if (match?.[1] !== undefined) return match[1];
  return pressed.code === 'Minus' || pressed.code === 'NumpadSubtract' || pressed.code === 'Space'
    ? '-'
    : foreign;
}
