import { type SnapshotReason, snapshotReasons } from './snapshots-to-keep.ts';

/** `YYYYMMDD-HHMMSS` in UTC. */
export function stampOf(at: number): string {
  return new Date(at).toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
}

/** The moment of a stamp, to the second; null when it is none. */
export function momentOfStamp(stamp: string): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)$/.exec(stamp);
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1).map(Number);
  const at = Date.UTC(year, month - 1, day, hour, minute, second);
  return stampOf(at) === stamp ? at : null;
}

/** A shop's name as part of a file name on any file system: `Café Aino & Co` -> `cafe-aino-co`. */
export function shopSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'shop' : plain;
}

/** Name of a backup without its endings. */
export const backupName = (shop: string, at: number): string => `regulars-${shopSlug(shop)}-${stampOf(at)}`;

/** Name of a snapshot without its endings. */
export const snapshotName = (at: number, why: SnapshotReason): string => `snapshot-${stampOf(at)}-${why}`;

const snapshotFile = new RegExp(
  `^snapshot-(\\d{8}-\\d{6})-(${snapshotReasons.join('|')})\\.sqlite(\\.zst|\\.gz)?$`,
);

/** What the name of a file says if it is a snapshot's; null for every other. */
export function readSnapshotName(name: string): { readonly at: number; readonly why: SnapshotReason } | null {
  const parts = snapshotFile.exec(name);
  const at = momentOfStamp(parts?.[1] ?? '');
  const why = snapshotReasons.find((reason) => reason === parts?.[2]);
  return at === null || why === undefined ? null : { at, why };
}

/**
 * Which files are unfinished ones of the same shop's backups, or of snapshots: the hidden name of a backup that is being
 * written is its name between `.` and `.part`, with its endings.
 * @param name of a backup or a snapshot, without its endings
 */
export function unfinishedLike(name: string): (other: string) => boolean {
  const start = `.${name.replace(/\d{8}-\d{6}.*$/, '')}`;
  return (other) =>
    other.startsWith(start) && /^\d{8}-\d{6}.*\.part(-manifest)?$/.test(other.slice(start.length));
}
