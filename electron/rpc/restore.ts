import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { compareBackup } from '../services/restore/compare-backup.ts';
import { restorableFiles } from '../services/restore/restorable-files.ts';
import { goBack, restoreShop } from '../services/restore/restore-shop.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.restore).$context<RpcContext>().use(guard);

/** restore: contract -> service, one line each. */
export const restoreCalls: Router<typeof contract.restore, RpcContext> = {
  choices: os.choices.handler(({ context, input }) => restorableFiles(context.restore, input)),
  chooseFile: os.chooseFile.handler(async ({ context }) => ({
    path: (await context.safety.chooseFile?.()) ?? null,
  })),
  compare: os.compare.handler(async function* ({ context, input, signal }) {
    yield* compareBackup(context.restore, input, signal);
  }),
  run: os.run.handler(async function* ({ context, input, signal }) {
    yield* restoreShop(context.restore, input, signal);
  }),
  goBack: os.goBack.handler(async function* ({ context, input, signal }) {
    yield* goBack(context.restore, input, signal);
  }),
};
