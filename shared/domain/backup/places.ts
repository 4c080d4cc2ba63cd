/** What was found where backups are to be written. */
export interface PlaceFacts {
  readonly isThere: boolean;
  readonly isWritable: boolean;
  /** null where the system does not tell. */
  readonly freeBytes: number | null;
  /** What a backup takes at most. */
  readonly needsBytes: number;
}

export type PlaceState = 'ready' | 'missing' | 'readOnly' | 'full';

/** Whether a backup can be written somewhere, and if not, why. */
export function placeState({ isThere, isWritable, freeBytes, needsBytes }: PlaceFacts): PlaceState {
  if (!isThere) return 'missing';
  if (!isWritable) return 'readOnly';
  return freeBytes !== null && freeBytes < needsBytes ? 'full' : 'ready';
}

/** Head of the file, its trailer and the manifest, which do not shrink. */
const fixedBytes = 65_536;

/**
 * What a backup takes at most: as if nothing could be compressed, and with the 16 bytes that locking adds to every 64 KiB.
 */
export function mostBackupBytes(databaseBytes: number): number {
  return databaseBytes + Math.ceil(databaseBytes / 4096) + fixedBytes;
}

/** What the computer itself must have free meanwhile: the copy, and the backup where that is a snapshot beside the shop. */
export function scratchBytes(databaseBytes: number): number {
  return databaseBytes + mostBackupBytes(databaseBytes);
}

/** Room that all snapshots may take together: twenty times the shop's file, from 200 MB to 4 GB. */
export function mostSnapshotBytes(databaseBytes: number): number {
  return Math.min(Math.max(20 * databaseBytes, 200_000_000), 4_000_000_000);
}
