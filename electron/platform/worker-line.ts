import type { Worker } from 'node:worker_threads';
import type { Logger } from './logger.ts';

/** Who waits for the outcome of an order, and hears of its progress. */
export interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly tell?: (progress: unknown) => void;
}

/** What a thread answers; `F` is how it describes a failure. */
export type Reply<F> =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: unknown }
  | { readonly id: number; readonly kind: 'done'; readonly output: unknown }
  | ({ readonly id: number; readonly kind: 'failed' } & F);

/** An order on its way. */
export interface Sent {
  /** Tells the thread that nobody waits for it any more; it may clean up before it answers. */
  readonly stop: () => void;
  /** Does not wait for an answer any more. */
  readonly forget: () => void;
}

export interface WorkerLineOptions<F> {
  /** Whose thread it is, for the log: `the reports`. */
  readonly name: string;
  readonly start: () => Worker;
  readonly errorOf: (failed: F) => Error;
  readonly logger?: Logger | undefined;
  /** How long a thread may take to end by itself, in milliseconds. */
  readonly patience?: number;
}

/** The order to end: the thread stops what it does, closes its files and leaves. */
export interface EndOrder {
  readonly kind: 'end';
}

/** Longer than any single statement of SQLite in a large shop. */
const usualPatience = 10_000;

/** Orders to a thread and its answers. The thread is started at the first order, and again after it died. */
export class WorkerLine<F> {
  readonly #options: WorkerLineOptions<F>;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #lastId = 0;
  #isClosed = false;

  constructor(options: WorkerLineOptions<F>) {
    this.#options = options;
  }

  /**
   * Sends an order, which gets its number here. When the thread dies before it has answered, or the line was closed,
   * `waiting` is rejected.
   */
  send(order: object, waiting: Waiting): Sent {
    if (this.#isClosed) {
      waiting.reject(this.#closedError());
      return { stop: () => undefined, forget: () => undefined };
    }
    const worker = this.#running();
    this.#lastId += 1;
    const id = this.#lastId;
    this.#waiting.set(id, waiting);
    worker.postMessage({ ...order, id });
    return {
      stop: () => {
        if (this.#worker === worker) worker.postMessage({ id, kind: 'stop' });
      },
      forget: () => {
        this.#waiting.delete(id);
      },
    };
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#options.start();
    worker.on('message', (reply: Reply<F>) => this.#settle(reply));
    worker.on('error', (error) =>
      this.#lose(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', (code) =>
      this.#lose(worker, new Error(`the thread of ${this.#options.name} ended with code ${code}`)),
    );
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #settle(reply: Reply<F>): void {
    const waiting = this.#waiting.get(reply.id);
    if (reply.kind === 'progress') {
      try {
        waiting?.tell?.(reply.progress);
      } catch {
        // Whoever listens has left, and says so to the thread by the signal; here it would end the program.
      }
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.kind === 'done') waiting?.resolve(reply.output);
    else waiting?.reject(this.#options.errorOf(reply));
  }

  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    const { name, logger } = this.#options;
    if (this.#waiting.size > 0) logger?.error(`the thread of ${name} was lost`, { error });
    this.#giveUp(error);
  }

  readonly #closedError = (): Error => new Error(`${this.#options.name} were closed`);

  #giveUp(error: Error): void {
    this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }

  /**
   * Ends the thread for good; open orders fail, and later ones: what still runs elsewhere must not start it again in a
   * directory that is being left. It is asked to leave, because a thread that is torn out of SQLite, a compressor or
   * its own start can take the whole program with it; only one that does not answer is torn out.
   */
  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    if (!worker) return;
    const { name, logger, patience = usualPatience } = this.#options;
    this.#giveUp(this.#closedError());
    // Whoever closes waits for the end, so the program must not end before it.
    worker.ref();
    const left = new Promise<true>((resolve) => worker.once('exit', () => resolve(true)));
    const end: EndOrder = { kind: 'end' };
    worker.postMessage(end);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), patience);
    });
    const hasLeft = await Promise.race([left, late]);
    clearTimeout(timer);
    if (hasLeft) return;
    logger?.warn(`the thread of ${name} did not end by itself`);
    await worker.terminate();
  }
}
