import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { firstRun } from '../services/first-run.ts';
import { readSettings, updateSettings } from '../services/settings.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.settings).$context<RpcContext>().use(guard);

/** settings: contract -> service, one line each. */
export const settingsCalls: Router<typeof contract.settings, RpcContext> = {
  get: os.get.handler(({ context }) => readSettings(context.shop().ctx)),
  setUp: os.setUp.handler(({ context, input }) => firstRun(context.shop().ctx, input, context.session)),
  update: os.update.handler(({ context, input }) => updateSettings(context.shop().ctx, input)),
};
