import { onTestFinished } from 'vitest';
import { shopFile } from '#electron/db/open-database.ts';
import type { Drive } from '#electron/platform/drives.ts';
import type { LogFields } from '#electron/platform/logger.ts';
import { openSafety, type Safety, type SafetyOptions } from '#electron/safety.ts';
import { BackupActivity } from '#electron/services/backups/backup-activity.ts';
import { ClockWatch } from '#electron/services/backups/clock-watch.ts';
import type { ShopBackups } from '#electron/services/backups/shop-backups.ts';
import type { TestShop } from './shop.ts';
import { backupsWorker } from './worker-urls.ts';

export interface TestSafety extends Safety {
  /** What is plugged in; put sticks in and take them out, then `drives.look()`. */
  readonly sticks: Drive[];
  readonly logged: readonly { level: 'info' | 'warn' | 'error'; message: string; fields: LogFields }[];
}

/** The safety of a shop's directory, with sticks that are folders; closed when the test is over. */
export function safetyOf(shop: TestShop, options: Partial<SafetyOptions> = {}): TestSafety {
  const sticks: Drive[] = [];
  const logged: { level: 'info' | 'warn' | 'error'; message: string; fields: LogFields }[] = [];
  const log =
    (level: 'info' | 'warn' | 'error') =>
    (message: string, fields: LogFields = {}) => {
      logged.push({ level, message, fields });
    };
  const safety = openSafety({
    dataDir: shop.directory,
    version: '0.0.0-test',
    workerUrl: backupsWorker,
    logger: { info: log('info'), warn: log('warn'), error: log('error') },
    clock: shop.clock,
    listDrives: async () => [...sticks],
    ...options,
  });
  onTestFinished(() => safety.close());
  return { ...safety, sticks, logged };
}

/** What a shop's backups are made with; everything ended when the test is over. */
export function shopBackupsOf(shop: TestShop, safety: Safety = safetyOf(shop)): ShopBackups {
  const activity = new BackupActivity();
  onTestFinished(() => activity.stop());
  return {
    safety,
    copy: (file, tell, signal) =>
      safety.client.copyShop(
        { source: shopFile(shop.directory), file },
        ({ percent }) => tell(percent),
        signal,
      ),
    activity,
    clockWatch: new ClockWatch(safety),
  };
}
