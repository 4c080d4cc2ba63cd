import type { CompiledQuery, Kysely } from 'kysely';
import type { ReadDb } from '../db/connection.ts';
import type { Schema } from '../db/schema.ts';
import type { Statement } from '../db/statement.ts';

/** Milliseconds a question works on before it looks whether somebody has left. */
const workFor = 20;

/** A connection that a long pass over rows in memory can give way through; one outside the worker never has to. */
export interface ReportDb extends ReadDb {
  /** To be awaited between pieces of work that hold no statement. @throws StoppedRun when nobody waits any more */
  readonly giveWay?: () => Promise<void>;
}

/** The reports' connection for one question: once nobody waits for its answer, its next statement is not run. */
export class StoppableDb implements ReportDb {
  readonly #db: ReadDb;
  readonly #pause: () => Promise<void>;
  #since = performance.now();

  /** @param pause lets messages in; throws when the question was stopped */
  constructor(db: ReadDb, pause: () => Promise<void>) {
    this.#db = db;
    this.#pause = pause;
  }

  readonly giveWay = async (): Promise<void> => {
    if (performance.now() - this.#since < workFor) return;
    await this.#pause();
    this.#since = performance.now();
  };

  async all<P, R>(statement: Statement<P, R>, params: P): Promise<R[]> {
    await this.giveWay();
    return this.#db.all(statement, params);
  }

  async one<P, R>(statement: Statement<P, R>, params: P): Promise<R | undefined> {
    await this.giveWay();
    return this.#db.one(statement, params);
  }

  async query<R>(build: (db: Kysely<Schema>) => { compile(): CompiledQuery<R> }): Promise<R[]> {
    await this.giveWay();
    return this.#db.query(build);
  }

  async scan<R extends readonly unknown[]>(
    build: (db: Kysely<Schema>) => { compile(): CompiledQuery<unknown> },
    take: (row: R) => void,
  ): Promise<void> {
    await this.giveWay();
    return this.#db.scan(build, take);
  }
}
