import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { migrate } from '#electron/db/migrate.ts';
import { firstShop } from '#migrations/0010-first-shop.ts';
import { migrations } from '#migrations/index.ts';
import { projectRoot } from './project-root.ts';

/** Every schema that was ever in use, the newest included. */
export const allSchemas: readonly number[] = migrations.map(({ number }) => number);

const firstShopRows = join(projectRoot, 'tests/migrations/first-shop.sql');

/**
 * Writes a shop's file of an earlier schema: rows as the first version kept them, and what the migrations made of them
 * since. Two customers and their check-ins, a card, a note.
 */
export function writeOlderShop(file: string, schema: number): void {
  const database = new BetterSqlite3(file);
  try {
    migrate(database, [firstShop], () => undefined);
    database.exec(readFileSync(firstShopRows, 'utf8'));
    const until = migrations.filter(({ number }) => number <= schema);
    migrate(database, until, () => undefined);
  } finally {
    database.close();
  }
}
