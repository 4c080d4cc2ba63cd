import type { Database, Statement } from 'better-sqlite3';

/** One statement as it was run. */
export interface RecordedStep {
  readonly sql: string;
  readonly method: 'all' | 'get' | 'run';
  readonly params: readonly unknown[];
}

const isRun = (name: string | symbol): name is RecordedStep['method'] =>
  name === 'all' || name === 'get' || name === 'run';

/** A connection that notes every statement it runs, so that exactly the same can be run without the product. */
export class RecordingWriter {
  readonly connection: Database;
  #steps: RecordedStep[] = [];

  constructor(database: Database) {
    const note = (step: RecordedStep) => this.#steps.push(step);
    this.connection = new Proxy(database, {
      get: (target, name) => {
        if (name === 'prepare') return (sql: string) => noted(target.prepare(sql), sql, note);
        if (name === 'exec') {
          return (sql: string) => {
            note({ sql, method: 'run', params: [] });
            return target.exec(sql);
          };
        }
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  /** The steps since the last call. */
  take(): readonly RecordedStep[] {
    const steps = this.#steps;
    this.#steps = [];
    return steps;
  }
}

function noted(statement: Statement, sql: string, note: (step: RecordedStep) => void): Statement {
  return new Proxy(statement, {
    get: (target, name, self) => {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...params: unknown[]) => {
        if (isRun(name)) note({ sql, method: name, params });
        const result: unknown = value.apply(target, params);
        return result === target ? self : result;
      };
    },
  });
}

/** Runs recorded steps on another copy, every statement prepared once. */
export class Replay {
  readonly #database: Database;
  readonly #prepared = new Map<string, Statement>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Prepares what is not prepared yet; call it outside of any measurement. */
  prepare(steps: readonly RecordedStep[]): readonly (() => unknown)[] {
    return steps.map(({ sql, method, params }) => {
      const statement = this.#prepared.get(sql) ?? this.#database.prepare(sql);
      this.#prepared.set(sql, statement);
      return () => statement[method](...params);
    });
  }
}
