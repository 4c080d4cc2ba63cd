import BetterSqlite3 from 'better-sqlite3';
import { Connection, type ReadDb } from './connection.ts';

/**
 * Reads with several statements what stands in a file at one moment, however much is written meanwhile: a connection of
 * its own with one read transaction. For whoever compares what has to agree.
 * @param file the shop's file
 */
export async function atOneMoment<T>(file: string, read: (db: ReadDb) => Promise<T>): Promise<T> {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    database.pragma('busy_timeout = 5000');
    database.exec('BEGIN');
    return await read(new Connection(database));
  } finally {
    database.close();
  }
}
