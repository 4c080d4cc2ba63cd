import type { Database, Statement } from 'better-sqlite3';
import { Connection, type ReadDb, type WriteTx } from './connection.ts';
import { type LogState, lengthenLog, logLook, moveWhatCanBe } from './move-log.ts';

/** The disk refused a write; nothing of the transaction was kept. */
export class StorageRefused extends Error {
  readonly why: 'diskFull' | 'readOnly' | 'damaged';
  constructor(why: 'diskFull' | 'readOnly' | 'damaged', cause: unknown) {
    super(`storage refused the write: ${why}`, { cause });
    this.name = 'StorageRefused';
    this.why = why;
  }
}

/** What the medium cannot give back; every other I/O error is about writing. */
const unreadable = new Set(['SQLITE_IOERR_READ', 'SQLITE_IOERR_SHORT_READ', 'SQLITE_IOERR_CORRUPTFS']);

/** Translates what SQLite reports about the disk; every other error is returned as it is. */
export function storageError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'SQLITE_FULL') return new StorageRefused('diskFull', error);
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new StorageRefused('readOnly', error);
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || unreadable.has(code))
    return new StorageRefused('damaged', error);
  // A quota, or no room for the shared-memory file, is reported as a failed write.
  if (code.startsWith('SQLITE_IOERR')) return new StorageRefused('diskFull', error);
  return error;
}

/** Page cache of a large transaction: as SQLite counts it, kibibytes with a minus. */
const largeCache = -128_000;

/**
 * The only holder of the writing connection. One use case = one transaction; transactions wait for one
 * another in order of arrival, so their statements never mix although repositories are asynchronous.
 */
export class UnitOfWork {
  readonly read: ReadDb;
  readonly #writer: Database;
  readonly #tx: WriteTx;
  readonly #begin: Statement;
  readonly #commit: Statement;
  readonly #look: () => LogState;
  #queue: Promise<unknown> = Promise.resolve();
  #version = 0;

  constructor(writer: Database, reader: Database) {
    this.#writer = writer;
    this.#tx = new Connection(writer);
    this.#begin = writer.prepare('BEGIN IMMEDIATE');
    this.#commit = writer.prepare('COMMIT');
    this.#look = logLook(reader);
    this.read = new Connection(reader);
  }

  /** Path of the shop's file. */
  get file(): string {
    return this.#writer.name;
  }

  /** Counts committed transactions: a cache made at one version is valid until it changes. */
  get dataVersion(): number {
    return this.#version;
  }

  /**
   * Runs `work` in one transaction. When it returns, everything is on disk; when it throws, nothing is.
   * @param committed runs right after the commit, before any other transaction begins
   * @throws StorageRefused when the disk is full, read-only or damaged; otherwise what `work` threw.
   */
  write<T>(work: (tx: WriteTx) => Promise<T>, committed?: (result: T) => void): Promise<T> {
    const turn = this.#queue.then(() => this.#transaction(work, committed));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * `write` for one transaction that touches most of the file, such as making all summaries anew: with a larger page cache
   * meanwhile, because what does not fit into it is written to the log and read back again. References are not looked
   * up one by one: only for writing rows whose ids were read from rows that have been checked.
   */
  writeLarge<T>(work: (tx: WriteTx) => Promise<T>): Promise<T> {
    const turn = this.#queue.then(async () => {
      const usual = Number(this.#writer.pragma('cache_size', { simple: true }));
      this.#writer.pragma(`cache_size = ${largeCache}`);
      this.#writer.pragma('foreign_keys = OFF');
      try {
        return await this.#transaction(work, undefined);
      } finally {
        this.#writer.pragma('foreign_keys = ON');
        this.#writer.pragma(`cache_size = ${usual}`);
        this.#writer.pragma('shrink_memory');
      }
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Writes the whole file anew, so that nothing of what was deleted stays in it, and empties the write-ahead log. The till
   * waits meanwhile: about a second for each 100 MB. Zeroing what is deleted (`secure_delete`), with or without giving back
   * free pages, would not do: rows that were moved between pages before leave copies beside what is in use.
   * @returns false when somebody was reading: the log still holds pages of before
   */
  compact(): Promise<boolean> {
    const turn = this.#queue.then(() => {
      try {
        this.#writer.exec('VACUUM');
        const [moved] = this.#writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
        return moved?.busy === 0;
      } catch (error) {
        throw storageError(error);
      }
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** The write-ahead log as it stands. */
  log(): LogState {
    return this.#look();
  }

  /** Moves the write-ahead log between two transactions: only for what is little, because the till waits meanwhile. */
  moveLog(): Promise<LogState> {
    const turn = this.#queue.then(() => moveWhatCanBe(this.#writer));
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Makes the file of the write-ahead log longer between two transactions.
   * @param handle of that file
   * @returns false when it is as long as that already
   */
  lengthenLog(handle: number, bytes: number): Promise<boolean> {
    const turn = this.#queue.then(() => {
      this.#begin.run();
      try {
        return lengthenLog(handle, bytes);
      } finally {
        this.#rollBack();
      }
    });
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  async #transaction<T>(
    work: (tx: WriteTx) => Promise<T>,
    committed: ((result: T) => void) | undefined,
  ): Promise<T> {
    try {
      this.#begin.run();
      const result = await work(this.#tx);
      this.#commit.run();
      this.#version += 1;
      committed?.(result);
      return result;
    } catch (error) {
      this.#rollBack();
      throw storageError(error);
    }
  }

  /** SQLite has rolled back by itself after some errors; one that also fails here must not hide the first. */
  #rollBack(): void {
    try {
      if (this.#writer.inTransaction) this.#writer.exec('ROLLBACK');
    } catch {
      // The next BEGIN fails and says so.
    }
  }

  /** Resolves when every write begun so far has ended. */
  async settled(): Promise<void> {
    await this.#queue;
  }
}
