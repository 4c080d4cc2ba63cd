import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { checkIn } from '../services/check-in.ts';
import { customerCard } from '../services/customer-card.ts';
import { moveVisit } from '../services/move-visit.ts';
import { listParked, park, release } from '../services/parked-check-ins.ts';
import { refundVisit } from '../services/refund-visit.ts';
import { scanCard } from '../services/scan-card.ts';
import { recentWithoutCard, today, usuallyHere } from '../services/today.ts';
import { undoVisit } from '../services/undo-visit.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.till).$context<RpcContext>().use(guard);

/** till: contract -> service, one line each. */
export const tillCalls: Router<typeof contract.till, RpcContext> = {
  search: os.search.handler(async ({ context, input }) => ({
    hits: await context.shop().search.search(input.query, input.limit),
  })),
  scan: os.scan.handler(({ context, input }) => scanCard(context.shop().ctx, input.candidates)),
  customerCard: os.customerCard.handler(({ context, input }) =>
    customerCard(context.shop().ctx, input.customerId),
  ),
  checkIn: os.checkIn.handler(async ({ context, input }) => {
    const { ctx, search } = context.shop();
    const receipt = await checkIn(ctx, input);
    if (input.newCustomer) await search.learn(input.newCustomer.name);
    return receipt;
  }),
  undo: os.undo.handler(({ context, input }) => undoVisit(context.shop().ctx, input)),
  move: os.move.handler(({ context, input }) => moveVisit(context.shop().ctx, input)),
  refund: os.refund.handler(({ context, input }) => refundVisit(context.shop().ctx, input)),
  park: os.park.handler(({ context, input }) => park(context.shop().ctx, input)),
  parked: os.parked.handler(async ({ context }) => ({ parked: await listParked(context.shop().ctx) })),
  release: os.release.handler(({ context, input }) => release(context.shop().ctx, input)),
  today: os.today.handler(({ context, input }) => today(context.shop().ctx, input?.limit ?? 200)),
  usuallyHere: os.usuallyHere.handler(async ({ context }) => ({
    people: await usuallyHere(context.shop().ctx),
  })),
  recentWithoutCard: os.recentWithoutCard.handler(async ({ context }) => ({
    people: await recentWithoutCard(context.shop().ctx),
  })),
};
