import { os } from '@orpc/server';
import { shopFacts } from '../services/shop-context.ts';
import type { RpcContext } from './context.ts';
import { isStream, wireFailure, wireStream } from './wire-failure.ts';

/** Calls that are answered also before the shop was set up, and those of a restore also when its file cannot be opened. */
const beforeFirstRun = new Set([
  'system.state',
  'system.retryOpen',
  'settings.setUp',
  'restore.choices',
  'restore.chooseFile',
  'restore.compare',
  'restore.run',
  'restore.goBack',
]);

/**
 * Stands before every call: no other reaches a shop that is not set up, and every failure of a handler or of the stream
 * it returns, and an answer that is not what the contract says, leaves as a coded one.
 */
export const guard = os.$context<RpcContext>().middleware(async ({ next, context, path }) => {
  const call = path.join('.');
  try {
    if (!beforeFirstRun.has(call)) shopFacts(context.shop().ctx);
    const result = await next();
    const output: unknown = result.output;
    return isStream(output) ? { ...result, output: wireStream(output, context.logger, call) } : result;
  } catch (error) {
    throw wireFailure(error, context.logger, call);
  }
});
