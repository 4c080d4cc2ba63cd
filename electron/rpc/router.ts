import { statSync } from 'node:fs';
import { shopRecords } from '../services/about.ts';
import { latestCopy, saveCopy } from '../services/backups.ts';
import { changeItem, createItem, listItems } from '../services/catalogue.ts';
import { addNote, answerConsent, blockCard, changeCustomer, giveCard } from '../services/change-customer.ts';
import { checkIn } from '../services/check-in.ts';
import { createCustomer } from '../services/create-customer.ts';
import { customerCard } from '../services/customer-card.ts';
import { customerProfile } from '../services/customer-profile.ts';
import { customerTimeline } from '../services/customer-timeline.ts';
import { explainBalance } from '../services/explain-balance.ts';
import { findDuplicates } from '../services/find-duplicates.ts';
import { firstRun } from '../services/first-run.ts';
import { customerCounts, customerList } from '../services/list-customers.ts';
import { moveVisit } from '../services/move-visit.ts';
import { currentProgramme, publishProgramme } from '../services/programme.ts';
import { reportSpan, retentionPeople, retentionReport } from '../services/retention-report.ts';
import { scanCard } from '../services/scan-card.ts';
import { readSettings, updateSettings } from '../services/settings.ts';
import { recentWithoutCard, today, usuallyHere } from '../services/today.ts';
import { undoVisit } from '../services/undo-visit.ts';
import { os } from './implementer.ts';
import { importCalls } from './imports.ts';

const system = {
  state: os.system.state.handler(({ context }) => context.systemState()),
  retryOpen: os.system.retryOpen.handler(({ context }) => context.retryOpen()),
  about: os.system.about.handler(async ({ context }) => {
    const { ctx, dataDir, databaseFile } = context.shop();
    const { version, schemaVersion } = context.systemState();
    const databaseBytes = statSync(databaseFile).size;
    return { version, schemaVersion, dataDir, databaseFile, databaseBytes, ...(await shopRecords(ctx)) };
  }),
};

const settings = {
  get: os.settings.get.handler(({ context }) => readSettings(context.shop().ctx)),
  setUp: os.settings.setUp.handler(({ context, input }) => firstRun(context.shop().ctx, input)),
  update: os.settings.update.handler(({ context, input }) => updateSettings(context.shop().ctx, input)),
};

const items = {
  list: os.items.list.handler(async ({ context }) => ({ items: await listItems(context.shop().ctx) })),
  create: os.items.create.handler(({ context, input }) => createItem(context.shop().ctx, input)),
  update: os.items.update.handler(({ context, input }) => changeItem(context.shop().ctx, input)),
};

const loyalty = {
  programme: os.loyalty.programme.handler(({ context }) => currentProgramme(context.shop().ctx)),
  publish: os.loyalty.publish.handler(({ context, input }) => publishProgramme(context.shop().ctx, input)),
  explain: os.loyalty.explain.handler(({ context, input }) => explainBalance(context.shop().ctx, input)),
};

const till = {
  search: os.till.search.handler(async ({ context, input }) => ({
    hits: await context.shop().search.search(input.query, input.limit),
  })),
  scan: os.till.scan.handler(({ context, input }) => scanCard(context.shop().ctx, input.candidates)),
  customerCard: os.till.customerCard.handler(({ context, input }) =>
    customerCard(context.shop().ctx, input.customerId),
  ),
  checkIn: os.till.checkIn.handler(async ({ context, input }) => {
    const { ctx, search } = context.shop();
    const receipt = await checkIn(ctx, input);
    if (input.newCustomer) await search.learn(input.newCustomer.name);
    return receipt;
  }),
  undo: os.till.undo.handler(({ context, input }) => undoVisit(context.shop().ctx, input)),
  move: os.till.move.handler(({ context, input }) => moveVisit(context.shop().ctx, input)),
  today: os.till.today.handler(({ context, input }) => today(context.shop().ctx, input?.limit ?? 200)),
  usuallyHere: os.till.usuallyHere.handler(async ({ context }) => ({
    people: await usuallyHere(context.shop().ctx),
  })),
  recentWithoutCard: os.till.recentWithoutCard.handler(async ({ context }) => ({
    people: await recentWithoutCard(context.shop().ctx),
  })),
};

const customers = {
  create: os.customers.create.handler(async ({ context, input }) => {
    const { ctx, search } = context.shop();
    const customer = await createCustomer(ctx, input);
    await search.learn(customer.name);
    return customer;
  }),
  get: os.customers.get.handler(({ context, input }) =>
    customerProfile(context.shop().ctx, input.customerId),
  ),
  list: os.customers.list.handler(({ context, input }) => customerList(context.shop().ctx, input)),
  counts: os.customers.counts.handler(({ context }) => customerCounts(context.shop().ctx)),
  update: os.customers.update.handler(async ({ context, input }) => {
    const { ctx, search } = context.shop();
    const customer = await changeCustomer(ctx, input);
    if (input.name !== undefined) await search.learn(customer.name);
    return customer;
  }),
  findDuplicates: os.customers.findDuplicates.handler(async ({ context, input }) => {
    const { ctx, search } = context.shop();
    return { duplicates: await findDuplicates(ctx, search, input) };
  }),
  timeline: os.customers.timeline.handler(({ context, input }) =>
    customerTimeline(context.shop().ctx, input),
  ),
  addNote: os.customers.addNote.handler(({ context, input }) => addNote(context.shop().ctx, input)),
  giveCard: os.customers.giveCard.handler(({ context, input }) => giveCard(context.shop().ctx, input)),
  blockCard: os.customers.blockCard.handler(({ context, input }) => blockCard(context.shop().ctx, input)),
  answerConsent: os.customers.answerConsent.handler(({ context, input }) =>
    answerConsent(context.shop().ctx, input),
  ),
};

const reports = {
  retention: os.reports.retention.handler(({ context, input }) =>
    retentionReport(context.shop().ctx, context.shop().reports, input),
  ),
  retentionNames: os.reports.retentionNames.handler(({ context, input }) =>
    retentionPeople(context.shop().ctx, context.shop().reports, input),
  ),
  span: os.reports.span.handler(({ context }) => reportSpan(context.shop().ctx, context.shop().reports)),
};

const backups = {
  saveCopy: os.backups.saveCopy.handler(({ context }) =>
    saveCopy(context.shop().ctx, context.shop().backups),
  ),
  latest: os.backups.latest.handler(({ context }) => latestCopy(context.shop().ctx, context.shop().backups)),
};

/** Contract -> service, one line each. A procedure without a line here does not compile. */
export const router = os.router({
  system,
  settings,
  items,
  loyalty,
  till,
  customers,
  imports: importCalls(os),
  reports,
  backups,
});

export type AppRouter = typeof router;
