import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readSnapshotName } from '#shared/domain/backup/backup-names.ts';
import { isBeforeMigration, readSetAsideName } from '#shared/domain/backup/set-aside-names.ts';
import type { WriteTx } from '../../db/connection.ts';
import { loadPreferences, setPreference } from '../../repositories/shop.ts';
import { databaseBytes, takeSnapshot } from '../backups/snapshots.ts';
import type { OpenShop } from '../open-shop.ts';

/** Under this name stands since when copies of what was forgotten are to be cleaned away; empty: nothing is. */
const toClean = 'privacy.toClean';

/** Notes inside a transaction that forgets somebody that the copies must follow, also after a restart. */
export async function noteToClean(tx: WriteTx, at: number): Promise<void> {
  await setPreference(tx, toClean, String(at));
}

/** Since when something is to be cleaned away; null when nothing is. */
export async function toCleanSince({ ctx }: Pick<OpenShop, 'ctx'>): Promise<number | null> {
  const value = (await loadPreferences(ctx.work.read)).get(toClean) ?? '';
  return value === '' ? null : Number(value);
}

/** Copies of the shop on this computer, which still hold what was forgotten since they were made. */
export async function olderCopies(directory: string, newest: string | null): Promise<string[]> {
  const names = await readdir(directory).catch(() => [] as string[]);
  const isCopy = (name: string) =>
    readSnapshotName(name) !== null || isBeforeMigration(name) || readSetAsideName(name) !== null;
  return names.filter((name) => isCopy(name) && name !== newest);
}

/** A file up to this is written anew in less time than a check-in may wait. */
const smallBytes = 20_000_000;

/**
 * Cleans up after an erasure: at once where the till hardly notices, else in the next minute in which nothing is written,
 * because the whole program waits while a large file is written anew. Nobody waits for it; what fails is done again.
 */
export async function cleanUpSoon(shop: OpenShop): Promise<void> {
  if ((await databaseBytes(shop)) > smallBytes) return;
  await cleanUpForgotten(shop).catch((error: unknown) => {
    if (!shop.backups.activity.signal.aborted)
      shop.backups.safety.logger.warn('copies of what was forgotten stay for now', { error });
  });
}

/**
 * Takes away what still holds the people forgotten: free space in the file, the write-ahead log, exports that wait, and
 * the copies on this computer, in whose place one new snapshot comes first. Doing it twice does no harm.
 * @returns false when a report was reading the file: it is tried again
 * @throws Failure BackupFailed when no new snapshot could be taken; the older ones then stay
 */
export async function cleanUpForgotten(shop: OpenShop): Promise<boolean> {
  const since = await toCleanSince(shop);
  if (since === null) return true;
  shop.exports.empty();
  if (!(await shop.ctx.work.compact())) return false;
  const { directory, logger } = shop.backups.safety;
  const snapshot = await takeSnapshot(shop, 'manual');
  const copies = await olderCopies(directory, basename(snapshot.file));
  for (const name of copies) {
    for (const end of ['.manifest.json', '-wal', '-shm', '-journal', '']) {
      await rm(join(directory, name + end), { force: true });
    }
  }
  logger.info('copies of what was forgotten were taken away', { copies: copies.length });
  // Somebody may have been forgotten in between: that one waits for the next time.
  await shop.ctx.work.write(async (tx) => {
    const now = (await loadPreferences(tx)).get(toClean);
    if (now === String(since)) await setPreference(tx, toClean, '');
  });
  return true;
}
