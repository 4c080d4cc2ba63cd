import type { ImportReport, ImportUndo } from '#shared/contract/imports.ts';
import { newestImports } from '../../repositories/imports.ts';
import { type ShopContext, shopFacts } from '../shop-context.ts';

/** So many are enough to find one that went wrong. */
const mostListed = 50;

/** Imports so far, the newest first. @throws Failure ShopNotReady */
export async function listImports(ctx: ShopContext) {
  shopFacts(ctx);
  const rows = await newestImports(ctx.work.read, mostListed);
  return {
    imports: rows.map((row) => {
      // We wrote both ourselves, so they are trusted as they are.
      const { written } = JSON.parse(row.report) as Pick<ImportReport, 'written'>;
      const undone = row.undone === null ? null : (JSON.parse(row.undone) as ImportUndo);
      return {
        importId: row.id,
        kind: row.kind,
        fileName: row.file_name,
        at: row.at,
        staffName: row.staffName,
        written: written ?? 0,
        undoneAt: row.undone_at,
        stays: undone === null ? 0 : undone.stays.reduce((sum, { count }) => sum + count, 0),
      };
    }),
  };
}
