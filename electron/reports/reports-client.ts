import { Worker } from 'node:worker_threads';
import type { Logger } from '../platform/logger.ts';
import type { Answer, QueryInput, QueryName, QueryOutput, Question } from './queries.ts';

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Asks the reports' worker thread; starts it at the first question and again after it died. */
export class ReportsClient {
  readonly #file: string;
  readonly #workerUrl: URL;
  readonly #logger: Logger | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #lastId = 0;

  constructor(file: string, workerUrl: URL, logger?: Logger) {
    this.#file = file;
    this.#workerUrl = workerUrl;
    this.#logger = logger;
  }

  /** @throws Error when the query fails or the worker dies before it has answered */
  async ask<N extends QueryName>(name: N, ...input: QueryInput<N>): Promise<QueryOutput<N>> {
    const worker = this.#running();
    this.#lastId += 1;
    const question: Question = { id: this.#lastId, name, input };
    return new Promise((resolve, reject) => {
      this.#waiting.set(question.id, { resolve: (output) => resolve(output as QueryOutput<N>), reject });
      worker.postMessage(question);
    });
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#workerUrl, { workerData: { file: this.#file } });
    worker.on('message', (answer: Answer) => this.#settle(answer));
    worker.on('error', (error) =>
      this.#lose(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', (code) => this.#lose(worker, new Error(`the reports' worker ended with code ${code}`)));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === 'done') {
      waiting?.resolve(answer.output);
      return;
    }
    const error = new Error(answer.message);
    error.stack = answer.stack;
    waiting?.reject(error);
  }

  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    if (this.#waiting.size > 0) this.#logger?.error('the reports worker was lost', { error });
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }

  /** Ends the worker; open questions fail. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    this.#lose(worker, new Error('the reports were closed'));
    await worker.terminate();
  }
}
