import { onTestFinished } from 'vitest';
import { shopFile } from '#electron/db/open-database.ts';
import { ReportsClient } from '#electron/reports/reports-client.ts';
import type { TestShop } from './shop.ts';
import { reportsWorker } from './worker-urls.ts';

/** A client of the reports of a shop; closed when the test is over. */
export function reportsOf(shop: TestShop): ReportsClient {
  const reports = new ReportsClient(shopFile(shop.directory), reportsWorker);
  onTestFinished(() => reports.close());
  return reports;
}
