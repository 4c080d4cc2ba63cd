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
  readonly #counts = new Map<string, number>();
  /** In the order of their characters, so that the words that begin alike stand together. */
  readonly #sorted: string[];
  #names: number;
  #lookup: Lookup | null = null;

  /**
   * @param words folded words and how many names have them
   * @param names how many names there are
   */
  constructor(words: Iterable<readonly [word: string, names: number]>, names: number) {
    for (const [word, count] of words) this.#counts.set(word, count);
    this.#sorted = [...this.#counts.keys()].sort();
    this.#names = names;
  }

  get size(): number {
    return this.#counts.size;
  }

  /** How many names there are. */
  get names(): number {
    return this.#names;
  }

  /** Adds the words of a new or changed name. */
  add(name: string): void {
    for (const word of foldTokens(name)) {
      const known = this.#counts.get(word);
      if (known === undefined) this.#sorted.splice(this.#placeOf(word), 0, word);
      this.#counts.set(word, (known ?? 0) + 1);
    }
    this.#names += 1;
    this.#lookup = null;
  }

  /** The place of the first word that is not before `text`. */
  #placeOf(text: string): number {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? '') < text) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #ready(): Lookup {
    if (this.#lookup) return this.#lookup;
    const namesBefore = new Float64Array(this.#sorted.length + 1);
    for (const [place, word] of this.#sorted.entries()) {
      namesBefore[place + 1] = (namesBefore[place] ?? 0) + (this.#counts.get(word) ?? 0);
    }
    this.#lookup = { namesBefore, text: `\n${this.#sorted.join('\n')}\n` };
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
    return this.#group(this.#sorted.filter((word) => isSimilar(word, typed)));
  }

  #group(words: readonly string[]): WordGroup {
    return { words, names: words.reduce((sum, word) => sum + (this.#counts.get(word) ?? 0), 0) };
  }

  /** Several groups as one that has no more than the `most` most frequent of their words. */
  together(groups: readonly WordGroup[], most: number): WordGroup {
    const words = [...new Set(groups.flatMap((group) => group.words))];
    if (words.length <= most) return this.#group(words);
    const count = (word: string) => this.#counts.get(word) ?? 0;
    return this.#group(words.sort((a, b) => count(b) - count(a)).slice(0, most));
  }
}
