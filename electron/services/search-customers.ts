import type { SearchHit } from '#shared/contract/till.ts';
import { businessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import { normaliseCardCode } from '#shared/domain/card-code/card-code.ts';
import { phoneTails } from '#shared/domain/phone/phone.ts';
import { foldTokens } from '#shared/domain/search/fold.ts';
import { NameVocabulary, type WordGroup } from '#shared/domain/search/name-vocabulary.ts';
import type { ReadDb } from '../db/connection.ts';
import {
  allParts,
  allPrefixes,
  countNames,
  matchNames,
  matchTails,
  matchTestedNames,
  mostTests,
  type NameHit,
  type NamePart,
  nameWords,
  type TailHit,
  walkRecent,
} from '../db/name-index.ts';
import { customerById, findCard } from '../repositories/customers.ts';
import { customerStats } from '../repositories/summaries.ts';
import { tailOf } from './customer-view.ts';

/** Most words that one typed token may stand for: the index is asked about each. */
const mostWords = 250;
/** Fewer letters than this are not forgiven a typo when nothing else was typed. */
const fewestTypoLetters = 4;
/** Fewer digits than this are not searched for. */
const fewestDigits = 3;
/** What it costs, in people walked past: to put a match in order, to read and test one, to skip one in the index. */
const costs = { order: 1.5, test: 2, skip: 0.1 };
/** So many people are walked past before the first answer of all. */
const shortWalk = 1000;
/** So many times the expected way is walked before the index is asked after all. */
const patience = 4;

/** The two ways to the last visitors of all who match. */
interface Ways {
  readonly limit: number;
  /** What a walk looks for in the name with a space before it. */
  readonly tests: readonly string[];
  /** Cost of asking the index, in people walked past, when so many match. */
  readonly cost: (expected: number) => number;
  readonly find: () => Promise<NameHit[]>;
}

/** Search over names, phones and cards of one shop; holds the vocabulary of its names. */
export class CustomerSearch {
  readonly #db: ReadDb;
  #vocabulary: Promise<NameVocabulary> | null = null;
  /** The vocabulary once it was read. */
  #known: NameVocabulary | null = null;

  constructor(db: ReadDb) {
    this.#db = db;
  }

  #words(): Promise<NameVocabulary> {
    if (this.#vocabulary) return this.#vocabulary;
    const reading = this.#read();
    this.#vocabulary = reading;
    reading.then(
      (words) => {
        if (this.#vocabulary === reading) this.#known = words;
      },
      () => {
        if (this.#vocabulary === reading) this.#vocabulary = null;
      },
    );
    return reading;
  }

  async #read(): Promise<NameVocabulary> {
    const rows = await nameWords(this.#db);
    const names = await countNames(this.#db);
    return new NameVocabulary(
      rows.map(({ term, doc }) => [term, doc] as const),
      names,
    );
  }

  /** Reads the vocabulary after the answer at hand, which it would delay, and before the next keystroke. */
  #readSoon(): void {
    if (this.#vocabulary) return;
    // A failure is met, and told, by the search that needs the words.
    setImmediate(() => this.#words().catch(() => undefined));
  }

  /** Tells the search of a new or changed name; nothing to do before the first search. */
  async learn(name: string): Promise<void> {
    if (this.#vocabulary) (await this.#vocabulary).add(name);
  }

  /** Forgets the vocabulary, after an import. */
  forget(): void {
    this.#vocabulary = null;
    this.#known = null;
  }

  /**
   * Customers for what was typed: digits from three on are the end (or beginning) of a phone or card, everything
   * else beginnings of name words, then inner parts, then words with one typo; last visited first.
   */
  async search(query: string, limit: number): Promise<SearchHit[]> {
    const digits = query.replace(/[\s+()/.-]/g, '');
    if (/^\d+$/.test(digits)) return digits.length < fewestDigits ? [] : this.#tails(query, digits, limit);
    const tokens = foldTokens(query);
    if (tokens.length === 0) return [];
    const owner = /\d/.test(query) ? await this.#cardOwner(query) : null;
    if (owner) return [owner];
    const hits = new Map<number, SearchHit>();
    const add = (found: readonly NameHit[], match: SearchHit['match']) => {
      for (const row of found)
        if (hits.size < limit && !hits.has(row.id)) hits.set(row.id, nameHit(row, match));
    };
    add(await this.#beginning(this.#known, tokens, limit), 'name');
    if (hits.size === limit) {
      this.#readSoon();
      return [...hits.values()];
    }
    const words = await this.#words();
    add(await this.#inside(words, tokens, limit), 'infix');
    if (hits.size === 0) add(await this.#misspelt(words, tokens, limit), 'typo');
    return [...hits.values()];
  }

  /** Names whose words begin with what was typed. */
  async #beginning(
    words: NameVocabulary | null,
    tokens: readonly string[],
    limit: number,
  ): Promise<NameHit[]> {
    if (!words) return this.#beginningUncounted(tokens, limit);
    const parts: readonly (NamePart | null)[] = tokens.map((token) => beginningOf(words, token));
    if (!hasAll(parts)) return [];
    const rarest = Math.min(...parts.map(({ names }) => names));
    return this.#nearest(words, parts, {
      limit,
      tests: tokens.map((token) => ` ${token}`),
      cost: (expected) => expected * costs.order + rarest * costs.skip,
      find: () => matchNames(this.#db, allParts(parts), limit),
    });
  }

  /** The same while nobody knows how many match: a short walk finds what is common, the index what is rare. */
  async #beginningUncounted(tokens: readonly string[], limit: number): Promise<NameHit[]> {
    const tests = tokens.map((token) => ` ${token}`);
    const found = tests.length > mostTests ? [] : await walkRecent(this.#db, tests, shortWalk, limit);
    return found.length === limit ? found : matchNames(this.#db, allPrefixes(tokens), limit);
  }

  /** Names with what was typed anywhere inside their words. */
  async #inside(words: NameVocabulary, tokens: readonly string[], limit: number): Promise<NameHit[]> {
    const groups = tokens.map((token) => words.containing(token));
    const isNew = groups.some((group, index) =>
      group.words.some((word) => !word.startsWith(tokens[index] ?? '')),
    );
    // Nothing inside a word: the beginnings have found it all.
    if (!isNew) return [];
    const parts: readonly (NamePart | null)[] = tokens.map(
      (token, index) => wordsOf(words, groups[index]) ?? beginningOf(words, token),
    );
    if (!hasAll(parts)) return [];
    const tested = parts
      .map((part, index) => ({
        part,
        test: part.kind === 'words' ? (tokens[index] ?? '') : ` ${part.token}`,
      }))
      .sort((a, b) => a.part.names - b.part.names);
    const [rarest, ...others] = tested;
    if (!rarest) return [];
    const tests = others.map(({ test }) => test);
    return this.#nearest(words, parts, {
      limit,
      tests: tested.map(({ test }) => test),
      cost: () => rarest.part.names * costs.test,
      find: () =>
        tests.length > mostTests
          ? matchNames(this.#db, allParts(parts), limit)
          : matchTestedNames(this.#db, allParts([rarest.part]), tests, limit),
    });
  }

  /**
   * The last visitors of all who match: by walking back from the last visitor where so many are expected to match that
   * this is quicker, else through the index. How many match is guessed as if words were independent.
   */
  async #nearest(words: NameVocabulary, parts: readonly NamePart[], way: Ways): Promise<NameHit[]> {
    const all = words.names;
    const expected = parts.reduce((share, { names }) => share * Math.min(1, names / all), all);
    const walk = (way.limit * all) / expected;
    if (way.tests.length > mostTests || walk > way.cost(expected)) return way.find();
    const people = Math.ceil(walk * patience);
    const found = await walkRecent(this.#db, way.tests, people, way.limit);
    return found.length === way.limit || people >= all ? found : way.find();
  }

  /**
   * Names with words that are one slip away from what was typed: first for the words that nobody has, then for all of
   * them, because a slip may have made another word.
   */
  async #misspelt(words: NameVocabulary, tokens: readonly string[], limit: number): Promise<NameHit[]> {
    if (tokens.length === 1 && (tokens[0]?.length ?? 0) < fewestTypoLetters) return [];
    const exact = tokens.map((token) => beginningOf(words, token) ?? wordsOf(words, words.containing(token)));
    const unknown = tokens.map((token, index) => exact[index] ?? wordsOf(words, words.similar(token)));
    if (!hasAll(exact) && hasAll(unknown)) {
      const found = await matchNames(this.#db, allParts(unknown), limit);
      if (found.length > 0) return found;
    }
    const any = tokens.map(
      (token) => wordsOf(words, words.similar(token), words.containing(token)) ?? beginningOf(words, token),
    );
    return hasAll(any) ? matchNames(this.#db, allParts(any), limit) : [];
  }

  /** A card of another maker may hold letters: it is found by its whole code. */
  async #cardOwner(query: string): Promise<SearchHit | null> {
    const code = normaliseCardCode(query);
    const card = code === null ? undefined : await findCard(this.#db, code);
    const row = card?.state === 'active' ? await customerById(this.#db, card.customer_id) : undefined;
    if (!card || !row) return null;
    const stats = await customerStats(this.#db, row.id);
    return {
      customerId: row.id,
      name: row.name,
      phoneTail: tailOf(row.phone),
      cardTail: tailOf(card.code),
      lastDay: stats?.last_day ? formatDay(stats.last_day) : null,
      match: 'card',
    };
  }

  async #tails(query: string, digits: string, limit: number): Promise<SearchHit[]> {
    const found = await matchTails(this.#db, { phone: phoneTails(query), card: digits }, limit * 3);
    const hits = new Map<number, SearchHit>();
    for (const row of found) if (hits.size < limit && !hits.has(row.id)) hits.set(row.id, tailHit(row));
    return [...hits.values()];
  }
}

/** Words that begin with a token; null when there are none. */
function beginningOf(words: NameVocabulary, token: string): NamePart | null {
  const names = words.countPrefix(token);
  return names === 0 ? null : { kind: 'beginning', token, names };
}

/** The words of some groups; null when there are none. */
function wordsOf(vocabulary: NameVocabulary, ...groups: readonly (WordGroup | undefined)[]): NamePart | null {
  const known = groups.filter((group) => group !== undefined);
  const { words, names } = vocabulary.together(known, mostWords);
  return words.length === 0 ? null : { kind: 'words', words, names };
}

function hasAll(parts: readonly (NamePart | null)[]): parts is readonly NamePart[] {
  return !parts.includes(null);
}

function nameHit(row: NameHit, match: SearchHit['match']): SearchHit {
  return {
    customerId: row.id,
    name: row.name,
    phoneTail: tailOf(row.phone),
    cardTail: null,
    lastDay: row.lastDay === null ? null : formatDay(businessDay(row.lastDay)),
    match,
  };
}

const tailHit = (row: TailHit): SearchHit => ({ ...nameHit(row, row.tailOf), cardTail: tailOf(row.card) });
