import type { Database } from 'better-sqlite3';
import type { UnitOfWork } from './unit-of-work.ts';

/** The write-ahead log is emptied when the till has been quiet for so long. */
const quietMs = 2_000;

/** Moves the write-ahead log into the file in idle time: never inside a check-in. */
export class IdleCheckpoint {
  readonly #database: Database;
  readonly #work: UnitOfWork;
  readonly #report: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  #seen = 0;
  #done = 0;

  /** @param report is told when the log could not be moved: no write is lost by that */
  constructor(database: Database, work: UnitOfWork, report: (error: unknown) => void) {
    this.#database = database;
    this.#work = work;
    this.#report = report;
    this.#timer = setInterval(() => this.#look(), quietMs);
    this.#timer.unref();
  }

  #look(): void {
    const version = this.#work.dataVersion;
    const quiet = version === this.#seen && !this.#database.inTransaction;
    this.#seen = version;
    if (!quiet || version === this.#done) return;
    this.#done = version;
    try {
      this.#database.pragma('wal_checkpoint(PASSIVE)');
    } catch (error) {
      this.#report(error);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
