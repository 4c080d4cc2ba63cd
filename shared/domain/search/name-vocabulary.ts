import { damerauWithinOne } from './edit-distance.ts';
import { foldTokens } from './fold.ts';

/** Fewer letters than this are not looked for inside words, nor forgiven a typo. */
export const fewestInnerLetters = 3;
export const fewestTypoLetters = 4;

/**
 * The different words of all customer names with the number of people who have them, kept in memory: small (a few
 * thousand words for fifty thousand people), and what typos and inner parts are looked up in.
 */
export class NameVocabulary {
  readonly #counts = new Map<string, number>();

  /** @param words folded words and how many names have them */
  constructor(words: Iterable<readonly [word: string, names: number]>) {
    for (const [word, names] of words) this.#counts.set(word, names);
  }

  get size(): number {
    return this.#counts.size;
  }

  /** Adds the words of a new or changed name (folded). */
  add(foldedName: string): void {
    for (const word of foldTokens(foldedName)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  /** How many names may have a word that begins so; stops counting at `enough`. */
  countPrefix(prefix: string, enough: number): number {
    let count = 0;
    for (const [word, names] of this.#counts) {
      if (word.startsWith(prefix)) count += names;
      if (count >= enough) break;
    }
    return count;
  }

  /** Words with the letters anywhere inside. */
  containing(part: string, limit: number): readonly string[] {
    return part.length < fewestInnerLetters ? [] : this.#collect((word) => word.includes(part), limit);
  }

  /** Words within one edit of what was typed, or beginning with something within one edit of it. */
  similar(typed: string, limit: number): readonly string[] {
    if (typed.length < fewestTypoLetters) return [];
    return this.#collect((word) => isSimilar(word, typed), limit);
  }

  #collect(matches: (word: string) => boolean, limit: number): readonly string[] {
    const found: string[] = [];
    for (const word of this.#counts.keys()) {
      if (!matches(word)) continue;
      found.push(word);
      if (found.length === limit) break;
    }
    return found;
  }
}

function isSimilar(word: string, typed: string): boolean {
  if (damerauWithinOne(word, typed)) return true;
  // While still typing: the word's beginning of the same length, one shorter or one longer.
  if (word.length <= typed.length) return false;
  return [0, -1, 1].some((change) => damerauWithinOne(word.slice(0, typed.length + change), typed));
}
