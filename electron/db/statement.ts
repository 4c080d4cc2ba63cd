import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  type RawBuilder,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  sql,
} from 'kysely';
import type { Schema } from './schema.ts';

/** Builds queries; it has no connection, so nothing can be run through it. */
export const queryBuilder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A named hole in a statement, filled at each run. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export type Params = Readonly<Record<string, string | number | null | Uint8Array>>;

/** `p('name')` stands for the parameter's value while the query is built. */
export type ParamRef<P> = <K extends keyof P & string>(name: K) => RawBuilder<P[K]>;

interface Compilable<R> {
  compile(): CompiledQuery<R>;
}

/**
 * A query compiled once and prepared once per connection. Re-building and re-preparing on every call
 * costs two to three times the statement itself.
 */
export interface Statement<P, R> {
  readonly sql: string;
  readonly bind: (params: P) => unknown[];
  /** Type only: the shape of a row. */
  readonly row?: R;
}

/** SQLite would take a forgotten value for NULL. */
function given(values: Record<string, unknown>, name: string): unknown {
  const value = values[name];
  if (value === undefined) throw new TypeError(`no value for ${name}`);
  return value;
}

function compileStatement<P, R>(compiled: CompiledQuery<R>): Statement<P, R> {
  const { parameters } = compiled;
  return {
    sql: compiled.sql,
    bind: (params) => {
      const values = params as Record<string, unknown>;
      return parameters.map((value) => (value instanceof Placeholder ? given(values, value.name) : value));
    },
  };
}

/**
 * Declares a statement: `statement<{ id: number }>()((db, p) => db.selectFrom(...).where('id', '=', p('id')))`.
 * It is compiled at its first use, so declaring many costs nothing at start.
 */
export function statement<P extends Params>() {
  return <R>(build: (db: Kysely<Schema>, p: ParamRef<P>) => Compilable<R>): Statement<P, R> => {
    let compiled: Statement<P, R> | undefined;
    const ready = () => {
      compiled ??= compileStatement<P, R>(
        build(
          queryBuilder,
          <K extends keyof P & string>(name: K) => sql<P[K]>`${new Placeholder(name)}`,
        ).compile(),
      );
      return compiled;
    };
    return {
      get sql() {
        return ready().sql;
      },
      bind: (params) => ready().bind(params),
    };
  };
}
