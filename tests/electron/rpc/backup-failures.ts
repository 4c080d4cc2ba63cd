import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Scenarios } from './failure-scene.ts';

/** A file stands where the folder of the backups should be. */
function blockBackups(dataDir: string): void {
  rmSync(join(dataDir, 'backups'), { recursive: true, force: true });
  writeFileSync(join(dataDir, 'backups'), 'in the way');
}

/** How to come by every failure of the calls about backups. */
export const backupFailures: Scenarios = {
  'backups.run': {
    BackupFailed: async ({ client }) => {
      for await (const _event of await client.backups.run({ placeId: '/nowhere/at/all' }));
    },
  },
  'backups.addFolder': {
    InvalidValue: ({ client }) => client.backups.addFolder({ path: '/nowhere/at/all' }),
  },
  'backups.setPassphrase': {
    InvalidValue: ({ client }) => client.backups.setPassphrase({ passphrase: 'short', hint: '' }),
  },
  'backups.drill': {
    BackupFailed: async ({ client, dataDir }) => {
      blockBackups(dataDir);
      for await (const _event of await client.backups.drill());
    },
  },
  'backups.saveCopy': {
    BackupFailed: ({ client, dataDir }) => {
      blockBackups(dataDir);
      return client.backups.saveCopy();
    },
  },
};
