import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { latestCopy, saveCopy } from '../services/backups.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.backups).$context<RpcContext>().use(guard);

/** backups: contract -> service, one line each. */
export const backupsCalls: Router<typeof contract.backups, RpcContext> = {
  saveCopy: os.saveCopy.handler(({ context }) => saveCopy(context.shop().ctx, context.shop().backups)),
  latest: os.latest.handler(({ context }) => latestCopy(context.shop().ctx, context.shop().backups)),
};
