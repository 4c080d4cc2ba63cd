import { randomUUID } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSnapshotName } from '#shared/domain/backup/backup-names.ts';
import { readBackupName, readSetAsideName } from '#shared/domain/backup/set-aside-names.ts';
import { BackupRefusal, type OpenedBackup } from '../../backups/jobs.ts';
import { openRefusal } from '../../db/open-database.ts';
import { removeDatabase } from '../../db/upgrade-on-copy.ts';
import type { Logger } from '../../platform/logger.ts';
import type { Safety } from '../../safety.ts';
import { Failure, failure } from '../failure.ts';
import { Stopped } from '../stream-progress.ts';

/** Which file to go back to. */
export interface ChosenBackup {
  readonly file: string;
  readonly passphrase: string | null;
}

/** A backup that was opened whole and checked, and of when it is. */
export interface InScratch {
  readonly scratch: string;
  readonly opened: OpenedBackup;
  readonly at: number;
}

/** Of when a backup is: its manifest knows best, then its name, then the file system. */
function momentOf(file: string, opened: OpenedBackup): number {
  const name = basename(file);
  return (
    opened.manifest?.at ??
    readBackupName(name)?.at ??
    readSnapshotName(name)?.at ??
    readSetAsideName(name) ??
    Math.round(statSync(file).mtimeMs)
  );
}

const reasons = { DiskFull: 'diskFull', ReadOnly: 'readOnly' } as const;

/** What stopped a restore, as the contract names it; whatever else it was stands in the log. */
function restoreFailure(error: unknown, logger: Logger): unknown {
  if (error instanceof Failure || error instanceof Stopped) return error;
  if (error instanceof BackupRefusal) {
    const { why, hint, fileSchema } = error;
    return failure('BackupRefused', { why, hint, fileSchema });
  }
  const { code } = openRefusal(error);
  logger.warn('a backup could not be gone back to', { error });
  return failure('RestoreFailed', {
    why: code === 'DiskFull' || code === 'ReadOnly' ? reasons[code] : 'unknown',
  });
}

/** The next start removes what cannot be removed now. */
function removeScratch(scratch: string, logger: Logger): void {
  try {
    removeDatabase(scratch);
  } catch (error) {
    logger.warn('a scratch copy could not be removed', { error });
  }
}

/**
 * Opens a backup into a scratch file for as long as `use` takes.
 * @param use may move the scratch file away; what is left of it is removed
 * @throws Failure BackupRefused when it is not whole, locked, newer or no backup; RestoreFailed when there is no room
 */
export async function openIntoScratch<T>(
  safety: Safety,
  { file, passphrase }: ChosenBackup,
  tell: (percent: number) => void,
  signal: AbortSignal,
  use: (inScratch: InScratch) => Promise<T>,
): Promise<T> {
  const scratch = join(safety.workDirectory, `restore-${randomUUID()}.sqlite`);
  try {
    mkdirSync(safety.workDirectory, { recursive: true, mode: 0o700 });
    const job = { file, passphrase, into: scratch };
    const opened = await safety.client.openBackup(job, ({ percent }) => tell(percent), signal);
    return await use({ scratch, opened, at: momentOf(file, opened) });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw restoreFailure(error, safety.logger);
  } finally {
    removeScratch(scratch, safety.logger);
  }
}
