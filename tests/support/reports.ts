import { onTestFinished } from 'vitest';
import { shopFile } from '#electron/db/open-database.ts';
import { ReportsClient } from '#electron/reports/reports-client.ts';
import type { TestShop } from './shop.ts';

/** The reports' thread as the product runs it, from its source. */
export const reportsWorker = new URL('../../electron/reports/worker.ts', import.meta.url);

/** A client of the reports of a shop; closed when the test is over. */
export function reportsOf(shop: TestShop): ReportsClient {
  const reports = new ReportsClient(shopFile(shop.directory), reportsWorker);
  onTestFinished(() => reports.close());
  return reports;
}
