import { ORPCError } from '@orpc/server';
import type { ReportsAsked } from '../services/reports-asked.ts';
import type { ShopContext } from '../services/shop-context.ts';
import type { RpcContext } from './context.ts';

/** A report of the open shop, from what remembers answers; it ends when whoever asked has left. */
export const whileAwaited =
  <I, O>(report: (ctx: ShopContext, reports: ReportsAsked, input: I) => Promise<O>) =>
  async ({
    context,
    input,
    signal,
  }: {
    readonly context: RpcContext;
    readonly input: I;
    readonly signal?: AbortSignal | undefined;
  }): Promise<O> => {
    const { ctx, figures } = context.shop();
    try {
      return await report(ctx, figures.until(signal), input);
    } catch (error) {
      // Nobody hears it, and it is no fault to be logged.
      throw signal?.aborted ? new ORPCError('CLIENT_CLOSED_REQUEST') : error;
    }
  };
