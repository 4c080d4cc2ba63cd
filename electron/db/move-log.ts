import { fstatSync, writeSync } from 'node:fs';
import BetterSqlite3, { type Database } from 'better-sqlite3';

/** The write-ahead log as it stands. */
export interface LogState {
  /** Pages in it since it was last begun anew. */
  readonly pages: number;
  /** Those of them that do not stand in the file yet. */
  readonly left: number;
}

interface Checkpointed {
  readonly log: number;
  readonly checkpointed: number;
}

const stateOf = ({ log, checkpointed }: Checkpointed): LogState => ({
  pages: Math.max(0, log),
  left: Math.max(0, log - checkpointed),
});

/** A look at the log that moves nothing and takes a few microseconds, also beside a transaction of another connection. */
export function logLook(database: Database): () => LogState {
  const look = database.prepare<[], Checkpointed>('PRAGMA wal_checkpoint(NOOP)');
  return () => stateOf(look.get() ?? { log: 0, checkpointed: 0 });
}

/** Moves what can be moved without keeping anybody from writing or reading; the rest stays in the log. */
export function moveWhatCanBe(database: Database): LogState {
  const [moved] = database.pragma('wal_checkpoint(PASSIVE)') as Checkpointed[];
  return stateOf(moved ?? { log: 0, checkpointed: 0 });
}

/** A log that is still written to is followed so often: what came during one round is little in the next. */
const rounds = 3;

/**
 * Moves what stands in the write-ahead log into the file, on a connection of its own: for other threads than the one that
 * writes, so that neither the moving nor its waiting for the disk delays a check-in.
 */
export function moveLog(file: string): void {
  const database = new BetterSqlite3(file);
  try {
    // Closing the last connection would move the log too; this is never the last one.
    database.pragma('wal_autocheckpoint = 0');
    for (let round = 0; round < rounds; round += 1) {
      if (moveWhatCanBe(database).left === 0) return;
    }
  } finally {
    database.close();
  }
}

/** Bytes by which the log is made longer at a time: written in less than a millisecond. */
export const lengthenedBy = 1024 * 1024;
const zeros = Buffer.alloc(lengthenedBy);

/**
 * Adds zeros behind the end of a log, which SQLite takes for what was never written. Only while its lock for writing is held:
 * whoever else wrote there meanwhile would be overwritten.
 * @param handle of the log's file
 * @returns false when it is so long already
 */
export function lengthenLog(handle: number, bytes: number): boolean {
  const { size } = fstatSync(handle);
  if (size >= bytes) return false;
  writeSync(handle, zeros, 0, Math.min(lengthenedBy, bytes - size), size);
  return true;
}
