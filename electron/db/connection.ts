import type { Database, Statement as Prepared } from 'better-sqlite3';
import type { CompiledQuery, Kysely } from 'kysely';
import { scanRows } from './scan-rows.ts';
import type { Schema } from './schema.ts';
import { queryBuilder, type Statement } from './statement.ts';

/** Reads: what a repository function that changes nothing takes as its first argument. */
export interface ReadDb {
  /** All rows of a declared statement. */
  all<P, R>(statement: Statement<P, R>, params: P): Promise<R[]>;
  /** The first row, or undefined. */
  one<P, R>(statement: Statement<P, R>, params: P): Promise<R | undefined>;
  /** All rows of a query whose shape depends on the call (filters, sort order). */
  query<R>(build: (db: Kysely<Schema>) => { compile(): CompiledQuery<R> }): Promise<R[]>;
  /**
   * Passes over the rows of a query one after another, each as the list of its columns: for those that would not fit
   * into memory together. `take` must not use the connection.
   */
  scan<R extends readonly unknown[]>(
    build: (db: Kysely<Schema>) => { compile(): CompiledQuery<unknown> },
    take: (row: R) => void,
  ): Promise<void>;
}

/** Reads and writes inside one transaction; only the unit of work makes these. */
export interface WriteTx extends ReadDb {
  readonly writes: true;
  /** Runs a change and says how many rows it touched. */
  run<P, R>(statement: Statement<P, R>, params: P): Promise<number>;
  /** Runs a change once for each of many rows. */
  runAll<P, R>(statement: Statement<P, R>, rows: Iterable<P>): Promise<void>;
  /** Runs a change of a dynamic shape. */
  runQuery(build: (db: Kysely<Schema>) => { compile(): CompiledQuery<unknown> }): Promise<number>;
}

/** Upper bound of prepared statements kept for dynamic queries; the fixed ones are few hundred. */
const dynamicCacheSize = 200;

/** One SQLite connection with its prepared statements. Async on purpose: PostgreSQL will be. */
export class Connection implements WriteTx {
  readonly writes = true;
  readonly #database: Database;
  readonly #prepared = new Map<unknown, Prepared>();
  readonly #dynamic = new Map<string, Prepared>();

  constructor(database: Database) {
    this.#database = database;
  }

  #prepare(statement: Statement<never, unknown>): Prepared {
    let prepared = this.#prepared.get(statement);
    if (!prepared) {
      prepared = this.#database.prepare(statement.sql);
      this.#prepared.set(statement, prepared);
    }
    return prepared;
  }

  #prepareSql(text: string): Prepared {
    let prepared = this.#dynamic.get(text);
    if (!prepared) {
      if (this.#dynamic.size >= dynamicCacheSize) this.#dynamic.clear();
      prepared = this.#database.prepare(text);
      this.#dynamic.set(text, prepared);
    }
    return prepared;
  }

  async all<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    return this.#prepare(statement).all(...statement.bind(params)) as R[];
  }

  async one<P, R>(statement: Statement<P, R>, params: P): Promise<R | undefined> {
    return this.#prepare(statement).get(...statement.bind(params)) as R | undefined;
  }

  async run<P, R>(statement: Statement<P, R>, params: P): Promise<number> {
    return this.#prepare(statement).run(...statement.bind(params)).changes;
  }

  async query<R>(build: (db: Kysely<Schema>) => { compile(): CompiledQuery<R> }): Promise<R[]> {
    const compiled = build(queryBuilder).compile();
    return this.#prepareSql(compiled.sql).all(...compiled.parameters) as R[];
  }

  async runAll<P, R>(statement: Statement<P, R>, rows: Iterable<P>): Promise<void> {
    const prepared = this.#prepare(statement);
    for (const params of rows) prepared.run(...statement.bind(params));
  }

  async scan<R extends readonly unknown[]>(
    build: (db: Kysely<Schema>) => { compile(): CompiledQuery<unknown> },
    take: (row: R) => void,
  ): Promise<void> {
    const compiled = build(queryBuilder).compile();
    scanRows(this.#database, compiled.sql, compiled.parameters, (row) => take(row as unknown as R));
  }

  async runQuery(build: (db: Kysely<Schema>) => { compile(): CompiledQuery<unknown> }): Promise<number> {
    const compiled = build(queryBuilder).compile();
    return this.#prepareSql(compiled.sql).run(...compiled.parameters).changes;
  }
}
