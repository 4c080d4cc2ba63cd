import { wordlist } from '@scure/bip39/wordlists/english.js';

/** Bits of a guess: below `fair` a patient thief with the stick gets in. */
export const passphraseBits = { fair: 45, strong: 60 } as const;

/** Shortest passphrase that is taken at all. */
export const shortestPassphrase = 8;

/** Words of a suggested passphrase: 11 bits each, 66 together. */
export const suggestedWords = 6;

const words = new Set(wordlist);
const wordBits = Math.log2(wordlist.length);

/** What everybody tries first. */
const common =
  /^(password|passwort|salasana|salainen|letmein|welcome|tervetuloa|qwerty|asdf|iloveyou|admin|kahvila|coffee|regulars|secret)/i;

export type PassphraseStrength = 'tooShort' | 'weak' | 'fair' | 'strong';

/** Characters among which somebody guesses who knows only what kinds occur. */
function alphabetOf(text: string): number {
  const kinds: readonly (readonly [RegExp, number])[] = [
    [/[a-z]/, 26],
    [/[A-Z]/, 26],
    [/\d/, 10],
    [/[ -/:-@[-`{-~]/, 33],
    [/[^ -~]/, 40],
  ];
  return kinds.reduce((sum, [kind, size]) => sum + (kind.test(text) ? size : 0), 0);
}

/** How many characters tell something new: not the third of a run (aaa, 123, cba) or one of a repeated block. */
function tellingLength(text: string): number {
  const codes = [...text.toLowerCase()].map((one) => one.codePointAt(0) ?? 0);
  const repeated = /^(.+?)\1+$/u.exec(text)?.[1];
  if (repeated !== undefined && repeated.length < text.length) return tellingLength(repeated) + 1;
  return codes.filter((code, index) => {
    const [before, beforeThat] = [codes[index - 1], codes[index - 2]];
    if (before === undefined || beforeThat === undefined) return true;
    const step = code - before;
    return Math.abs(step) > 1 || before - beforeThat !== step;
  }).length;
}

/**
 * About how many bits a guesser has to try, on the careful side: words of the suggested list count 11 bits each and other
 * words as many as their letters, at most 14; without spaces, characters count by how many kinds there are.
 */
export function guessBits(passphrase: string): number {
  const text = passphrase.trim();
  if (text === '') return 0;
  const said = text.toLowerCase().split(/[\s\-_.,]+/);
  const parts = [...new Set(said)].filter((part) => part !== '');
  const spoken = said.length > 1 && parts.every((part) => /^\p{L}+$/u.test(part));
  const byWords = parts.reduce(
    (sum, part) => sum + (words.has(part) ? wordBits : Math.min(14, tellingLength(part) * 2)),
    0,
  );
  const perCharacter = Math.log2(Math.max(2, alphabetOf(text)));
  const byCharacters = tellingLength(text) * perCharacter * 0.75;
  const bits = spoken ? Math.min(byWords, byCharacters) : byCharacters;
  return !spoken && common.test(text) ? Math.min(bits, 20 + Math.max(0, bits - 40)) : bits;
}

/** How good a passphrase is, for the hint beside the field. */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  if ([...passphrase.trim()].length < shortestPassphrase) return 'tooShort';
  const bits = guessBits(passphrase);
  if (bits < passphraseBits.fair) return 'weak';
  return bits < passphraseBits.strong ? 'fair' : 'strong';
}

/**
 * Six words to be kept on paper.
 * @param pick a random integer from 0 to below its argument, from a source nobody can foresee
 */
export function suggestedPassphrase(pick: (below: number) => number): string {
  return Array.from({ length: suggestedWords }, () => wordlist[pick(wordlist.length)] ?? '').join(' ');
}
