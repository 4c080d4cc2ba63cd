import type { BackupStage, MadeBackup } from '#shared/contract/backups.ts';
import { backupName } from '#shared/domain/backup/backup-names.ts';
import { mostBackupBytes } from '#shared/domain/backup/places.ts';
import type { RecordedBackup } from '../../backups/backup-record.ts';
import type { Safety } from '../../safety.ts';
import { failure } from '../failure.ts';
import type { OpenShop } from '../open-shop.ts';
import { shopFacts } from '../shop-context.ts';
import { streamProgress } from '../stream-progress.ts';
import { backupFailure } from './backup-failure.ts';
import { backupPlaces } from './places.ts';
import { databaseBytes, manifestFacts, needScratch, withCopy } from './snapshots.ts';

export interface BackupProgress {
  readonly stage: BackupStage;
  readonly percent: number;
}

/** Part of the whole that the copy takes, percent; the rest is checking, locking, writing and reading back. */
const copyShare = 10;

/** A backup as the screens see it. */
export const shownBackup = ({ shopCreatedAt: _shop, ...backup }: RecordedBackup): MadeBackup => backup;

/** The place, when a backup can be written there. @throws Failure BackupFailed */
async function readyPlace({ backups }: OpenShop, placeId: string, needsBytes: number) {
  await backups.safety.drives.look();
  const place = (await backupPlaces(backups.safety, needsBytes)).find(({ id }) => id === placeId);
  if (!place || place.state === 'missing') throw failure('BackupFailed', { why: 'gone' });
  if (place.state === 'readOnly') throw failure('BackupFailed', { why: 'readOnly' });
  if (place.state === 'full') throw failure('BackupFailed', { why: 'diskFull' });
  return place;
}

/** A backup that cannot be put on record is one all the same: it lies on the stick, whole and checked. */
function remember({ record, logger }: Safety, backup: RecordedBackup): void {
  try {
    record.appendBackup(backup);
  } catch (error) {
    logger.error('a backup could not be put on record', { file: backup.file, error });
  }
}

/**
 * Makes a backup on a place: copies the shop while the till goes on, and has the copy checked, compressed, locked where
 * there is a passphrase, written, read back and opened. What was made is remembered.
 * @throws Failure BackupFailed (`busy` while another one runs), or the signal's reason; nothing is left behind
 */
export function makeBackup(
  shop: OpenShop,
  placeId: string,
  tell: (progress: BackupProgress) => void,
  signal?: AbortSignal,
): Promise<MadeBackup> {
  const { ctx, backups } = shop;
  const { safety, activity } = backups;
  return activity.alone('backup', signal, async (note, stop) => {
    const say = (progress: BackupProgress) => {
      note(progress);
      tell(progress);
    };
    say({ stage: 'copy', percent: 0 });
    const bytes = await databaseBytes(shop);
    const place = await readyPlace(shop, placeId, mostBackupBytes(bytes));
    await needScratch(safety, bytes);
    const at = ctx.clock.now();
    const { name, created_at: shopCreatedAt } = shopFacts(ctx).shop;
    const { passphrase } = safety.record.settings();
    const onCopy = (percent: number) =>
      say({ stage: 'copy', percent: Math.floor((percent * copyShare) / 100) });
    const made = await withCopy(shop, onCopy, stop, async (copy) => {
      const job = {
        copy,
        directory: place.path,
        name: backupName(name, at),
        passphrase: passphrase?.text ?? null,
        manifest: manifestFacts(shop, at, passphrase?.hint ?? ''),
      };
      const onJob = ({ stage, percent }: BackupProgress) =>
        say({ stage, percent: copyShare + Math.floor((percent * (100 - copyShare)) / 100) });
      try {
        return await safety.client.makeBackup(job, onJob, stop);
      } catch (error) {
        stop.throwIfAborted();
        throw backupFailure(error, safety.logger);
      }
    });
    const backup: RecordedBackup = {
      id: made.file,
      at,
      placeLabel: place.label,
      file: made.file,
      bytes: made.bytes,
      encrypted: passphrase !== null,
      counts: made.counts,
      shopCreatedAt,
    };
    remember(safety, backup);
    safety.logger.info('a backup was made', { file: made.file, bytes: made.bytes });
    return shownBackup(backup);
  });
}

/** The same as a stream; whoever leaves it stops the backup. */
export async function* runBackup(
  shop: OpenShop,
  { placeId }: { readonly placeId: string },
  signal?: AbortSignal,
): AsyncGenerator<
  | ({ readonly kind: 'progress' } & BackupProgress)
  | { readonly kind: 'done'; readonly backup: MadeBackup; readonly safeToRemove: boolean },
  void,
  undefined
> {
  const backup = yield* streamProgress<{ readonly kind: 'progress' } & BackupProgress, MadeBackup>(
    (tell, stop) => makeBackup(shop, placeId, (progress) => tell({ kind: 'progress', ...progress }), stop),
    signal,
  );
  // The file and its folder were flushed before the backup got its name.
  yield { kind: 'done', backup, safeToRemove: true };
}
