import type { ImportCustomersInput } from '#electron/services/imports/import-customers.ts';
import { importCustomers } from '#electron/services/imports/import-customers.ts';
import type { ImportEvent } from '#electron/services/imports/import-report.ts';
import type { ImportVisitsInput } from '#electron/services/imports/import-visits.ts';
import { importVisits } from '#electron/services/imports/import-visits.ts';
import type { ShopContext } from '#electron/services/shop-context.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { aRequest } from './shop.ts';

/** Runs an import to its end. */
export async function reportOf(events: AsyncIterable<ImportEvent>): Promise<ImportReport> {
  for await (const event of events) if (event.kind === 'done') return event.report;
  throw new Error('the import ended without a report');
}

/** Imports visits from a text or bytes, with nothing chosen unless said. */
export function importedVisits(
  ctx: ShopContext,
  file: ImportVisitsInput['file'],
  options: Partial<ImportVisitsInput> = {},
): Promise<ImportReport> {
  return reportOf(importVisits(ctx, { requestId: aRequest(), file, dryRun: false, earn: false, ...options }));
}

/** Imports customers from a text or bytes, with nothing chosen unless said. */
export function importedCustomers(
  ctx: ShopContext,
  file: ImportCustomersInput['file'],
  options: Partial<ImportCustomersInput> = {},
): Promise<ImportReport> {
  return reportOf(importCustomers(ctx, { requestId: aRequest(), file, dryRun: false, ...options }));
}
