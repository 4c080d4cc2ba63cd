import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { ReadDb } from './connection.ts';
import { queryBuilder } from './statement.ts';

/** What the search needs to show and rank a customer. */
export interface NameHit {
  readonly id: number;
  readonly name: string;
  readonly folded: string;
  readonly phone: string | null;
  readonly lastDay: number | null;
  readonly lastAt: number | null;
}

/** A token as an FTS5 prefix query; quotes inside are doubled by the rules of FTS5 strings. */
const prefixTerm = (token: string): string => `"${token.replaceAll('"', '""')}"*`;
const wordTerm = (word: string): string => `"${word.replaceAll('"', '""')}"`;

/** Every token must begin a word of the name. */
export const allPrefixes = (tokens: readonly string[]): string => tokens.map(prefixTerm).join(' AND ');

/** Each group is a choice of whole words; one of each group must be in the name. */
export const anyWords = (groups: readonly (readonly string[])[]): string =>
  groups.map((words) => `(${words.map(wordTerm).join(' OR ')})`).join(' AND ');

const columns = sql`c.id AS id, c.name AS name, c.name_folded AS folded, c.phone AS phone, s.last_day AS "lastDay", s.last_at AS "lastAt"`;

/** Customers whose names match an FTS5 expression, last visited first. SQLite only: the index is FTS5. */
export function matchNames(db: ReadDb, expression: string, limit: number): Promise<NameHit[]> {
  return db.query(() =>
    compilable<NameHit>(sql`
      SELECT ${columns} FROM customer_names AS n
      JOIN customers AS c ON c.id = n.rowid JOIN customer_stats AS s ON s.customer_id = c.id
      WHERE customer_names MATCH ${expression} ORDER BY s.last_at DESC, c.id LIMIT ${limit}`),
  );
}

/**
 * The same for prefixes so common that sorting their matches would cost more than walking the people from the
 * last visitor backwards until enough are found.
 */
export function walkRecent(db: ReadDb, tokens: readonly string[], limit: number): Promise<NameHit[]> {
  const tests = tokens.map(
    (token) => sql`(' ' || c.name_folded) LIKE ${`% ${likeText(token)}%`} ESCAPE '\\'`,
  );
  return db.query(() =>
    compilable<NameHit>(sql`
      SELECT ${columns} FROM customer_stats AS s CROSS JOIN customers AS c ON c.id = s.customer_id
      WHERE ${sql.join(tests, sql` AND `)} ORDER BY s.last_at DESC LIMIT ${limit}`),
  );
}

const likeText = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** All different words of all names with the number of customers that have them. */
export function nameWords(db: ReadDb): Promise<{ term: string; doc: number }[]> {
  return db.query(() => compilable<{ term: string; doc: number }>(sql`SELECT term, doc FROM customer_words`));
}

export interface TailHit extends NameHit {
  readonly tailOf: 'phone' | 'card';
  readonly card: string | null;
}

/** Fewer digits than this are no beginning of a card: all cards of one till begin alike. */
const fewestCardDigits = 8;

/**
 * Customers whose phone or active card ends in digits, or whose card begins with them: ranges on indexes.
 * @param tails.phone reversed digits, in the forms a phone may have been typed
 * @param tails.card digits as typed
 */
export function matchTails(
  db: ReadDb,
  tails: { readonly phone: readonly string[]; readonly card: string },
  limit: number,
): Promise<TailHit[]> {
  const phones = tails.phone.map(
    (tail) => sql`(c.phone_reversed >= ${tail} AND c.phone_reversed < ${afterPrefix(tail)})`,
  );
  const reversed = [...tails.card].reverse().join('');
  const ending = sql`k.code_reversed >= ${reversed} AND k.code_reversed < ${afterPrefix(reversed)}`;
  const beginning = sql`k.code >= ${tails.card} AND k.code < ${afterPrefix(tails.card)}`;
  const parts = [
    sql`SELECT ${columns}, 'phone' AS "tailOf", NULL AS card FROM customers AS c
      JOIN customer_stats AS s ON s.customer_id = c.id WHERE ${sql.join(phones, sql` OR `)}`,
    ...[ending, ...(tails.card.length < fewestCardDigits ? [] : [beginning])].map(
      (range) => sql`SELECT ${columns}, 'card' AS "tailOf", k.code AS card FROM cards AS k
        JOIN customers AS c ON c.id = k.customer_id JOIN customer_stats AS s ON s.customer_id = c.id
        WHERE k.state = 'active' AND ${range}`,
    ),
  ];
  return db.query(() =>
    compilable<TailHit>(
      sql`SELECT * FROM (${sql.join(parts, sql` UNION ALL `)}) ORDER BY "lastAt" DESC LIMIT ${limit}`,
    ),
  );
}

/** First text that does not begin with `prefix` any more: the upper end of a range. */
const afterPrefix = (prefix: string): string => `${prefix}\uffff`;

function compilable<R>(raw: RawBuilder<unknown>): { compile(): CompiledQuery<R> } {
  return { compile: () => raw.compile(queryBuilder) as CompiledQuery<R> };
}
