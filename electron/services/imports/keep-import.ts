import type { FileBytes, ImportReport } from '#shared/contract/imports.ts';
import type { ReadDb, WriteTx } from '../../db/connection.ts';
import { type ImportRow, importOfRequest, insertImport } from '../../repositories/imports.ts';
import { appendAudit, done } from '../audit/append-audit.ts';
import { failure } from '../failure.ts';
import { currentStaff, type ShopContext, shopFacts } from '../shop-context.ts';
import { hashOfFile } from './read-csv-file.ts';

/** A request to import, as far as it decides whether it is the same request. */
interface Requested {
  readonly requestId: string;
  readonly file: FileBytes | string;
  readonly dryRun: boolean;
}

/**
 * The report of a request that was done before; undefined for a new one, and for a dry run.
 * @throws Failure RequestIdReused when the request was another import
 */
export async function earlierReport(
  db: ReadDb,
  kind: ImportRow['kind'],
  input: Requested,
): Promise<ImportReport | undefined> {
  const earlier = input.dryRun ? undefined : await importOfRequest(db, input.requestId);
  if (!earlier) return undefined;
  const isSame = earlier.kind === kind && earlier.file_hash === (await hashOfFile(input.file));
  if (!isSame) throw failure('RequestIdReused');
  // We wrote it ourselves, so it is trusted as it is.
  return JSON.parse(earlier.report) as ImportReport;
}

/**
 * Keeps an import and its report, so that the same request again is answered and nothing is written twice.
 * @returns the id of the import
 */
export async function keepImport(
  tx: WriteTx,
  ctx: ShopContext,
  input: { readonly requestId: string; readonly fileName?: string | undefined },
  made: {
    readonly kind: ImportRow['kind'];
    readonly fileHash: string;
    readonly report: ImportReport;
  },
): Promise<number> {
  const id = ctx.ids.next('imports');
  await insertImport(tx, {
    id,
    request_id: input.requestId,
    kind: made.kind,
    file_name: input.fileName ?? '',
    file_hash: made.fileHash,
    at: ctx.clock.now(),
    staff_id: currentStaff(shopFacts(ctx)).id,
    report: JSON.stringify(made.report),
    keeps_changes: 1,
    undone_at: null,
    undone_by: null,
    undone: null,
  });
  const { fileName = '' } = input;
  const facts = { after: { kind: made.kind, fileName, written: made.report.written } };
  await appendAudit(tx, ctx, done(`imports.${made.kind}`, { subjectId: id, facts }));
  return id;
}
