import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readSnapshotName, snapshotName } from '#shared/domain/backup/backup-names.ts';
import { mostSnapshotBytes, scratchBytes } from '#shared/domain/backup/places.ts';
import { readSetAsideName, setAsideMs } from '#shared/domain/backup/set-aside-names.ts';
import {
  type Snapshot,
  type SnapshotReason,
  snapshotsToKeep,
} from '#shared/domain/backup/snapshots-to-keep.ts';
import type { ShopCalendar } from '#shared/domain/business-day/business-day.ts';
import type { MadeFile } from '../../backups/jobs.ts';
import type { Safety } from '../../safety.ts';
import { failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import { shopFacts } from '../shop-context.ts';
import { backupFailure } from './backup-failure.ts';

/** A snapshot that was read back and opened. */
export type TakenSnapshot = MadeFile & { readonly at: number };

const bytesOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** Size of the shop's file together with what still stands in its log. */
export async function databaseBytes({ databaseFile }: OpenShop): Promise<number> {
  return (await bytesOf(databaseFile)) + (await bytesOf(`${databaseFile}-wal`));
}

const manifestOf = (name: string): string => `${name}.manifest.json`;
const beforeMigration = /^before-migration-from-\d+\.sqlite$/;

/** The snapshots in a directory, among whatever else is there; newest first. */
export async function listSnapshots(directory: string): Promise<readonly Snapshot[]> {
  const names = await readdir(directory).catch(() => [] as string[]);
  const all = new Set(names);
  const found: Snapshot[] = [];
  for (const name of names) {
    const read = readSnapshotName(name);
    const isCopy = beforeMigration.test(name);
    if (!read && !isCopy) continue;
    const file = await stat(join(directory, name)).catch(() => null);
    if (!file) continue;
    const { at, why } = read ?? { at: Math.round(file.mtimeMs), why: 'migration' as const };
    found.push({ name, at, why, bytes: file.size, proven: isCopy || all.has(manifestOf(name)) });
  }
  return found.sort((a, b) => b.at - a.at);
}

/** Removes the snapshots that need not stay; what it does not know, it leaves alone. */
export async function thinSnapshots(
  directory: string,
  options: { readonly now: number; readonly calendar: ShopCalendar; readonly maxBytes: number },
): Promise<void> {
  const snapshots = await listSnapshots(directory);
  const keep = snapshotsToKeep(snapshots, options);
  for (const { name } of snapshots) {
    if (keep.has(name)) continue;
    // In this order nothing is left that claims to describe a file which is gone.
    await rm(join(directory, manifestOf(name)), { force: true });
    await rm(join(directory, name), { force: true });
  }
}

const dayMs = 86_400_000;

/** Days of use after which a clock that says so is believed that what was set aside is old: a wrong one is noticed sooner. */
const daysOfUse = 3;

/**
 * Removes what a restore set aside when nobody can go back to it any more: its days are over, and there are snapshots of
 * several days since then, so that a clock which is ahead for a while takes nothing away.
 */
export async function dropOldSetAside(directory: string, now: number): Promise<void> {
  const moments = (await listSnapshots(directory)).map(({ at }) => at).filter((at) => at <= now);
  for (const name of await readdir(directory).catch(() => [] as string[])) {
    const at = readSetAsideName(name);
    if (at === null) continue;
    const since = moments.filter((moment) => moment > at + setAsideMs);
    if (new Set(since.map((moment) => Math.floor(moment / dayMs))).size < daysOfUse) continue;
    for (const end of ['-wal', '-journal', '']) await rm(join(directory, name + end), { force: true });
  }
}

/** Room on this computer for the copies that a backup of so many bytes takes meanwhile. @throws Failure BackupFailed */
export async function needScratch({ directory, diskSpace, logger }: Safety, bytes: number): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw backupFailure(error, logger, false);
  });
  const space = await diskSpace(directory);
  if (space && space.freeBytes < scratchBytes(bytes)) throw failure('BackupFailed', { why: 'localDiskFull' });
}

/**
 * Gives a copy of the shop as it is now, in the scratch directory, to `use`, and removes it afterwards.
 * @throws Failure BackupFailed, the signal's reason, or what `use` throws
 */
export async function withCopy<T>(
  { backups }: OpenShop,
  tell: (percent: number) => void,
  signal: AbortSignal,
  use: (copy: string) => Promise<T>,
): Promise<T> {
  const { workDirectory, logger } = backups.safety;
  const copy = join(workDirectory, `${randomUUID()}.sqlite`);
  try {
    try {
      await mkdir(workDirectory, { recursive: true, mode: 0o700 });
      await backups.copy(copy, tell, signal);
    } catch (error) {
      signal.throwIfAborted();
      throw backupFailure(error, logger, false);
    }
    return await use(copy);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) await rm(copy + end, { force: true });
  }
}

/** What a manifest says about the shop beside what is counted. */
export function manifestFacts(shop: OpenShop, at: number, hint: string) {
  const { name, created_at: createdAt } = shopFacts(shop.ctx).shop;
  return { shop: { name, createdAt }, appVersion: shop.backups.safety.version, hint, at };
}

/**
 * Takes a snapshot into `backups/` of the data directory, after whatever runs just now, and removes those that need not
 * stay any more. The till goes on meanwhile.
 * @throws Failure BackupFailed, or the signal's reason when the shop is being closed; nothing is left behind
 */
export function takeSnapshot(
  shop: OpenShop,
  why: SnapshotReason,
  signal?: AbortSignal,
): Promise<TakenSnapshot> {
  const { ctx, backups } = shop;
  const { safety, activity } = backups;
  const { calendar } = shopFacts(ctx);
  return activity.inTurn(signal, async (stop) => {
    const bytes = await databaseBytes(shop);
    await needScratch(safety, bytes);
    const at = ctx.clock.now();
    const made = await withCopy(
      shop,
      () => undefined,
      stop,
      async (copy) => {
        const job = {
          copy,
          directory: safety.directory,
          name: snapshotName(at, why),
          passphrase: null,
          manifest: manifestFacts(shop, at, ''),
        };
        try {
          return await safety.client.makeBackup(job, () => undefined, stop);
        } catch (error) {
          stop.throwIfAborted();
          throw backupFailure(error, safety.logger, false);
        }
      },
    );
    await thinSnapshots(safety.directory, { now: at, calendar, maxBytes: mostSnapshotBytes(bytes) });
    return { ...made, at };
  });
}

/** The same where it must not be in the way of what follows: a snapshot that fails is logged and that is all. */
export async function trySnapshot(shop: OpenShop, why: SnapshotReason, signal?: AbortSignal): Promise<void> {
  const { logger } = shop.backups.safety;
  try {
    const { file, bytes } = await takeSnapshot(shop, why, signal);
    logger.info('a snapshot was taken', { file, bytes });
  } catch (error) {
    if (!signal?.aborted && !shop.backups.activity.signal.aborted)
      logger.warn('a snapshot could not be taken', { why, error });
  }
}
