import BetterSqlite3 from 'better-sqlite3';
import { Connection, type ReadDb } from './connection.ts';

/** Reads two shops' files on one connection that cannot write; the tables of the other one stand under `backup`. */
export async function besideAnother<T>(
  file: string,
  other: string,
  read: (db: ReadDb) => Promise<T>,
): Promise<T> {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    database.pragma('busy_timeout = 5000');
    database.prepare('ATTACH ? AS backup').run(other);
    return await read(new Connection(database));
  } finally {
    database.close();
  }
}
