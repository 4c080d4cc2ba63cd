import { type RawBuilder, sql } from 'kysely';
import { allPrefixes } from './name-index.ts';

/** What was typed to find people in a list. */
export interface PeopleSearch {
  /** Folded words that must each begin a word of the name. */
  readonly tokens: readonly string[];
  /** Reversed digits the phone ends in. */
  readonly phoneTails: readonly string[];
}

/** Conditions on `customers AS c`, all of which must hold; none for an empty search. */
export function searchConditions({ tokens, phoneTails }: PeopleSearch): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  if (tokens.length > 0) {
    conditions.push(
      sql`c.id IN (SELECT rowid FROM customer_names WHERE customer_names MATCH ${allPrefixes(tokens)})`,
    );
  }
  if (phoneTails.length > 0) {
    const ranges = phoneTails.map(
      (tail) => sql`(c.phone_reversed >= ${tail} AND c.phone_reversed < ${`${tail}\uffff`})`,
    );
    conditions.push(sql`(${sql.join(ranges, sql` OR `)})`);
  }
  return conditions;
}
