import { Worker } from 'node:worker_threads';
import type { Logger } from '../platform/logger.ts';
import { WorkerLine } from '../platform/worker-line.ts';
import type { Drift } from '../repositories/drift.ts';
import type {
  QueryInput,
  QueryName,
  QueryOutput,
  RunInput,
  RunName,
  RunOutput,
  RunProgress,
} from './queries.ts';

/** Asks the reports' thread. */
export class ReportsClient {
  readonly #file: string;
  readonly #line: WorkerLine<{ readonly message: string; readonly stack: string }>;
  readonly #another: () => ReportsClient;
  /** Threads for work that is split in two. */
  readonly #beside = new Set<ReportsClient>();

  constructor(file: string, workerUrl: URL, logger?: Logger) {
    this.#file = file;
    this.#another = () => new ReportsClient(file, workerUrl, logger);
    this.#line = new WorkerLine({
      name: 'the reports',
      start: () => new Worker(workerUrl, { workerData: { file } }),
      errorOf: ({ message, stack }) => Object.assign(new Error(message), { stack }),
      logger,
    });
  }

  /** @throws Error when the query fails or the worker dies before it has answered */
  ask<N extends QueryName>(name: N, ...input: QueryInput<N>): Promise<QueryOutput<N>> {
    return this.#order({ kind: 'ask', name, input }, undefined, undefined);
  }

  /** As `ask`, until the signal is given: then the question ends in the worker too. @throws the signal's reason */
  askUntil<N extends QueryName>(
    signal: AbortSignal,
    name: N,
    ...input: QueryInput<N>
  ): Promise<QueryOutput<N>> {
    return this.#order({ kind: 'ask', name, input }, undefined, signal);
  }

  /** Moves the write-ahead log into the file without holding up the thread that writes: for long runs of writes. */
  moveLog(): Promise<void> {
    return this.ask('moveLog', this.#file);
  }

  /**
   * Rows of derived tables that are not what the append-only ones say; none in a sound shop. Customers, days and ledger
   * have nothing in common, so each is compared as it stands at a moment of its own, half of the work in a second thread:
   * alone the thread of the reports would keep them waiting for twice as long.
   */
  async driftCheck(): Promise<Drift[]> {
    const second = this.#another();
    this.#beside.add(second);
    try {
      const parts = [
        this.ask('customerDrift', this.#file),
        second.ask('dayDrift', this.#file),
        second.ask('ledgerDrift', this.#file),
      ];
      return (await Promise.all(parts)).flat();
    } finally {
      this.#beside.delete(second);
      await second.close();
    }
  }

  /**
   * Sets the worker to long work; other questions are answered meanwhile.
   * @param tell hears how far it is, until the run ends or the signal is given
   * @param signal ends the run, also in the worker
   * @throws the signal's reason; Error when the run fails or the worker dies
   */
  run<N extends RunName>(
    name: N,
    input: RunInput<N>,
    tell: (progress: RunProgress<N>) => void,
    signal?: AbortSignal,
  ): Promise<RunOutput<N>> {
    return this.#order({ kind: 'run', name, input }, (progress) => tell(progress as RunProgress<N>), signal);
  }

  async #order<O>(
    order: object,
    tell: ((progress: unknown) => void) | undefined,
    signal: AbortSignal | undefined,
  ): Promise<O> {
    signal?.throwIfAborted();
    let stop = () => {};
    try {
      return await new Promise<O>((resolve, reject) => {
        const settled = { resolve: (output: unknown) => resolve(output as O), reject };
        const sent = this.#line.send(order, tell ? { ...settled, tell } : settled);
        stop = () => {
          sent.forget();
          sent.stop();
          reject(signal?.reason instanceof Error ? signal.reason : new Error(String(signal?.reason)));
        };
        signal?.addEventListener('abort', stop);
      });
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  /** Ends its threads; open questions fail. */
  async close(): Promise<void> {
    await Promise.all([this.#line.close(), ...[...this.#beside].map((client) => client.close())]);
  }
}
