import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';

/** What of `@duckdb/duckdb-wasm` is used here. */
interface DuckModule {
  createDuckDB(bundles: object, logger: object, runtime: unknown): Promise<DuckBindings>;
  readonly VoidLogger: new () => object;
  readonly NODE_RUNTIME: unknown;
}

interface DuckBindings {
  instantiate(progress: () => void): Promise<unknown>;
  connect(): { query(sql: string): { readonly numRows: number }; close(): void };
  registerFileText(name: string, text: string): void;
  dropFile(name: string): void;
  reset(): void;
}

/** DuckDB with the same visits and customers, on one thread. */
export interface DuckDatabase {
  rows(sql: string): Promise<number>;
  close(): void;
}

/**
 * The build for WebAssembly: one file for all systems, where the native packages break every clean install from a
 * registry that lacks the binary of one of them. It is slower than those, so a lead over it is no lead over them.
 */
const yardstick = '@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs';

const tables = {
  visits: 'SELECT customer_id, business_day, business_month, sign, amount FROM visits',
  customers: 'SELECT id, source FROM customers',
} as const;

const cell = (value: unknown): string => (value === null ? '' : String(value));

/** The rows of a query as CSV under their columns' names. */
function csvOf(shop: Database, query: string): string {
  const read = shop.prepare(query);
  const names = read.columns().map((column) => column.name);
  const lines = [names.join()];
  for (const row of read.raw().iterate()) lines.push((row as unknown[]).map(cell).join());
  return lines.join('\n');
}

async function openDuck(): Promise<DuckBindings> {
  const load = createRequire(import.meta.url);
  const dist = dirname(load.resolve(yardstick));
  const { createDuckDB, VoidLogger, NODE_RUNTIME } = load(yardstick) as DuckModule;
  const bundle = (name: string) => ({ mainModule: join(dist, `duckdb-${name}.wasm`), mainWorker: '' });
  const duck = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
  await duck.instantiate(() => undefined);
  return duck;
}

/** Copies what the reports rest on out of a shop's file. Throws where DuckDB is not installed. */
export async function duckDatabase(shop: Database): Promise<DuckDatabase> {
  const duck = await openDuck();
  const connection = duck.connect();
  for (const [table, query] of Object.entries(tables)) {
    const file = `${table}.csv`;
    duck.registerFileText(file, csvOf(shop, query));
    connection.query(`CREATE TABLE ${table} AS SELECT * FROM read_csv('${file}', header = true)`);
    duck.dropFile(file);
  }
  return {
    rows: async (sql) => connection.query(sql).numRows,
    close: () => {
      connection.close();
      duck.reset();
    },
  };
}
