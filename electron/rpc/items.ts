import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { changeItem, createItem, listItems } from '../services/catalogue.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.items).$context<RpcContext>().use(guard);

/** items: contract -> service, one line each. */
export const itemsCalls: Router<typeof contract.items, RpcContext> = {
  list: os.list.handler(async ({ context }) => ({ items: await listItems(context.shop().ctx) })),
  create: os.create.handler(({ context, input }) => createItem(context.shop().ctx, input)),
  update: os.update.handler(({ context, input }) => changeItem(context.shop().ctx, input)),
};
