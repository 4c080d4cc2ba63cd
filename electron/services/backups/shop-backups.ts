import type { Safety } from '../../safety.ts';
import type { BackupActivity } from './backup-activity.ts';
import type { ClockWatch } from './clock-watch.ts';

/** Copies the shop's file while it is in use. @throws the signal's reason, or what SQLite or the file system reports */
export type CopyShop = (file: string, tell: (percent: number) => void, signal?: AbortSignal) => Promise<void>;

/** What an open shop's backups are made with. */
export interface ShopBackups {
  readonly safety: Safety;
  readonly copy: CopyShop;
  readonly activity: BackupActivity;
  readonly clockWatch: ClockWatch;
}
