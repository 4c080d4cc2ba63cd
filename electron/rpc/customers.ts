import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { addNote, answerConsent, blockCard, changeCustomer, giveCard } from '../services/change-customer.ts';
import { createCustomer } from '../services/create-customer.ts';
import { customerProfile } from '../services/customer-profile.ts';
import { customerTimeline } from '../services/customer-timeline.ts';
import { findDuplicates } from '../services/find-duplicates.ts';
import { joinHousehold, leaveHousehold } from '../services/household.ts';
import { customerCounts, customerList } from '../services/list-customers.ts';
import { mergeCustomers, unmergeCustomers } from '../services/merge-customers.ts';
import { previewMerge } from '../services/preview-merge.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.customers).$context<RpcContext>().use(guard);

/** customers: contract -> service, one line each. */
export const customersCalls: Router<typeof contract.customers, RpcContext> = {
  create: os.create.handler(async ({ context, input }) => {
    const { ctx, search } = context.shop();
    const customer = await createCustomer(ctx, input);
    await search.learn(customer.name);
    return customer;
  }),
  get: os.get.handler(({ context, input }) => customerProfile(context.shop().ctx, input.customerId)),
  list: os.list.handler(({ context, input }) =>
    customerList(context.shop().ctx, context.shop().figures, input),
  ),
  counts: os.counts.handler(({ context }) => customerCounts(context.shop().ctx)),
  update: os.update.handler(async ({ context, input }) => {
    const { ctx, search } = context.shop();
    const customer = await changeCustomer(ctx, input);
    if (input.name !== undefined) await search.learn(customer.name);
    return customer;
  }),
  findDuplicates: os.findDuplicates.handler(async ({ context, input }) => {
    const { ctx, search } = context.shop();
    return { duplicates: await findDuplicates(ctx, search, input) };
  }),
  timeline: os.timeline.handler(({ context, input }) => customerTimeline(context.shop().ctx, input)),
  addNote: os.addNote.handler(({ context, input }) => addNote(context.shop().ctx, input)),
  giveCard: os.giveCard.handler(({ context, input }) => giveCard(context.shop().ctx, input)),
  blockCard: os.blockCard.handler(({ context, input }) => blockCard(context.shop().ctx, input)),
  mergePreview: os.mergePreview.handler(({ context, input }) => previewMerge(context.shop().ctx, input)),
  merge: os.merge.handler(({ context, input }) => mergeCustomers(context.shop().ctx, input)),
  unmerge: os.unmerge.handler(({ context, input }) => unmergeCustomers(context.shop().ctx, input)),
  joinHousehold: os.joinHousehold.handler(({ context, input }) => joinHousehold(context.shop().ctx, input)),
  leaveHousehold: os.leaveHousehold.handler(({ context, input }) =>
    leaveHousehold(context.shop().ctx, input),
  ),
  answerConsent: os.answerConsent.handler(({ context, input }) => answerConsent(context.shop().ctx, input)),
};
