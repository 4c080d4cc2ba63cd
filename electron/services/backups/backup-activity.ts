import type { BackupStage } from '#shared/contract/backups.ts';
import { failure } from '../failure.ts';
import { Stopped } from '../stream-progress.ts';

/** A backup or a drill that runs just now. */
export interface RunningJob {
  readonly what: 'backup' | 'drill';
  readonly stage: BackupStage | null;
  readonly percent: number;
}

type Tell = (progress: { readonly stage: BackupStage | null; readonly percent: number }) => void;

/**
 * What goes on about backups in an open shop: one backup or drill at a time, snapshots one after another and never beside
 * one of those, so that the disk is never asked for two copies at once. Everything can be ended together.
 */
export class BackupActivity {
  readonly #ending = new AbortController();
  #running: RunningJob | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** null when nothing runs but a snapshot. */
  get running(): RunningJob | null {
    return this.#running;
  }

  /** Whether nothing runs or waits at all. */
  get isIdle(): boolean {
    return this.#waiting === 0;
  }

  /** Ends together with the shop. */
  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /**
   * Runs a backup or a drill after the snapshot that may be running.
   * @throws Failure BackupFailed `busy` when another backup or drill runs
   */
  async alone<T>(
    what: RunningJob['what'],
    signal: AbortSignal | undefined,
    work: (tell: Tell, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    if (this.#running) throw failure('BackupFailed', { why: 'busy' });
    this.#running = { what, stage: null, percent: 0 };
    const tell: Tell = (progress) => {
      this.#running = { what, ...progress };
    };
    try {
      return await this.inTurn(signal, (stop) => work(tell, stop));
    } finally {
      this.#running = null;
    }
  }

  /** Runs work after everything that was begun before it. @throws the signal's reason */
  async inTurn<T>(signal: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const stop = signal ? AbortSignal.any([signal, this.signal]) : this.signal;
    this.#waiting += 1;
    const turn = this.#turn.then(() => {
      stop.throwIfAborted();
      return work(stop);
    });
    this.#turn = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }

  /** Ends everything that runs or waits; resolves when it has ended. */
  async stop(): Promise<void> {
    this.#ending.abort(new Stopped());
    await this.#turn;
  }
}
