import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { drill } from '../services/backups/drill.ts';
import { runBackup } from '../services/backups/make-backup.ts';
import {
  backupsOverview,
  chooseFolder,
  latestCopy,
  saveCopy,
  setPreferences,
} from '../services/backups/overview.ts';
import {
  recoverySheet,
  setPassphrase,
  suggestPassphrase,
  testPassphrase,
} from '../services/backups/passphrase.ts';
import { addFolder, removeFolder } from '../services/backups/places.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.backups).$context<RpcContext>().use(guard);

/** backups: contract -> service; what changes a setting answers with everything the screen shows. */
export const backupsCalls: Router<typeof contract.backups, RpcContext> = {
  overview: os.overview.handler(({ context }) => backupsOverview(context.shop())),
  run: os.run.handler(async function* ({ context, input, signal }) {
    yield* runBackup(context.shop(), input, signal);
  }),
  addFolder: os.addFolder.handler(async ({ context, input }) => {
    await addFolder(context.safety, input.path);
    return backupsOverview(context.shop());
  }),
  removeFolder: os.removeFolder.handler(({ context, input }) => {
    removeFolder(context.safety, input.path);
    return backupsOverview(context.shop());
  }),
  chooseFolder: os.chooseFolder.handler(({ context }) => chooseFolder(context.safety)),
  setPreferences: os.setPreferences.handler(({ context, input }) => {
    setPreferences(context.safety, input);
    return backupsOverview(context.shop());
  }),
  setPassphrase: os.setPassphrase.handler(({ context, input }) => {
    setPassphrase(context.safety, input);
    return backupsOverview(context.shop());
  }),
  testPassphrase: os.testPassphrase.handler(({ context, input }) =>
    testPassphrase(context.safety, input.passphrase),
  ),
  suggestPassphrase: os.suggestPassphrase.handler(() => suggestPassphrase()),
  recoverySheet: os.recoverySheet.handler(({ context }) => recoverySheet(context.shop().ctx, context.safety)),
  drill: os.drill.handler(async function* ({ context, signal }) {
    yield* drill(context.shop(), signal);
  }),
  saveCopy: os.saveCopy.handler(({ context }) => saveCopy(context.shop())),
  latest: os.latest.handler(({ context }) => latestCopy(context.shop())),
};
