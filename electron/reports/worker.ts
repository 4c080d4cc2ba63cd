import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { Connection, type ReadDb } from '../db/connection.ts';
import { type Answer, type Question, queries } from './queries.ts';

// Entry of the reports' thread: answers questions one after another on a read-only connection, so that a heavy
// report never delays a check-in.
const { file } = workerData as { file: string };
const database = new BetterSqlite3(file, { readonly: true });
database.pragma('busy_timeout = 5000');
// A report passes over its rows once: a larger cache would only take memory from the till's computer.
database.pragma('cache_size = -8000');
const db = new Connection(database);

async function answer(question: Question): Promise<Answer> {
  const { id, name, input } = question;
  try {
    const query = queries[name] as (db: ReadDb, ...input: readonly unknown[]) => Promise<unknown>;
    return { id, kind: 'done', output: await query(db, ...input) };
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { id, kind: 'failed', message, stack };
  }
}

let turn: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (question: Question) => {
  turn = turn.then(async () => parentPort?.postMessage(await answer(question)));
});
