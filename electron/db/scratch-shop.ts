import BetterSqlite3 from 'better-sqlite3';
import { flush } from './flush.ts';
import { UnitOfWork } from './unit-of-work.ts';

/**
 * Changes a shop's file that nobody else has open; nothing stands beside it afterwards.
 * @throws what `work` throws, or what SQLite or the file system reports
 */
export async function changeScratchShop<T>(file: string, work: (work: UnitOfWork) => Promise<T>): Promise<T> {
  const database = new BetterSqlite3(file);
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    const result = await work(new UnitOfWork(database, database));
    database.pragma('wal_checkpoint(TRUNCATE)');
    return result;
  } finally {
    database.close();
    flush(file);
  }
}
