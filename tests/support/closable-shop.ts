import { shopFile } from '#electron/db/open-database.ts';
import { ReportCache } from '#electron/reports/report-cache.ts';
import { saveCopy } from '#electron/services/backups/overview.ts';
import { closeMonth, confirmStep, skipStep } from '#electron/services/close-month.ts';
import { monthGuide } from '#electron/services/close-steps.ts';
import { ExportShelf } from '#electron/services/exports/export-shelf.ts';
import type { OpenShop } from '#electron/services/open-shop.ts';
import { CustomerSearch } from '#electron/services/search-customers.ts';
import type { CloseStep, MonthClose } from '#shared/contract/month-close.ts';
import { reportsOf } from './reports.ts';
import { shopBackupsOf } from './safety.ts';
import { aCustomer, aRequest, aShop, aVisit, momentAt, type TestShop } from './shop.ts';

/** A test shop as the calls get it: with search, reports and a place for copies. */
export function openShopOf(shop: TestShop): OpenShop {
  const reports = reportsOf(shop);
  return {
    ctx: shop.ctx,
    search: new CustomerSearch(shop.ctx.work.read),
    reports,
    figures: new ReportCache(reports, () => shop.ctx.work.dataVersion),
    backups: shopBackupsOf(shop),
    exports: new ExportShelf(),
    dataDir: shop.directory,
    databaseFile: shopFile(shop.directory),
  };
}

/** Saves a copy as the owner does before the month is closed. */
export async function aCopyOfToday(open: OpenShop): Promise<void> {
  await saveCopy(open);
}

export interface MarchShop {
  readonly shop: TestShop;
  readonly open: OpenShop;
  readonly aino: number;
  readonly oona: number;
  /** The visits of March, by who came. */
  readonly ainoVisit: number;
}

/** A café in which two people came in March, each once in February too; it is the first of April. */
export async function aShopAfterMarch(): Promise<MarchShop> {
  const shop = await aShop({ now: '2026-02-10 10:00' });
  const { ctx, clock } = shop;
  const [aino, oona] = [await aCustomer(ctx, { name: 'Aino' }), await aCustomer(ctx, { name: 'Oona' })];
  await aVisit(ctx, aino, { amount: 500 });
  await aVisit(ctx, oona, { amount: 700 });
  clock.set(momentAt('2026-03-10 10:00'));
  const { visitId } = await aVisit(ctx, aino, { amount: 1000 });
  await aVisit(ctx, null, { amount: 300 });
  clock.set(momentAt('2026-03-20 10:00'));
  await aVisit(ctx, oona, { amount: 2000 });
  clock.set(momentAt('2026-04-01 09:00'));
  return { shop, open: openShopOf(shop), aino, oona, ainoVisit: visitId };
}

/** Which steps of a month are still open. */
export async function openSteps(open: OpenShop, month = '2026-03'): Promise<CloseStep[]> {
  const { steps } = await monthGuide(open, { month });
  return steps.filter(({ state }) => state === 'open').map(({ step }) => step);
}

/** Goes through the guide as an owner does who finds everything in order; the export is left out. */
export async function settleSteps(open: OpenShop, month = '2026-03'): Promise<void> {
  await aCopyOfToday(open);
  for (const step of await openSteps(open, month)) {
    const input = { requestId: aRequest(), month, step };
    if (step === 'export') await skipStep(open.ctx, { ...input, reason: 'Printed instead' });
    else await confirmStep(open, input);
  }
}

/** Closes a month after going through its guide. */
export async function aClosedMonth(open: OpenShop, month = '2026-03'): Promise<MonthClose> {
  await settleSteps(open, month);
  return closeMonth(open, { requestId: aRequest(), month });
}
