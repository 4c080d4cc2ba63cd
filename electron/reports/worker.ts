import { parentPort, workerData } from 'node:worker_threads';
import BetterSqlite3 from 'better-sqlite3';
import { Connection, type ReadDb } from '../db/connection.ts';
import type { EndOrder } from '../platform/worker-line.ts';
import { type Answer, type Question, queries, runs } from './queries.ts';
import { type Run, StoppedRun } from './run.ts';
import { StoppableDb } from './stoppable-db.ts';

// Entry of the reports' thread: answers questions one after another on a read-only connection, so that a heavy
// report never delays a check-in. A long run gives way to questions each time it pauses. Both end early when whoever
// asked has left.
const { file } = workerData as { file: string };
const database = new BetterSqlite3(file, { readonly: true });
database.pragma('busy_timeout = 5000');
// A report passes over its rows once: a larger cache would only take memory from the till's computer.
database.pragma('cache_size = -8000');
const db = new Connection(database);

const post = (answer: Answer) => parentPort?.postMessage(answer);

let ended = false;

async function settle(id: number, work: () => Promise<unknown>): Promise<void> {
  if (ended) return;
  try {
    post({ id, kind: 'done', output: await work() });
  } catch (error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    post({ id, kind: 'failed', message, stack });
  }
}

/** Lets messages in; a timer, because promises alone would never give way to them. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Orders that are not answered yet, and those of them that nobody waits for any more. */
const open = new Set<number>();
const stopped = new Set<number>();
let questions: Promise<unknown> = Promise.resolve();
let longRuns: Promise<unknown> = Promise.resolve();

/** Lets a stop in. @throws StoppedRun when nobody waits for this order any more */
async function goOn(id: number): Promise<void> {
  await breathe();
  if (ended || stopped.has(id)) throw new StoppedRun();
}

function runOf(id: number): Run<unknown> {
  return {
    tell: (progress) => post({ id, kind: 'progress', progress }),
    pause: async () => {
      await goOn(id);
      await questions;
      // It may have come while the questions were answered.
      if (ended || stopped.has(id)) throw new StoppedRun();
    },
  };
}

function forget(id: number): void {
  open.delete(id);
  stopped.delete(id);
}

/** Leaves as soon as what is under way has given way: nobody waits for an answer any more. */
async function end(): Promise<void> {
  ended = true;
  await longRuns;
  await questions;
  database.close();
  parentPort?.close();
}

parentPort?.on('message', (question: Question | EndOrder) => {
  if (question.kind === 'end') {
    void end();
    return;
  }
  const { id } = question;
  if (question.kind === 'stop') {
    if (open.has(id)) stopped.add(id);
    return;
  }
  open.add(id);
  if (question.kind === 'ask') {
    const query = queries[question.name] as (db: ReadDb, ...input: readonly unknown[]) => Promise<unknown>;
    questions = questions
      .then(() =>
        settle(id, async () => {
          await goOn(id);
          return query(new StoppableDb(db, () => goOn(id)), ...question.input);
        }),
      )
      .then(() => forget(id));
    return;
  }
  const run = runs[question.name] as (db: ReadDb, input: unknown, run: Run<unknown>) => Promise<unknown>;
  longRuns = longRuns
    .then(() =>
      settle(id, async () => {
        const own = runOf(id);
        await own.pause();
        return run(db, question.input, own);
      }),
    )
    .then(() => forget(id));
});
