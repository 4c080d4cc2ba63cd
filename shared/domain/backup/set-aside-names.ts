import { momentOfStamp, stampOf } from './backup-names.ts';

/** How long the data that a restore set aside is kept. */
export const setAsideMs = 30 * 86_400_000;

/** What was in the place of a restored shop: one that was in use, one that was damaged, or a file that was no shop of ours. */
export type SetAsideKind = 'set-aside' | 'damaged' | 'not-opened';

export const setAsideName = (at: number, kind: SetAsideKind): string => `${kind}-${stampOf(at)}.sqlite`;

/** When a file was set aside by a restore that can be taken back; null for every other name. */
export function readSetAsideName(name: string): number | null {
  return momentOfStamp(/^set-aside-(\d{8}-\d{6})\.sqlite$/.exec(name)?.[1] ?? '');
}

const backupFile = /^regulars-(?:.+-)?(\d{8}-\d{6})\.sqlite(?:\.zst|\.gz)?(\.age)?$/;

/** What the name of a file says if it is a backup's, or a plain copy's of an earlier version; null for every other. */
export function readBackupName(name: string): { readonly at: number; readonly encrypted: boolean } | null {
  const parts = backupFile.exec(name);
  const at = momentOfStamp(parts?.[1] ?? '');
  return at === null ? null : { at, encrypted: parts?.[2] !== undefined };
}

/** Whether a file is the copy from before a migration. */
export const isBeforeMigration = (name: string): boolean => /^before-migration-from-\d+\.sqlite$/.test(name);
