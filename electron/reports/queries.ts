import type { ReadDb } from '../db/connection.ts';
import { quickCheck } from '../db/quick-check.ts';
import { dueExpirations, expiringSoon } from './expiry-query.ts';
import { columnEntries, rollForwards } from './reconciliation-query.ts';
import { retentionFigures, retentionNames, visitSpan } from './retention-query.ts';
import { standings } from './tier-query.ts';

/** What the worker can be asked: each a read on its own read-only connection. */
export const queries = {
  retention: retentionFigures,
  retentionNames,
  dueExpirations,
  expiringSoon,
  standings,
  rollForwards,
  columnEntries,
  visitSpan: (db: ReadDb, _input: null) => visitSpan(db),
  /** Structural check, for files too large to check before the till opens. */
  quickCheck: (db: ReadDb, _input: null) => quickCheck(db),
} as const;

export type Queries = typeof queries;
export type QueryName = keyof Queries;

type Rest<F> = F extends (db: ReadDb, ...rest: infer R) => unknown ? R : never;
export type QueryInput<N extends QueryName> = Rest<Queries[N]>;
export type QueryOutput<N extends QueryName> = Awaited<ReturnType<Queries[N]>>;

/** A question to the worker and its answer, as they cross the thread boundary. */
export interface Question {
  readonly id: number;
  readonly name: QueryName;
  readonly input: readonly unknown[];
}

export type Answer =
  | { readonly id: number; readonly kind: 'done'; readonly output: unknown }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string; readonly stack: string };
