import { createHash } from 'node:crypto';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { migrations } from '#migrations/index.ts';
import { brokenCloses } from '#shared/domain/month-close/chain.ts';
import { Connection } from '../db/connection.ts';
import { latestSchema } from '../db/migrate.ts';
import { upgradeDatabase } from '../db/upgrade-on-copy.ts';
import { ledgerDrift, summaryDrift } from '../repositories/drift.ts';
import { loadCloses } from '../repositories/month-closes.ts';
import type { DrillCheck } from './jobs.ts';
import { readingAlone } from './shop-in-file.ts';

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Each check of a restored copy, with the question it asks. */
const checks: readonly (readonly [DrillCheck['name'], (database: Database) => Promise<boolean>])[] = [
  ['integrity', async (database) => database.pragma('integrity_check(1)', { simple: true }) === 'ok'],
  ['references', async (database) => (database.pragma('foreign_key_check') as unknown[]).length === 0],
  ['summaries', async (database) => (await summaryDrift(new Connection(database))).length === 0],
  ['balances', async (database) => (await ledgerDrift(new Connection(database))).length === 0],
  [
    'closes',
    async (database) => {
      const rows = await loadCloses(new Connection(database));
      const closes = rows.map(({ number, content, previous_hash: previousHash, hash }) => ({
        number,
        content,
        previousHash,
        hash,
      }));
      return brokenCloses(closes, hashOf).length === 0;
    },
  ],
];

function schemaOf(file: string): number {
  const database = new BetterSqlite3(file, { readonly: true });
  try {
    return Number(database.pragma('user_version', { simple: true }));
  } finally {
    database.close();
  }
}

/**
 * Checks a restored scratch copy as thoroughly as can be: every page and index, every reference, every derived table and
 * balance against the append-only tables, the chain of closed months. An older copy is brought up to date first, as a
 * restore would do. A check that cannot be carried out has failed.
 */
export async function proveShopFile(
  file: string,
  tell: (progress: { readonly percent: number }) => void,
  signal: AbortSignal,
): Promise<DrillCheck[]> {
  if (schemaOf(file) < latestSchema(migrations)) upgradeDatabase(file);
  return readingAlone(file, async (database) => {
    const found: DrillCheck[] = [];
    for (const [index, [name, isSound]] of checks.entries()) {
      tell({ percent: Math.round((index / checks.length) * 100) });
      // Lets a stop be heard between two checks.
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      found.push({ name, sound: await isSound(database).catch(() => false) });
    }
    tell({ percent: 100 });
    return found;
  });
}
