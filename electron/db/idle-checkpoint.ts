import type { Database } from 'better-sqlite3';
import type { UnitOfWork } from './unit-of-work.ts';

/** The write-ahead log is emptied when the till has been quiet for so long. */
const quietMs = 2_000;

/** Moves the write-ahead log into the file in idle time: never inside a check-in. */
export class IdleCheckpoint {
  readonly #database: Database;
  readonly #work: UnitOfWork;
  readonly #timer: NodeJS.Timeout;
  #seen = 0;
  #done = 0;

  constructor(database: Database, work: UnitOfWork) {
    this.#database = database;
    this.#work = work;
    this.#timer = setInterval(() => this.#look(), quietMs);
    this.#timer.unref();
  }

  #look(): void {
    const version = this.#work.dataVersion;
    const quiet = version === this.#seen && !this.#database.inTransaction;
    this.#seen = version;
    if (!quiet || version === this.#done) return;
    this.#database.pragma('wal_checkpoint(PASSIVE)');
    this.#done = version;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
