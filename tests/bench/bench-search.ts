import { CustomerSearch } from '#electron/services/search-customers.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { fold } from '#shared/domain/search/fold.ts';
import { measureInChild } from './child-process.ts';
import { designNow } from './design-shop.ts';
import { type Measurement, megabytes, ms, percent } from './measurement.ts';
import type { SearchFigures } from './search-child.ts';
import { misspell, type Wanted, wantedCustomers } from './search-queries.ts';
import { contextOn, copyShop } from './shop-copy.ts';

const child = new URL('./search-child.ts', import.meta.url);
const memoryGoal = 25e6;

async function figuresOf(file: string): Promise<SearchFigures> {
  const copy = copyShop(file);
  copy.database.close();
  try {
    return await measureInChild<SearchFigures>(child, [copy.database.writer.name]);
  } finally {
    copy.remove();
  }
}

/** Goal 4: a keystroke at the design size and at ten times the customers, and the memory it takes. */
export async function benchSearch(file: string, largeFile: string): Promise<readonly Measurement[]> {
  const usual = await figuresOf(file);
  const large = await figuresOf(largeFile);
  const detail = (figures: SearchFigures) =>
    `${figures.keystrokes} keystrokes: p50 ${ms(figures.p50)}, p99 ${ms(figures.p99)}; slowest ${figures.slowest}`;
  return [
    { name: '4 search p50 at 50,000 / 0.5 ms', ratio: usual.p50 / 0.5, goal: 1, detail: detail(usual) },
    { name: '4 search p99 at 50,000 / 10 ms', ratio: usual.p99 / 10, goal: 1, detail: detail(usual) },
    { name: '4 search p99 at 500,000 / 50 ms', ratio: large.p99 / 50, goal: 1, detail: detail(large) },
    {
      name: '4 memory of the search at 500,000 / 25 MB',
      ratio: Math.max(large.heap, 0) / memoryGoal,
      goal: 1,
      detail: `objects ${megabytes(large.heap)} (50,000: ${megabytes(usual.heap)}); the whole process grew by ${megabytes(large.resident)} (50,000: ${megabytes(usual.resident)}), the engine's page cache included`,
    },
  ];
}

type Query = (random: SeededRandom, wanted: Wanted) => string | null;

/** Ways to look for somebody; null where it does not apply to them. */
const ways: readonly {
  readonly name: string;
  readonly goal: number;
  readonly limit: number;
  readonly query: Query;
}[] = [
  {
    name: 'names without their accents',
    goal: 1,
    limit: 8,
    query: (_, { name }) => (fold(name) === name.toLowerCase() ? null : fold(name)),
  },
  {
    name: 'last four digits of a phone',
    goal: 1,
    limit: 50,
    query: (_, { phone }) => phone?.slice(-4) ?? null,
  },
  {
    name: 'phones as written in the country',
    goal: 1,
    limit: 8,
    query: (_, { phone }) => phone && `0${phone.slice(4, 6)} ${phone.slice(6)}`,
  },
  { name: 'card codes', goal: 1, limit: 8, query: (_, { card }) => card },
  {
    name: 'last four of a card',
    goal: 1,
    limit: 50,
    query: (_, { card }) => (card && /^\d+$/.test(card) ? card.slice(-4) : null),
  },
  {
    name: 'three or more letters inside a word',
    goal: 1,
    limit: 50,
    query: (random, { name }) => {
      const words = fold(name).split(' ');
      const inner = words.filter((word) => word.length >= 5);
      if (inner.length === 0 || words.length < 2) return null;
      const word = random.pick(inner);
      const length = random.between(3, word.length - 1);
      const part = word.slice(1 + random.below(word.length - length)).slice(0, length);
      // The inner part of one word beside the beginning of the others, as one says a double name.
      return words.map((one) => (one === word ? part : one)).join(' ');
    },
  },
  {
    name: 'names with one edit',
    goal: 0.9,
    limit: 8,
    query: (random, { name }) => (fold(name).length < 5 ? null : misspell(random, fold(name))),
  },
];

/** Goal 5: how often the one who is looked for is among the hits. */
export async function benchFinding(file: string): Promise<readonly Measurement[]> {
  const copy = copyShop(file);
  try {
    const ctx = await contextOn(copy, { now: () => designNow });
    const search = new CustomerSearch(ctx.work.read);
    const people = wantedCustomers(copy.database.reader, 800);
    const measurements: Measurement[] = [];
    for (const { name, goal, limit, query } of ways) {
      const random = new SeededRandom(5);
      const missed: string[] = [];
      let asked = 0;
      for (const wanted of people) {
        const text = query(random, wanted);
        if (text === null) continue;
        asked += 1;
        const hits = await search.search(text, limit);
        if (!hits.some(({ customerId }) => customerId === wanted.id))
          missed.push(`"${text}" for ${wanted.name}`);
      }
      const found = 1 - missed.length / asked;
      measurements.push({
        name: `5 finds ${name}: wanted share / found share`,
        ratio: goal / found,
        goal: 1,
        detail: `${percent(found)} of ${asked}, among the first ${limit}${missed.length > 0 ? `; missed ${missed.slice(0, 3).join(', ')}` : ''}`,
      });
    }
    return measurements;
  } finally {
    copy.remove();
  }
}
