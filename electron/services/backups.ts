import { CopyDamaged, newestFile, type VerifiedCopy } from '../db/copy-database.ts';
import { StorageRefused, storageError } from '../db/unit-of-work.ts';
import { failure } from './failure.ts';
import { type ShopContext, shopFacts } from './shop-context.ts';

/** Where copies go and how one is made: the file system, injected. */
export interface BackupPlace {
  readonly directory: string;
  readonly copy: (name: string) => Promise<VerifiedCopy>;
}

const copyName = /^regulars-\d{8}-\d{6}\.sqlite$/;

function whyOf(error: unknown): 'diskFull' | 'readOnly' | 'check' | 'unknown' {
  if (error instanceof CopyDamaged) return 'check';
  const cause = storageError(error);
  if (cause instanceof StorageRefused) return cause.why === 'damaged' ? 'check' : cause.why;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'diskFull';
  return ['EROFS', 'EACCES', 'EPERM'].includes(code) ? 'readOnly' : 'unknown';
}

/**
 * Saves a checked copy of the shop's file.
 * @throws Failure BackupFailed; nothing half-written stays behind
 */
export async function saveCopy(ctx: ShopContext, place: BackupPlace): Promise<VerifiedCopy & { at: number }> {
  shopFacts(ctx);
  const at = ctx.clock.now();
  const stamp = new Date(at).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
  try {
    return { ...(await place.copy(`regulars-${stamp}.sqlite`)), at };
  } catch (error) {
    throw failure('BackupFailed', { why: whyOf(error) });
  }
}

/** When the newest copy was written. */
export function latestCopy(ctx: ShopContext, place: BackupPlace): { at: number | null; file: string | null } {
  shopFacts(ctx);
  return newestFile(place.directory, copyName) ?? { at: null, file: null };
}
