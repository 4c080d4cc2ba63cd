import { temporaryDirectory } from '#tests/support/temporary-directory.ts';
import type { Client } from './failure-scene.ts';

/** An input that fits, for every call about backups that needs one. */
export const backupCalls: Readonly<Record<string, unknown>> = {
  'backups.run': { placeId: '/nowhere' },
  'backups.addFolder': { path: '/nowhere' },
  'backups.removeFolder': { path: '/nowhere' },
  'backups.setPreferences': { reminderDays: 5 },
  'backups.setPassphrase': { passphrase: null, hint: '' },
  'backups.testPassphrase': { passphrase: 'never set' },
  'restore.choices': { folder: null },
  'restore.compare': { file: '/nowhere', passphrase: null },
  'restore.run': { requestId: 'request-70', file: '/nowhere', passphrase: null },
  'restore.goBack': { requestId: 'request-71' },
};

/** A place where a backup can be written. */
export async function backupInputs(client: Client): Promise<Readonly<Record<string, object>>> {
  const path = temporaryDirectory();
  await client.backups.addFolder({ path });
  return {
    'backups.run': { placeId: path },
    'backups.addFolder': { path },
    'backups.removeFolder': { path },
  };
}

/** An import that can be taken back. */
export async function importInputs(client: Client): Promise<Readonly<Record<string, object>>> {
  const file = 'name,phone\nPirkko,0409876543\n';
  for await (const _event of await client.imports.customers({ requestId: 'request-72', file }));
  const { imports } = await client.imports.list();
  const importId = imports[0]?.importId ?? 0;
  return {
    'imports.previewUndo': { importId },
    'imports.undo': { requestId: 'request-60', importId },
  };
}
