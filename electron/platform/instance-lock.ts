import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Who holds a data directory, for the sentence shown to the one who comes second. */
export interface InstanceInfo {
  readonly pid: number;
  readonly host: 'desktop' | 'browser';
  /** Where the browser host listens, without its token; null in the desktop app or before it listens. */
  readonly url: string | null;
}

export type InstanceLock =
  /** The directory is ours until `release`, or until this process ends in whatever way. */
  | { readonly kind: 'held'; readonly announce: (info: InstanceInfo) => void; readonly release: () => void }
  /** Another process holds it. `holder` is null when it has not said yet who it is. */
  | { readonly kind: 'taken'; readonly holder: InstanceInfo | null }
  /** No lock file can be made there (read-only, missing drive): opening the data will say the same. */
  | { readonly kind: 'unavailable'; readonly reason: string };

const LOCK_FILE = 'regulars.lock';
const INFO_FILE = 'regulars.lock.json';

/**
 * Takes the one place in `dataDir`. The lock is an exclusive transaction on an empty SQLite file: the
 * operating system drops it together with the process, so a kill or a power cut leaves nothing to clean
 * up, and the same few lines work on Linux, macOS and Windows.
 */
export function takeInstanceLock(dataDir: string): InstanceLock {
  let database: Database.Database | null = null;
  try {
    // Customers' names are nobody else's business on a shared computer.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    database = new Database(join(dataDir, LOCK_FILE), { timeout: 0 });
    // Nothing is ever written, so no journal file need lie beside it.
    database.pragma('journal_mode = MEMORY');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database?.close();
    if (isBusy(error)) return { kind: 'taken', holder: readInfo(dataDir) };
    return { kind: 'unavailable', reason: error instanceof Error ? error.message : String(error) };
  }
  const held = database;
  // Whoever is named there is gone: the lock was free.
  removeInfo(dataDir);
  return {
    kind: 'held',
    announce: (info) => writeInfo(dataDir, info),
    release: () => {
      if (!held.open) return;
      removeInfo(dataDir);
      held.close();
    },
  };
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/** Best effort: on a full disk the second instance is refused all the same, only without an address. */
function writeInfo(dataDir: string, info: InstanceInfo): void {
  const part = join(dataDir, `${INFO_FILE}.part`);
  try {
    writeFileSync(part, JSON.stringify(info));
    renameSync(part, join(dataDir, INFO_FILE));
  } catch {
    removeInfo(dataDir);
  }
}

function removeInfo(dataDir: string): void {
  for (const name of [INFO_FILE, `${INFO_FILE}.part`]) {
    try {
      rmSync(join(dataDir, name), { force: true });
    } catch {
      // A directory that turned read-only: the lock itself is what counts.
    }
  }
}

function readInfo(dataDir: string): InstanceInfo | null {
  try {
    const value: unknown = JSON.parse(readFileSync(join(dataDir, INFO_FILE), 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const { pid, host, url } = value as Partial<Record<keyof InstanceInfo, unknown>>;
    if (typeof pid !== 'number' || (host !== 'desktop' && host !== 'browser')) return null;
    return { pid, host, url: typeof url === 'string' ? url : null };
  } catch {
    return null;
  }
}
