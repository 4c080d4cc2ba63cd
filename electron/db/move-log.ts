import BetterSqlite3 from 'better-sqlite3';

/**
 * Moves what stands in the write-ahead log into the file, on a connection of its own: for other threads than the one that
 * writes, so that neither the moving nor its waiting for the disk delays a check-in. Nobody is kept from writing or reading
 * meanwhile, and what cannot be moved yet stays in the log.
 */
export function moveLog(file: string): void {
  const database = new BetterSqlite3(file);
  try {
    // Closing the last connection would move the log too; this is never the last one.
    database.pragma('wal_autocheckpoint = 0');
    database.pragma('wal_checkpoint(PASSIVE)');
  } finally {
    database.close();
  }
}
