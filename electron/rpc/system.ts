import { statSync } from 'node:fs';
import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { shopRecords } from '../services/about.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.system).$context<RpcContext>().use(guard);

/** system: contract -> service, one line each. */
export const systemCalls: Router<typeof contract.system, RpcContext> = {
  // While a restore replaces the shop's file there is none open; that is no state anybody has to be shown.
  state: os.state.handler(async ({ context }) => {
    await context.settled();
    return context.systemState();
  }),
  retryOpen: os.retryOpen.handler(({ context }) => context.retryOpen()),
  about: os.about.handler(async ({ context }) => {
    const { ctx, dataDir, databaseFile } = context.shop();
    const { version, schemaVersion } = context.systemState();
    const databaseBytes = statSync(databaseFile).size;
    return { version, schemaVersion, dataDir, databaseFile, databaseBytes, ...(await shopRecords(ctx)) };
  }),
};
