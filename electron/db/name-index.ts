import { type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { ReadDb } from './connection.ts';
import { type ParamRef, queryBuilder, statement } from './statement.ts';

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

/** One thing a name must have: one of these whole words, or a word that begins so. */
export type NamePart = (
  | { readonly kind: 'words'; readonly words: readonly string[] }
  | { readonly kind: 'beginning'; readonly token: string }
) & {
  /** How many names have it, about. */
  readonly names: number;
};

const partTerm = (part: NamePart): string =>
  part.kind === 'words' ? `(${part.words.map(wordTerm).join(' OR ')})` : prefixTerm(part.token);

/** Every part must be in the name; the rarest leads, so that the others are only asked about its names. */
export const allParts = (parts: readonly NamePart[]): string =>
  [...parts]
    .sort((a, b) => a.names - b.names)
    .map(partTerm)
    .join(' AND ');

const columns = sql`c.id AS id, c.name AS name, c.name_folded AS folded, c.phone AS phone, s.last_day AS "lastDay", s.last_at AS "lastAt"`;

// The order is settled on ids and moments alone; only the few that are shown are read in full.
const inOrder = (matches: RawBuilder<unknown>) => sql`
  SELECT ${columns} FROM (${matches}) AS found
  CROSS JOIN customers AS c ON c.id = found.id CROSS JOIN customer_stats AS s ON s.customer_id = found.id
  ORDER BY found.at DESC, found.id DESC`;

const matching = statement<{ expression: string; limit: number }>()((_, p) =>
  compilable<NameHit>(
    inOrder(sql`
      SELECT n.rowid AS id, t.last_at AS at FROM customer_names AS n
      CROSS JOIN customer_stats AS t ON t.customer_id = n.rowid
      WHERE customer_names MATCH ${p('expression')} ORDER BY t.last_at DESC, n.rowid DESC LIMIT ${p('limit')}`),
  ),
);

/** Customers whose names match an FTS5 expression, last visited first. SQLite only: the index is FTS5. */
export function matchNames(db: ReadDb, expression: string, limit: number): Promise<NameHit[]> {
  return db.all(matching, { expression, limit });
}

type Tests = { readonly first: string; readonly second: string; readonly third: string };

const passing = <P extends Tests>(p: ParamRef<P>) =>
  sql.join(
    [p('first'), p('second'), p('third')].map((text) => sql`instr(' ' || c.name_folded, ${text}) > 0`),
    sql` AND `,
  );

/** So many texts a name can be tested for at once. */
export const mostTests = 3;

/** Every text contains the empty one. */
const testsOf = ([first = '', second = '', third = '']: readonly string[]): Tests => ({
  first,
  second,
  third,
});

const matchingTested = statement<Tests & { expression: string; limit: number }>()((_, p) =>
  compilable<NameHit>(
    inOrder(sql`
      SELECT n.rowid AS id, t.last_at AS at FROM customer_names AS n
      CROSS JOIN customers AS c ON c.id = n.rowid CROSS JOIN customer_stats AS t ON t.customer_id = n.rowid
      WHERE customer_names MATCH ${p('expression')} AND ${passing(p)}
      ORDER BY t.last_at DESC, n.rowid DESC LIMIT ${p('limit')}`),
  ),
);

/**
 * The same for names that also pass tests: quicker than an expression of hundreds of words.
 * @param tests up to `mostTests` texts the folded name, with a space before it, must contain
 */
export function matchTestedNames(
  db: ReadDb,
  expression: string,
  tests: readonly string[],
  limit: number,
): Promise<NameHit[]> {
  return db.all(matchingTested, { ...testsOf(tests), expression, limit });
}

const walking = statement<Tests & { people: number; limit: number }>()((_, p) =>
  compilable<NameHit>(sql`
    SELECT ${columns} FROM (
      SELECT customer_id FROM customer_stats ORDER BY last_at DESC, customer_id DESC LIMIT ${p('people')}
    ) AS walk
    CROSS JOIN customers AS c ON c.id = walk.customer_id
    CROSS JOIN customer_stats AS s ON s.customer_id = walk.customer_id
    WHERE ${passing(p)} LIMIT ${p('limit')}`),
);

/**
 * Walks the people from the last visitor backwards until enough are found: for what is so common that putting all its
 * matches in order would cost more.
 * @param tests as in `matchTestedNames`
 * @param people how many are walked past at most
 */
export function walkRecent(
  db: ReadDb,
  tests: readonly string[],
  people: number,
  limit: number,
): Promise<NameHit[]> {
  return db.all(walking, { ...testsOf(tests), people, limit });
}

const wordsOfNames = statement<Record<never, never>>()(() =>
  compilable<{ term: string; doc: number }>(sql`SELECT term, doc FROM customer_words`),
);

/** All different words of all names with the number of customers that have them. */
export function nameWords(db: ReadDb): Promise<{ term: string; doc: number }[]> {
  return db.all(wordsOfNames, {});
}

const customerCount = statement<Record<never, never>>()((db) =>
  db.selectFrom('customer_stats').select((eb) => eb.fn.countAll<number>().as('n')),
);

/** How many names there are. */
export async function countNames(db: ReadDb): Promise<number> {
  return Number((await db.one(customerCount, {}))?.n ?? 0);
}

export interface TailHit extends NameHit {
  readonly tailOf: 'phone' | 'card';
  readonly card: string | null;
}

/** Fewer digits than this are no beginning of a card: all cards of one till begin alike. */
const fewestCardDigits = 8;

/**
 * Customers whose phone or active card ends in digits, or whose card begins with them: ranges on indexes. The phone of
 * a merged entry finds the one kept.
 * @param tails.phone reversed digits, in the forms a phone may have been typed
 * @param tails.card digits as typed
 */
export function matchTails(
  db: ReadDb,
  tails: { readonly phone: readonly string[]; readonly card: string },
  limit: number,
): Promise<TailHit[]> {
  const phones = tails.phone.map(
    (tail) => sql`(m.phone_reversed >= ${tail} AND m.phone_reversed < ${afterPrefix(tail)})`,
  );
  const reversed = [...tails.card].reverse().join('');
  const ending = sql`k.code_reversed >= ${reversed} AND k.code_reversed < ${afterPrefix(reversed)}`;
  const beginning = sql`k.code >= ${tails.card} AND k.code < ${afterPrefix(tails.card)}`;
  const parts = [
    sql`SELECT ${columns}, 'phone' AS "tailOf", NULL AS card FROM customers AS m
      JOIN customers AS c ON c.id = COALESCE(m.merged_into_id, m.id) JOIN customer_stats AS s ON s.customer_id = c.id WHERE ${sql.join(phones, sql` OR `)}`,
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
