import { Worker } from 'node:worker_threads';
import { systemFiles } from '../platform/files.ts';
import type { Logger } from '../platform/logger.ts';
import type {
  BackupJob,
  CopyJob,
  DrillCheck,
  MadeFile,
  MakeProgress,
  Manifest,
  OpenedBackup,
  OpenJob,
} from './jobs.ts';
import { readManifest } from './manifest.ts';
import { fromWire, type Order, type Reply, type Work, type WorkResult } from './wire.ts';

interface Waiting {
  readonly resolve: (output: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly tell: (progress: unknown) => void;
}

/** Gives jobs to the backups' thread; starts it at the first one and again after it died. */
export class BackupsClient {
  readonly #workerUrl: URL;
  readonly #logger: Logger | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #lastId = 0;

  constructor(workerUrl: URL, logger?: Logger) {
    this.#workerUrl = workerUrl;
    this.#logger = logger;
  }

  /**
   * Copies the shop's file while it is in use: in this thread too, because the copy is flushed in the end, and on a slow
   * disk the till would wait for that.
   * @throws the signal's reason, what SQLite or the file system reports (with its code); no copy stays then
   */
  async copyShop(
    job: CopyJob,
    tell: (progress: { readonly percent: number }) => void,
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#run<'copy'>(
      { kind: 'copy', job },
      (progress) => tell(progress as { percent: number }),
      signal,
    );
  }

  /**
   * Makes a backup of a copy of the shop and proves it.
   * @throws BackupProblem, the signal's reason when it is stopped, what the file system reports (with its code); in every
   * case only after nothing is left in the target
   */
  makeBackup(
    job: BackupJob,
    tell: (progress: MakeProgress) => void,
    signal?: AbortSignal,
  ): Promise<MadeFile> {
    return this.#run<'make'>({ kind: 'make', job }, (progress) => tell(progress as MakeProgress), signal);
  }

  /**
   * Opens a backup completely into a scratch file.
   * @throws BackupRefusal, the signal's reason, what this computer's disk reports; no scratch file stays then
   */
  openBackup(
    job: OpenJob,
    tell: (progress: { readonly percent: number }) => void,
    signal?: AbortSignal,
  ): Promise<OpenedBackup> {
    return this.#run<'open'>(
      { kind: 'open', job },
      (progress) => tell(progress as { percent: number }),
      signal,
    );
  }

  /** Everything that can be checked on a plain scratch copy of a shop. @throws the signal's reason */
  proveShop(
    job: { readonly file: string },
    tell: (progress: { readonly percent: number }) => void,
    signal?: AbortSignal,
  ): Promise<DrillCheck[]> {
    return this.#run<'prove'>(
      { kind: 'prove', job },
      (progress) => tell(progress as { percent: number }),
      signal,
    );
  }

  /** What stands in the manifest beside a backup; null without a readable one. */
  inspect(file: string): Promise<Manifest | null> {
    return readManifest(systemFiles, file);
  }

  async #run<K extends Work['kind']>(
    work: Extract<Work, { kind: K }>,
    tell: (progress: unknown) => void,
    signal: AbortSignal | undefined,
  ): Promise<WorkResult<K>> {
    signal?.throwIfAborted();
    const worker = this.#running();
    this.#lastId += 1;
    const id = this.#lastId;
    const stop = () => worker.postMessage({ id, kind: 'stop' } satisfies Order);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      const output = await new Promise<unknown>((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject, tell });
        worker.postMessage({ id, ...work } satisfies Order);
      });
      return output as WorkResult<K>;
    } catch (error) {
      // The worker has cleaned up by now; who stopped it wants to hear the own reason.
      signal?.throwIfAborted();
      throw error;
    } finally {
      signal?.removeEventListener('abort', stop);
    }
  }

  #running(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(this.#workerUrl);
    worker.on('message', (reply: Reply) => this.#settle(reply));
    worker.on('error', (error) =>
      this.#lose(worker, error instanceof Error ? error : new Error(String(error))),
    );
    worker.on('exit', (code) => this.#lose(worker, new Error(`the backups' worker ended with code ${code}`)));
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  #settle(reply: Reply): void {
    const waiting = this.#waiting.get(reply.id);
    if (reply.kind === 'progress') {
      waiting?.tell(reply.progress);
      return;
    }
    this.#waiting.delete(reply.id);
    if (reply.kind === 'done') waiting?.resolve(reply.output);
    else waiting?.reject(fromWire(reply.error));
  }

  #lose(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    if (this.#waiting.size > 0) this.#logger?.error('the backups worker was lost', { error });
    this.#giveUp(error);
  }

  #giveUp(error: Error): void {
    this.#worker = null;
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }

  /** Ends the thread; open jobs fail, and what they were writing is unfinished and named so. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    this.#giveUp(new Error('the backups were closed'));
    await worker.terminate();
  }
}
