import type * as z from 'zod';
import type { failures } from '#shared/contract/failures.ts';
import { BackupProblem } from '../../backups/jobs.ts';
import { CopyDamaged } from '../../db/copy-database.ts';
import { StorageRefused, storageError } from '../../db/unit-of-work.ts';
import type { Logger } from '../../platform/logger.ts';
import { Failure, failure } from '../failure.ts';

type Why = z.infer<typeof failures.BackupFailed.data>['why'];

/** What the system's words for a refused file mean to somebody with a stick in the hand. */
const byCode: Readonly<Record<string, Why>> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskFull',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  ENOENT: 'gone',
  ENODEV: 'gone',
  ENXIO: 'gone',
  EIO: 'gone',
  ENAMETOOLONG: 'nameTooLong',
};

function whyOf(error: unknown): Why {
  if (error instanceof BackupProblem) return error.why;
  if (error instanceof CopyDamaged) return 'check';
  const cause = storageError(error);
  if (cause instanceof StorageRefused) return cause.why === 'damaged' ? 'check' : cause.why;
  return byCode[error instanceof Error && 'code' in error ? String(error.code) : ''] ?? 'unknown';
}

/**
 * Why a backup could not be made, as the contract names it; what the system said goes into the log.
 * @param atPlace false where it was this computer's own disk
 */
export function backupFailure(error: unknown, logger: Logger, atPlace = true): Failure {
  if (error instanceof Failure) return error;
  const why = whyOf(error);
  logger.warn('a backup, a snapshot or a drill could not be made', { why, error });
  return failure('BackupFailed', { why: why === 'diskFull' && !atPlace ? 'localDiskFull' : why });
}
