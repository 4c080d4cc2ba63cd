import type { SearchHit } from '#shared/contract/till.ts';
import { businessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import { normaliseCardCode } from '#shared/domain/card-code/card-code.ts';
import { phoneTails } from '#shared/domain/phone/phone.ts';
import { foldTokens } from '#shared/domain/search/fold.ts';
import { NameVocabulary } from '#shared/domain/search/name-vocabulary.ts';
import type { ReadDb } from '../db/connection.ts';
import {
  allPrefixes,
  anyWords,
  matchNames,
  matchTails,
  type NameHit,
  nameWords,
  type TailHit,
  walkRecent,
} from '../db/name-index.ts';
import { customerById, findCard } from '../repositories/customers.ts';
import { customerStats } from '../repositories/summaries.ts';
import { tailOf } from './customer-view.ts';

/** From this many matches on, walking from the last visitor backwards is quicker than sorting them. */
const commonPrefix = 1500;
/** Most words that one typed token may stand for. */
const mostWords = 60;
/** Fewer digits than this are not searched for. */
const fewestDigits = 3;

/** Search over names, phones and cards of one shop; holds the vocabulary of its names. */
export class CustomerSearch {
  readonly #db: ReadDb;
  #vocabulary: Promise<NameVocabulary> | null = null;

  constructor(db: ReadDb) {
    this.#db = db;
  }

  #words(): Promise<NameVocabulary> {
    this.#vocabulary ??= nameWords(this.#db).then(
      (rows) => new NameVocabulary(rows.map(({ term, doc }) => [term, doc] as const)),
    );
    return this.#vocabulary;
  }

  /** Tells the search of a new or changed name (folded); nothing to do before the first search. */
  async learn(foldedName: string): Promise<void> {
    if (this.#vocabulary) (await this.#vocabulary).add(foldedName);
  }

  /** Forgets the vocabulary, after an import. */
  forget(): void {
    this.#vocabulary = null;
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
    const words = await this.#words();
    const hits = new Map<number, SearchHit>();
    const add = (found: readonly NameHit[], match: SearchHit['match']) => {
      for (const row of found)
        if (hits.size < limit && !hits.has(row.id)) hits.set(row.id, nameHit(row, match));
    };
    const rarest = Math.min(...tokens.map((token) => words.countPrefix(token, commonPrefix)));
    if (rarest > 0) {
      add(
        rarest >= commonPrefix
          ? await walkRecent(this.#db, tokens, limit)
          : await matchNames(this.#db, allPrefixes(tokens), limit),
        'name',
      );
    }
    if (hits.size < limit)
      add(await this.#inWords(tokens, (token) => words.containing(token, mostWords), limit), 'infix');
    if (hits.size === 0) {
      const near = (token: string) => {
        const exact = words.containing(token, mostWords);
        return exact.length > 0 ? exact : words.similar(token, mostWords);
      };
      add(await this.#inWords(tokens, near, limit), 'typo');
    }
    return [...hits.values()];
  }

  async #inWords(
    tokens: readonly string[],
    wordsFor: (token: string) => readonly string[],
    limit: number,
  ): Promise<NameHit[]> {
    const groups = tokens.map(wordsFor);
    return groups.some((group) => group.length === 0) ? [] : matchNames(this.#db, anyWords(groups), limit);
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
