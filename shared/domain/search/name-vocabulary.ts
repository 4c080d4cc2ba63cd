import { beginsWithinOneEdit, damerauWithinOne } from './edit-distance.ts';
import { foldTokens } from './fold.ts';

/** Fewer letters than this are not looked for inside words, nor forgiven a typo. */
export const fewestInnerLetters = 3;
/** From so many letters on, the beginning of a longer word may hold the typo; fewer would begin half of all words. */
const fewestTypoBeginning = 4;

/** Words that something typed may stand for. */
export interface WordGroup {
  readonly words: readonly string[];
  /** How many names have one of them; one that has two of them counts twice. */
  readonly names: number;
}

const noWords: WordGroup = { words: [], names: 0 };

/** What follows from the words and is made anew when they have changed. */
interface Lookup {
  /** Names that have one of the words before each place. */
  readonly namesBefore: Float64Array;
  /** All words, each between two line ends: one search over it finds inner parts. */
  readonly text: string;
}

/**
 * The different words of all customer names with the number of people who have them, kept in memory: small (a few
 * thousand words for fifty thousand people), and what typos and inner parts are looked up in.
 */
export class NameVocabulary {
  /** In the order of their characters, so that the words that begin alike stand together. */
  readonly #words: string[];
  /** How many names have the word at that place. */
  readonly #counts: number[];
  #names: number;
  #lookup: Lookup | null = null;

  /**
   * @param words folded words, each once, and how many names have them; quickest in order
   * @param names how many names there are
   */
  constructor(words: readonly (readonly [word: string, names: number])[], names: number) {
    const isInOrder = words.every(([word], place) => place === 0 || (words[place - 1]?.[0] ?? '') < word);
    const sorted = isInOrder ? words : [...words].sort(([a], [b]) => (a < b ? -1 : 1));
    this.#words = sorted.map(([word]) => word);
    this.#counts = sorted.map(([, count]) => count);
    this.#names = names;
  }

  get size(): number {
    return this.#words.length;
  }

  /** How many names there are. */
  get names(): number {
    return this.#names;
  }

  /** Adds the words of a new or changed name. */
  add(name: string): void {
    for (const word of foldTokens(name)) {
      const place = this.#placeOf(word);
      if (this.#words[place] === word) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
      else {
        this.#words.splice(place, 0, word);
        this.#counts.splice(place, 0, 1);
      }
    }
    this.#names += 1;
    this.#lookup = null;
  }

  /** The place of the first word that is not before `text`. */
  #placeOf(text: string): number {
    let [low, high] = [0, this.#words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #countOf(word: string): number {
    return this.#counts[this.#placeOf(word)] ?? 0;
  }

  #ready(): Lookup {
    if (this.#lookup) return this.#lookup;
    const namesBefore = new Float64Array(this.#words.length + 1);
    for (let place = 0; place < this.#words.length; place += 1) {
      namesBefore[place + 1] = (namesBefore[place] ?? 0) + (this.#counts[place] ?? 0);
    }
    this.#lookup = { namesBefore, text: `\n${this.#words.join('\n')}\n` };
    return this.#lookup;
  }

  /** How many names have a word that begins so; one that has two of them counts twice. */
  countPrefix(prefix: string): number {
    const { namesBefore } = this.#ready();
    const from = namesBefore[this.#placeOf(prefix)] ?? 0;
    return (namesBefore[this.#placeOf(`${prefix}\uffff`)] ?? 0) - from;
  }

  /** Words with the letters anywhere inside. */
  containing(part: string): WordGroup {
    if (part.length < fewestInnerLetters) return noWords;
    const { text } = this.#ready();
    const words: string[] = [];
    for (let at = text.indexOf(part); at !== -1; ) {
      const end = text.indexOf('\n', at);
      words.push(text.slice(text.lastIndexOf('\n', at) + 1, end));
      at = text.indexOf(part, end);
    }
    return this.#group(words);
  }

  /** Words within one edit of what was typed, or, from four letters on, beginning with something within one edit of it. */
  similar(typed: string): WordGroup {
    if (typed.length < fewestInnerLetters) return noWords;
    const isSimilar = typed.length < fewestTypoBeginning ? damerauWithinOne : beginsWithinOneEdit;
    return this.#group(this.#words.filter((word) => isSimilar(word, typed)));
  }

  #group(words: readonly string[]): WordGroup {
    return { words, names: words.reduce((sum, word) => sum + this.#countOf(word), 0) };
  }

  /** Several groups as one that has no more than the `most` most frequent of their words. */
  together(groups: readonly WordGroup[], most: number): WordGroup {
    const words = [...new Set(groups.flatMap((group) => group.words))];
    if (words.length <= most) return this.#group(words);
    return this.#group(words.sort((a, b) => this.#countOf(b) - this.#countOf(a)).slice(0, most));
  }
}
