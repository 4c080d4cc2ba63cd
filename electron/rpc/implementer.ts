import { implement } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import type { RpcContext } from './context.ts';
import { wireFailure } from './wire-failure.ts';

/** The contract, ready to be implemented: every failure of a handler leaves as a coded one. */
export const os = implement(contract)
  .$context<RpcContext>()
  .use(async ({ next, context, path }) => {
    try {
      return await next();
    } catch (error) {
      throw wireFailure(error, context.logger, path.join('.'));
    }
  });

export type Implementer = typeof os;
