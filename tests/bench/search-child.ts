import { setImmediate } from 'node:timers/promises';
import { openDatabase } from '#electron/db/open-database.ts';
import { UnitOfWork } from '#electron/db/unit-of-work.ts';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import { memoryNow, runAsChild } from './child-process.ts';
import { middle, quantile } from './measurement.ts';
import { keystrokes, wantedCustomers } from './search-queries.ts';

/** What a process of its own has measured of the search in one shop. */
export interface SearchFigures {
  readonly keystrokes: number;
  readonly p50: number;
  readonly p99: number;
  readonly slowest: string;
  /** Bytes by which the process has grown. */
  readonly heap: number;
  readonly resident: number;
}

const rounds = 5;

/** Types for some hundred customers into the search of a shop's file, one keystroke after another. */
export async function measureSearch(file: string): Promise<SearchFigures> {
  const database = openDatabase(file);
  const queries = keystrokes(wantedCustomers(database.writer, 600));
  const search = new CustomerSearch(new UnitOfWork(database.writer, database.reader).read);
  const before = memoryNow();
  for (const query of queries.slice(0, 400)) await search.search(query, 8);
  const timings = queries.map((query) => ({ query, times: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const { query, times } of timings) {
      const start = performance.now();
      await search.search(query, 8);
      times.push(performance.now() - start);
    }
    await setImmediate();
  }
  const after = memoryNow();
  database.close();
  // The middle of several rounds: what a keystroke costs, not what else the computer did meanwhile.
  const typical = timings.map(({ query, times }) => ({ query, time: middle(times) }));
  const slowest = [...typical].sort((a, b) => b.time - a.time).slice(0, 4);
  const times = typical.map(({ time }) => time);
  return {
    keystrokes: times.length,
    p50: middle(times),
    p99: quantile(times, 0.99),
    slowest: slowest.map(({ query, time }) => `"${query}" ${time.toFixed(1)}`).join(', '),
    heap: after.heap - before.heap,
    resident: after.resident - before.resident,
  };
}

runAsChild(import.meta.url, ([file = '']) => measureSearch(file));
