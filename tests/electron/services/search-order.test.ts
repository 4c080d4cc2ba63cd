import { describe, expect, it } from 'vitest';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { fold } from '#shared/domain/search/fold.ts';
import { aShop } from '#tests/support/shop.ts';

const given = ['Aino', 'Ahmet', 'Matti', 'Maija', 'Mária', 'Siti'];
const families = ['Mäkelä', 'Mäkinen', 'Alanen', 'Alho', 'Öz', 'Yıldız', 'Kovács', 'Aalto', 'Harju'];

interface Person {
  readonly id: number;
  readonly folded: string;
  readonly lastAt: number;
}

/** 3,000 people with names of which some are very common and some are not, each with a moment of their last visit. */
async function aCrowd() {
  const shop = await aShop();
  const { writer } = shop.database;
  const staff = shop.number('SELECT id FROM staff');
  const random = new SeededRandom(4);
  const insert = writer.prepare(
    `INSERT INTO customers (id, wallet_id, name, name_folded, customer_since, complete_later, created_at, created_by)
     VALUES (?, ?, ?, ?, 0, 0, 0, ?)`,
  );
  const people: Person[] = [];
  writer.exec('BEGIN');
  for (let id = 1; id <= 3000; id += 1) {
    const family = random.chance(0.02) ? `Harvinainen${id % 7}` : random.pick(families);
    const name = `${random.weighted(given, (one) => (one === 'Aino' ? 30 : 1))} ${family}`;
    const lastAt = 1_000_000 + random.below(1_000_000_000);
    writer.prepare('INSERT INTO wallets (id, created_at) VALUES (?, 0)').run(id);
    insert.run(id, id, name, fold(name), staff);
    writer.prepare('INSERT INTO customer_stats VALUES (?, 1, 1, ?, 1, 1, 0, 0)').run(id, lastAt);
    people.push({ id, folded: fold(name), lastAt });
  }
  writer.exec('COMMIT');
  return { people, search: new CustomerSearch(shop.ctx.work.read) };
}

/** The newest visitors of those who match, found by looking at everybody. */
function expected(people: readonly Person[], query: string, limit: number): readonly number[] {
  const tokens = fold(query).split(' ');
  const hasAll = (test: (word: string, token: string) => boolean) => (person: Person) =>
    tokens.every((token) => person.folded.split(' ').some((word) => test(word, token)));
  const newest = (matching: readonly Person[]) =>
    [...matching].sort((a, b) => b.lastAt - a.lastAt || b.id - a.id).map(({ id }) => id);
  const beginnings = newest(people.filter(hasAll((word, token) => word.startsWith(token))));
  const inside = hasAll((word, token) => (token.length < 3 ? word.startsWith(token) : word.includes(token)));
  const all = [...beginnings, ...newest(people.filter(inside)).filter((id) => !beginnings.includes(id))];
  return all.slice(0, limit);
}

describe('the order of search hits', () => {
  it('is that of last visits, whichever way they are found', async () => {
    const { people, search } = await aCrowd();
    const queries = [
      ...[
        'a',
        'ai',
        'aino',
        'm',
        'ma',
        'maki',
        'makel',
        'harv',
        'harvinainen3',
        'sit',
        'z',
        'oz',
        'nen',
        'ala',
      ],
      ...[
        'aino m',
        'aino maki',
        'aino harv',
        'ma al',
        'siti yil',
        'matti harvinainen2',
        'ain alt',
        'ino aki',
      ],
      ...['a a', 'a a a', 'a m k', 'a b c d', 'vinai ain', 'nainen5', 'maija ovac', 'ar ai', 'jat mak'],
    ];
    for (const query of queries) {
      for (const limit of [1, 8, 50]) {
        const hits = await search.search(query, limit);
        const exact = hits.filter(({ match }) => match !== 'typo').map(({ customerId }) => customerId);
        expect(exact, `${query}, ${limit}`).toEqual(expected(people, query, limit));
      }
    }
  });
});
