import type { ImportReport } from '#shared/contract/imports.ts';
import type { ReadDb, WriteTx } from '../../db/connection.ts';
import { importReportOfRequest, insertImport } from '../../repositories/imports.ts';
import { currentStaff, type ShopContext, shopFacts } from '../shop-context.ts';

/** The report of a request that was done before; undefined for a new one. */
export async function earlierReport(db: ReadDb, requestId: string): Promise<ImportReport | undefined> {
  const report = await importReportOfRequest(db, requestId);
  // We wrote it ourselves, so it is trusted as it is.
  return report === undefined ? undefined : (JSON.parse(report) as ImportReport);
}

/**
 * Keeps an import and its report, so that the same request again is answered and nothing is written twice.
 * @returns the id of the import
 */
export async function keepImport(
  tx: WriteTx,
  ctx: ShopContext,
  input: { readonly requestId: string; readonly fileName?: string | undefined },
  done: {
    readonly kind: 'visits' | 'customers';
    readonly fileHash: string;
    readonly report: ImportReport;
  },
): Promise<number> {
  const id = ctx.ids.next('imports');
  await insertImport(tx, {
    id,
    request_id: input.requestId,
    kind: done.kind,
    file_name: input.fileName ?? '',
    file_hash: done.fileHash,
    at: ctx.clock.now(),
    staff_id: currentStaff(shopFacts(ctx)).id,
    report: JSON.stringify(done.report),
  });
  return id;
}
