import { Worker } from 'node:worker_threads';
import { systemFiles } from '../platform/files.ts';
import type { Logger } from '../platform/logger.ts';
import { WorkerLine } from '../platform/worker-line.ts';
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
import { fromWire, type WireError, type Work, type WorkResult } from './wire.ts';

/** Gives jobs to the backups' thread. */
export class BackupsClient {
  readonly #line: WorkerLine<{ readonly error: WireError }>;

  constructor(workerUrl: URL, logger?: Logger) {
    this.#line = new WorkerLine({
      name: 'the backups',
      start: () => new Worker(workerUrl),
      errorOf: ({ error }) => fromWire(error),
      logger,
    });
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
    let stop = () => {};
    try {
      const output = await new Promise<unknown>((resolve, reject) => {
        ({ stop } = this.#line.send(work, { resolve, reject, tell }));
        signal?.addEventListener('abort', stop);
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

  /** Ends the thread; open jobs fail, and what they were writing is unfinished and named so. */
  close(): Promise<void> {
    return this.#line.close();
  }
}
