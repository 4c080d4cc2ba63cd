import type { Database } from 'better-sqlite3';
import type { Migration } from '#migrations/migration.ts';

/** 'Rglr' as a big-endian integer: marks a file as ours. */
export const applicationId = 0x52676c72;

/** Highest schema number in a list of migrations. */
export function latestSchema(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.number ?? 0;
}

/** @throws Error when the numbers do not rise strictly: a mistake of ours, never of the file. */
function checkOrder(migrations: readonly Migration[]): void {
  for (let index = 1; index < migrations.length; index += 1) {
    const earlier = migrations[index - 1];
    const later = migrations[index];
    if (earlier && later && later.number <= earlier.number) {
      throw new Error(`migration ${later.number} comes after ${earlier.number}`);
    }
  }
}

/** @throws Error when a row refers to one that is not there: a mistake of the migration, which is rolled back */
function checkReferences(database: Database): void {
  const [broken] = database.pragma('foreign_key_check') as { table: string; parent: string }[];
  if (broken)
    throw new Error(`a row of ${broken.table} refers to a row of ${broken.parent} that is not there`);
}

/**
 * Brings a database to the newest schema. Each migration and its `user_version` are one transaction, so a
 * failing one leaves the file at the step before it.
 * @param beforeChange is called once, before the first migration of a file that already holds data.
 * @returns the schema number reached
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  beforeChange: () => void,
): number {
  checkOrder(migrations);
  const current = Number(database.pragma('user_version', { simple: true }));
  const pending = migrations.filter((migration) => migration.number > current);
  if (pending.length > 0 && current > 0) beforeChange();
  for (const migration of pending) {
    // A table that is made anew is dropped while others refer to it; what they refer to is checked before the commit.
    const enforced = database.pragma('foreign_keys', { simple: true });
    database.pragma('foreign_keys = OFF');
    database.exec('BEGIN IMMEDIATE');
    try {
      migration.up((sql) => database.exec(sql));
      checkReferences(database);
      database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${migration.number}`);
      database.exec('COMMIT');
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    } finally {
      database.pragma(`foreign_keys = ${enforced === 1 ? 'ON' : 'OFF'}`);
    }
  }
  return Number(database.pragma('user_version', { simple: true }));
}
