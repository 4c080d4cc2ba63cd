import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { exportEverything } from '../services/exports/export-everything.ts';
import { reportAsPdf } from '../services/exports/page-pdf.ts';
import { exportColumns, exportFile, fetchExport } from '../services/exports/write-export.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

const os = implement(contract.exports).$context<RpcContext>().use(guard);

/** exports: contract -> service, one line each. */
export const exportsCalls: Router<typeof contract.exports, RpcContext> = {
  write: os.write.handler(async function* ({ context, input, signal }) {
    yield* exportFile(context.shop(), input, signal);
  }),
  everything: os.everything.handler(async function* ({ context, input, signal }) {
    yield* exportEverything(context.shop(), input, signal);
  }),
  fetch: os.fetch.handler(({ context, input }) => fetchExport(context.shop(), input)),
  reportPdf: os.reportPdf.handler(({ context, input }) =>
    reportAsPdf(context.shop(), input, context.printPage),
  ),
  columns: os.columns.handler(({ input }) => exportColumns(input)),
};
