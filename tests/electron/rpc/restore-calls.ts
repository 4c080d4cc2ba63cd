import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compare, goBack, restore } from '#tests/support/restores.ts';
import { aRequest } from '#tests/support/shop.ts';
import type { Client, Scenarios, Scene } from './failure-scene.ts';

/** Calls of a restore: answered in every state, also where there is no shop or none that can be opened. */
export const answeredAlways: readonly string[] = [
  'restore.choices',
  'restore.chooseFile',
  'restore.compare',
  'restore.run',
  'restore.goBack',
];

/** Inputs for a real restore: to a copy as the shop is now, and back. */
export async function restoreInputs(client: Client): Promise<Readonly<Record<string, object>>> {
  const { file } = await client.backups.saveCopy();
  return {
    'restore.choices': { folder: null },
    'restore.compare': { file, passphrase: null },
    'restore.run': { requestId: aRequest(), file, passphrase: null },
    'restore.goBack': { requestId: aRequest() },
  };
}

/** Something that is no backup. */
const noBackup = (dataDir: string): string => {
  const file = join(dataDir, 'notes.txt');
  writeFileSync(file, 'milk\n'.repeat(100));
  return file;
};

/** Puts a file where the scratch copies go, so that nothing can be opened. */
async function withoutScratch({ client, dataDir }: Scene): Promise<string> {
  const { file } = await client.backups.saveCopy();
  rmSync(join(dataDir, 'backups', '.work'), { recursive: true, force: true });
  writeFileSync(join(dataDir, 'backups', '.work'), 'in the way');
  return file;
}

export const restoreFailures: Scenarios = {
  'restore.compare': {
    BackupRefused: ({ client, dataDir }) => compare(client, noBackup(dataDir)),
    RestoreFailed: async (scene) => compare(scene.client, await withoutScratch(scene)),
  },
  'restore.run': {
    BackupRefused: ({ client, dataDir }) => restore(client, noBackup(dataDir)),
    RestoreFailed: async (scene) => restore(scene.client, await withoutScratch(scene)),
  },
  'restore.goBack': {
    BackupRefused: async ({ client, dataDir }) => {
      const { file } = await client.backups.saveCopy();
      await restore(client, file);
      const [aside = ''] = readdirSync(join(dataDir, 'backups')).filter((name) => /^set-aside-/.test(name));
      writeFileSync(join(dataDir, 'backups', aside), 'spoilt');
      return goBack(client);
    },
    RestoreFailed: ({ client }) => goBack(client),
  },
};
