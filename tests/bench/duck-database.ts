import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';

/** What of `@duckdb/node-api` is used here. */
interface DuckConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ readonly currentRowCount: number }>;
  closeSync(): void;
}

interface DuckModule {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<DuckConnection>; closeSync(): void }>;
  };
}

/** DuckDB with the same visits and customers, on one thread. */
export interface DuckDatabase {
  rows(sql: string): Promise<number>;
  close(): void;
}

/**
 * Not one of our packages, because a registry that lacks its binary for any one system breaks every clean install; to be
 * added for a measurement with `npm install --no-save @duckdb/node-api@1.5.6-r.1`.
 */
const yardstick = '@duckdb/node-api';

const tables = {
  visits: 'SELECT customer_id, business_day, business_month, sign, amount FROM visits',
  customers: 'SELECT id, source FROM customers',
} as const;

const cell = (value: unknown): string => (value === null ? '' : String(value));

/** Copies what the reports rest on out of a shop's file. Throws where DuckDB was not added. */
export async function duckDatabase(shop: Database): Promise<DuckDatabase> {
  const { DuckDBInstance } = (await import(yardstick)) as DuckModule;
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run('SET threads = 1');
  const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-duck-'));
  try {
    for (const [table, query] of Object.entries(tables)) {
      const file = join(folder, `${table}.csv`);
      const read = shop.prepare(query);
      const lines = [
        read
          .columns()
          .map((column) => column.name)
          .join(),
      ];
      for (const row of read.raw().iterate()) lines.push((row as unknown[]).map(cell).join());
      writeFileSync(file, lines.join('\n'));
      await connection.run(`CREATE TABLE ${table} AS SELECT * FROM read_csv('${file}', header = true)`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return {
    rows: async (sql) => (await connection.runAndReadAll(sql)).currentRowCount,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
