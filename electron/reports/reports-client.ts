import { Worker } from 'node:worker_threads';
import type { Logger } from '../platform/logger.ts';
import type {
  Answer,
  QueryInput,
  QueryName,
  QueryOutput,
  Question,
  RunInput,
  RunName,
  RunOutput,
  RunProgress,
} from './queries.ts';

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly tell?: (progress: unknown) => void;
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
    return new Promise((resolve, reject) => {
      const settled = { resolve: (output: unknown) => resolve(output as QueryOutput<N>), reject };
      this.#post((id) => ({ id, kind: 'ask', name, input }), settled);
    });
  }

  /** Moves the write-ahead log into the file without holding up the thread that writes: for long runs of writes. */
  moveLog(): Promise<void> {
    return this.ask('moveLog', this.#file);
  }

  /**
   * Sets the worker to long work; other questions are answered meanwhile.
   * @param tell hears how far it is, until the run ends or the signal is given
   * @param signal ends the run, also in the worker
   * @throws the signal's reason; Error when the run fails or the worker dies
   */
  async run<N extends RunName>(
    name: N,
    input: RunInput<N>,
    tell: (progress: RunProgress<N>) => void,
    signal?: AbortSignal,
  ): Promise<RunOutput<N>> {
    signal?.throwIfAborted();
    let stop = () => {};
    try {
      return await new Promise<RunOutput<N>>((resolve, reject) => {
        const worker = this.#running();
        const id = this.#post((next) => ({ id: next, kind: 'run', name, input }), {
          resolve: (output) => resolve(output as RunOutput<N>),
          reject,
          tell: (progress) => tell(progress as RunProgress<N>),
        });
        stop = () => {
          this.#waiting.delete(id);
          if (this.#worker === worker) worker.postMessage({ id, kind: 'stop' } satisfies Question);
          reject(signal?.reason instanceof Error ? signal.reason : new Error(String(signal?.reason)));
        };
        signal?.addEventListener('abort', stop);
      });
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  #post(question: (id: number) => Question, waiting: Waiting): number {
    const worker = this.#running();
    this.#lastId += 1;
    this.#waiting.set(this.#lastId, waiting);
    worker.postMessage(question(this.#lastId));
    return this.#lastId;
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
    if (answer.kind === 'progress') {
      waiting?.tell?.(answer.progress);
      return;
    }
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
    if (this.#waiting.size > 0) this.#logger?.error('the reports worker was lost', { error });
    this.#giveUp(error);
  }

  #giveUp(error: Error): void {
    this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }

  /** Ends the worker; open questions fail. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    this.#giveUp(new Error('the reports were closed'));
    await worker.terminate();
  }
}
