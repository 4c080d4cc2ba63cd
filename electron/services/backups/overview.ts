import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupAttention, BackupPreferences, BackupsOverview } from '#shared/contract/backups.ts';
import { attentionOf } from '#shared/domain/backup/attention.ts';
import { mostBackupBytes } from '#shared/domain/backup/places.ts';
import type { RecordedRestore } from '../../backups/backup-record.ts';
import type { Safety } from '../../safety.ts';
import type { OpenShop } from '../open-shop.ts';
import { present, shopFacts } from '../shop-context.ts';
import { shownBackup } from './make-backup.ts';
import { backupPlaces } from './places.ts';
import { databaseBytes, listSnapshots, takeSnapshot } from './snapshots.ts';

/** The last restore while it can still be taken back. */
function takeableBack(restores: readonly RecordedRestore[], now: number): BackupsOverview['restored'] {
  const [last] = restores;
  if (!last || last.wentBack || last.until <= now) return null;
  if (last.setAside === null || !existsSync(last.setAside)) return null;
  const { at, from, fromAt, until } = last;
  return { at, from, fromAt, until };
}

const backupsHere = ({ ctx, backups }: OpenShop) =>
  backups.safety.record.backups(shopFacts(ctx).shop.created_at);

/** What is to be pointed out about the safety of the data; quick enough to be asked at every start of the till. */
export async function safetyAttention(shop: OpenShop): Promise<BackupAttention[]> {
  const { ctx, figures, backups } = shop;
  const { safety, clockWatch } = backups;
  const { shop: row, calendar } = shopFacts(ctx);
  const { at: now } = present(ctx);
  clockWatch.look();
  const counts = await figures.ask('shopCounts', null);
  const newestDay = await figures.ask('newestVisitDay', null);
  const [last] = backupsHere(shop);
  const space = await safety.diskSpace(shop.dataDir);
  return attentionOf({
    now,
    calendar,
    shopCreatedAt: row.created_at,
    hasData: counts.customers > 0 || counts.visits > 0,
    lastBackupAt: last?.at ?? null,
    reminderDays: safety.record.settings().preferences.reminderDays,
    pluggedSince: safety.drives.drives.map(({ pluggedSince }) => pluggedSince),
    freeBytes: space?.freeBytes ?? null,
    databaseBytes: await databaseBytes(shop),
    clockWasAt: clockWatch.wasAt,
    newestDay,
    drill: safety.record.drills()[0] ?? null,
  });
}

/** Everything the backup screen shows. */
export async function backupsOverview(shop: OpenShop): Promise<BackupsOverview> {
  const { ctx, figures, backups } = shop;
  const { safety, activity } = backups;
  const settings = safety.record.settings();
  const made = backupsHere(shop);
  const [last] = made;
  const now = await figures.ask('shopCounts', null);
  const needsBytes = mostBackupBytes(await databaseBytes(shop));
  const snapshots = await listSnapshots(safety.directory);
  const { passphrase, preferences } = settings;
  return {
    now,
    last: last ? shownBackup(last) : null,
    sinceLast: Math.max(0, now.visits - (last?.counts.visits ?? 0)),
    needsBytes,
    places: await backupPlaces(safety, needsBytes),
    earlier: made.map(shownBackup),
    passphrase: { set: passphrase !== null, hint: passphrase?.hint ?? '', setAt: passphrase?.setAt ?? null },
    preferences,
    drill: safety.record.drills()[0] ?? null,
    snapshots: {
      count: snapshots.length,
      bytes: snapshots.reduce((sum, { bytes }) => sum + bytes, 0),
      newestAt: snapshots[0]?.at ?? null,
    },
    restored: takeableBack(safety.record.restores(), ctx.clock.now()),
    attention: await safetyAttention(shop),
    running: activity.running,
    canChooseFolder: safety.chooseFolder !== null,
  };
}

/** Sets what is given; the rest stays. */
export function setPreferences(
  { record }: Safety,
  change: { readonly [K in keyof BackupPreferences]?: BackupPreferences[K] | undefined },
): void {
  const { preferences } = record.settings();
  record.changeSettings({
    preferences: {
      reminderDays: change.reminderDays ?? preferences.reminderDays,
      startByItself: change.startByItself ?? preferences.startByItself,
    },
  });
}

/** Saves a snapshot because somebody asked for one. @throws Failure BackupFailed */
export async function saveCopy(shop: OpenShop) {
  const { file, bytes, at, counts } = await takeSnapshot(shop, 'manual');
  return { file, bytes, at, customers: counts.customers, visits: counts.visits };
}

/** The newest copy of the shop there is, a backup or a snapshot. */
export async function latestCopy(shop: OpenShop): Promise<{ at: number | null; file: string | null }> {
  const { directory } = shop.backups.safety;
  const [backup] = backupsHere(shop);
  // The copy before a migration is of an earlier moment than its own.
  const snapshot = (await listSnapshots(directory)).find(({ why }) => why !== 'migration');
  if (backup && (!snapshot || backup.at >= snapshot.at)) return { at: backup.at, file: backup.file };
  return snapshot ? { at: snapshot.at, file: join(directory, snapshot.name) } : { at: null, file: null };
}

/** When somebody last made a copy: a backup, or a snapshot that was asked for; what the program takes by itself does not count. */
export async function lastOwnCopyAt(shop: OpenShop): Promise<number | null> {
  const [backup] = backupsHere(shop);
  const snapshots = await listSnapshots(shop.backups.safety.directory);
  const asked = snapshots.find(({ why, proven }) => why === 'manual' && proven);
  const moments = [backup?.at, asked?.at].filter((at) => at !== undefined);
  return moments.length > 0 ? Math.max(...moments) : null;
}

/** Lets somebody choose a folder in the system's dialog; null where there is none, or nothing was chosen. */
export async function chooseFolder({ chooseFolder: choose }: Safety): Promise<{ path: string | null }> {
  return { path: choose ? await choose() : null };
}
