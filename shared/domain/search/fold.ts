/**
 * Letters that Unicode does not decompose into a base letter and a mark, or whose decomposition does not help somebody
 * who types without them. ς is the σ at the end of a Greek word: the beginning of a word must still find it. The last
 * line are letters in an older shape, which the index of SQLite takes for the usual one.
 */
const plainLetters: Readonly<Record<string, string>> = {
  ı: 'i',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ł: 'l',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ς: 'σ',
  ...{ ſ: 's', µ: 'μ', ϐ: 'β', ϑ: 'θ', ϕ: 'φ', ϖ: 'π', ϰ: 'κ', ϱ: 'ρ', ϵ: 'ε' },
};

/**
 * The vowel and tone signs of New Tai Lue and two Vedic signs were marks until Unicode 8 and are marks to the index of
 * SQLite still, which would cut a word at them: they go as all marks go.
 */
const formerMarks = '\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3';
const marks = new RegExp(`[\\p{M}${formerMarks}]+`, 'gu');
const isMark = new RegExp(`[\\p{M}${formerMarks}]`, 'u');
const specialLetters = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'g');
/** Apostrophes in the shapes keyboards and imports produce them: "O'Neill", "D’Angelo", "Oʻzbek", "Ta`" are one word. */
const apostrophes = /['`´‘’‚‛ʹʻʼʽʾʿˈ′‵＇]+/g;
const separators = /[^\p{L}\p{N}]+/gu;
const alreadyPlain = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/**
 * The form in which names are stored for searching and in which queries are compared: lower case without accents
 * ("Yıldırım" and "YILDIRIM" become "yildirim"), apostrophes dropped, other punctuation and hyphens turned into single
 * spaces, no space at the ends. Folding a folded text changes nothing.
 */
export function fold(text: string): string {
  if (alreadyPlain.test(text)) return text;
  return foldLetters(text).replace(apostrophes, '').replace(separators, ' ').trim();
}

function foldLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(marks, '')
    .toLowerCase()
    .replace(specialLetters, (letter) => plainLetters[letter] ?? letter);
}

/** The words of a text in their folded form. */
export function foldTokens(text: string): readonly string[] {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
}

/** A stretch of the original text, in UTF-16 indices, end exclusive. */
export type TextRange = { readonly start: number; readonly end: number };

/** A folded text that remembers which stretch of the original each of its characters came from. */
type TracedFold = { readonly folded: string; readonly origins: readonly TextRange[] };

function traceFold(text: string): TracedFold {
  let folded = '';
  const origins: TextRange[] = [];
  let position = 0;
  let separated = false;
  for (const symbol of text) {
    const start = position;
    const end = start + symbol.length;
    position = end;
    const letters = foldLetters(symbol).replace(apostrophes, '');
    const kept = letters.replace(separators, '');
    if (kept === '') {
      const previous = origins.at(-1);
      // A mark that stands alone belongs to the letter before it; an apostrophe belongs to nobody.
      if (letters !== '') separated = true;
      else if (previous !== undefined && isMark.test(symbol))
        origins[origins.length - 1] = { ...previous, end };
      continue;
    }
    if (separated && folded !== '') {
      folded += ' ';
      origins.push({ start, end: start });
    }
    separated = false;
    folded += kept;
    for (let index = 0; index < kept.length; index += 1) origins.push({ start, end });
  }
  return { folded, origins };
}

/**
 * Where a query hits a name, for underlining, in indices of the original name. The whole query counts before its single
 * words, the beginning of a word before the middle of one. Null when nothing matches letter by letter (a typo, a phone
 * number, a card code).
 */
export function highlightRange(name: string, query: string): TextRange | null {
  const wanted = fold(query);
  if (wanted === '') return null;
  const { folded, origins } = traceFold(name);
  for (const part of new Set([wanted, ...wanted.split(' ')])) {
    const at = findIn(folded, part);
    const first = origins[at];
    const last = origins[at + part.length - 1];
    if (first !== undefined && last !== undefined) return { start: first.start, end: last.end };
  }
  return null;
}

function findIn(folded: string, part: string): number {
  const atWordStart = ` ${folded}`.indexOf(` ${part}`);
  return atWordStart === -1 ? folded.indexOf(part) : atWordStart;
}
