import { rmSync } from 'node:fs';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import type { ShopCounts } from '#shared/contract/backups.ts';
import { Connection } from '../db/connection.ts';
import { applicationId } from '../db/migrate.ts';
import { shopCounts } from '../repositories/shop-counts.ts';

/** What a shop's file says about itself. */
export interface ShopInFile {
  readonly counts: ShopCounts;
  readonly schemaVersion: number;
  readonly shopName: string;
  readonly shopCreatedAt: number;
  readonly currency: string;
}

/** A database that is whole but not a shop of ours. */
export class NotAShop extends Error {
  constructor() {
    super('this database is not a shop');
    this.name = 'NotAShop';
  }
}

/** A database whose structure is not whole. */
export class NotWhole extends Error {
  constructor(found: unknown) {
    super(`the database is not whole: ${String(found)}`);
    this.name = 'NotWhole';
  }
}

/** Opens a database that only we have, for reading; SQLite's side files are removed again. */
export async function readingAlone<T>(file: string, read: (database: Database) => Promise<T>): Promise<T> {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    database.pragma('cache_size = -16000');
    return await read(database);
  } finally {
    database.close();
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
  }
}

/** Bytes of the header of a database file that `bytesByHeader` has to see. */
export const headerBytes = 100;

/**
 * How long a database file says it is, from its first bytes; 0 when it says nothing that can be relied on. SQLite itself
 * reports a file that lost its end as damaged, like any other damage. Layout: sqlite.org/fileformat.html, section 1.3.
 */
export function bytesByHeader(start: Uint8Array): number {
  const header = Buffer.from(start.buffer, start.byteOffset, start.byteLength);
  const mark = header.subarray(0, 16).toString('latin1');
  if (!'SQLite format 3\u0000'.startsWith(mark)) return 0;
  if (header.byteLength < headerBytes) return headerBytes;
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const isValid = header.readUInt32BE(24) === header.readUInt32BE(92);
  return isValid ? pageSize * header.readUInt32BE(28) : 0;
}

/** @throws NotWhole */
export function quickCheck(database: Database): void {
  const found: unknown = database.pragma('quick_check(1)', { simple: true });
  if (found !== 'ok') throw new NotWhole(found);
}

/** What is in the file. @throws NotAShop */
export async function shopIn(database: Database): Promise<ShopInFile> {
  if (database.pragma('application_id', { simple: true }) !== applicationId) throw new NotAShop();
  const row = database.prepare('SELECT name, created_at AS createdAt, currency FROM shop').get() as
    | { readonly name: string; readonly createdAt: number; readonly currency: string }
    | undefined;
  if (!row) throw new NotAShop();
  // Made-up people never take the place of the shop's.
  if (database.prepare("SELECT 1 FROM preferences WHERE name = 'training'").get()) throw new NotAShop();
  return {
    counts: await shopCounts(new Connection(database)),
    schemaVersion: Number(database.pragma('user_version', { simple: true })),
    shopName: row.name,
    shopCreatedAt: row.createdAt,
    currency: row.currency,
  };
}
