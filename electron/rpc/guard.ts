import { ORPCError, os } from '@orpc/server';
import { failures } from '#shared/contract/failures.ts';
import { recordRefusal } from '../services/audit/record-refusal.ts';
import { Failure } from '../services/failure.ts';
import type { OpenShop } from '../services/open-shop.ts';
import { shopFacts } from '../services/shop-context.ts';
import { admit } from '../services/staff/admit.ts';
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
 * The shop as this call may see it; null where there is none yet, or none that opens.
 * @throws Failure ShopNotReady, and of whoever may not make the call
 */
function admitted(context: RpcContext, call: string, input: unknown): (() => OpenShop) | null {
  if (beforeFirstRun.has(call) && context.systemState().state !== 'ready') return null;
  shopFacts(context.shop().ctx);
  let shop = context.shop();
  let acting = admit(shop, context.session, { call, input });
  return () => {
    const now = context.shop();
    // A call that outlives its shop, which a restore replaced, does not go on in the new one in somebody's name.
    if (now !== shop) acting = now;
    shop = now;
    return acting;
  };
}

/** A call that needs approval is remembered, so that the approval is for just this one. */
function withAsk(error: unknown, context: RpcContext, call: string, input: unknown): unknown {
  if (!(error instanceof Failure) || error.code !== 'ApprovalNeeded' || context.session === null)
    return error;
  const { by } = error.data as { readonly by: 'manager' | 'owner' };
  const askId = context.session.ask(call, input, context.shop().ctx.clock.now());
  const { status } = failures.ApprovalNeeded;
  return new ORPCError('ApprovalNeeded', { status, message: 'ApprovalNeeded', data: { askId, by } });
}

/**
 * Stands before every call: no other reaches a shop that is not set up, nor one that whoever sits before the screen may
 * not make; and every failure of a handler or of the stream it returns, and an answer that is not what the contract says,
 * leaves as a coded one.
 */
export const guard = os.$context<RpcContext>().middleware(async ({ next, context, path }, input) => {
  const call = path.join('.');
  try {
    const shop = admitted(context, call, input);
    const result = await (shop ? next({ context: { shop } }) : next());
    const output: unknown = result.output;
    return isStream(output) ? { ...result, output: wireStream(output, context.logger, call) } : result;
  } catch (error) {
    await recordRefusal(error, context.shop, context.session, call).catch((problem: unknown) =>
      context.logger.warn('a refused attempt could not be put into the log', { call, error: problem }),
    );
    throw wireFailure(withAsk(error, context, call, input), context.logger, call);
  }
});
