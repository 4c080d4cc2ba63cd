import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { importCustomers } from '../services/imports/import-customers.ts';
import type { ImportEvent } from '../services/imports/import-report.ts';
import { importVisits } from '../services/imports/import-visits.ts';
import { listImports } from '../services/imports/list-imports.ts';
import { previewImport } from '../services/imports/preview-import.ts';
import { previewUndo, undoImport } from '../services/imports/undo-import.ts';
import type { CustomerSearch } from '../services/search-customers.ts';
import type { RpcContext } from './context.ts';
import { guard } from './guard.ts';

/** New people and names are found by the very next search. */
async function* thenSearchAnew(
  events: AsyncGenerator<ImportEvent, void, undefined>,
  search: CustomerSearch,
): AsyncGenerator<ImportEvent, void, undefined> {
  for await (const event of events) {
    if (event.kind === 'done' && !event.report.dryRun && event.report.written > 0) search.forget();
    yield event;
  }
}

const os = implement(contract.imports).$context<RpcContext>().use(guard);

export const importsCalls: Router<typeof contract.imports, RpcContext> = {
  preview: os.preview.handler(({ input, context, signal }) =>
    previewImport(context.shop().ctx, input, signal),
  ),
  visits: os.visits.handler(async function* ({ input, context, signal }) {
    const { ctx, search } = context.shop();
    yield* thenSearchAnew(importVisits(ctx, input, signal), search);
  }),
  customers: os.customers.handler(async function* ({ input, context, signal }) {
    const { ctx, search } = context.shop();
    yield* thenSearchAnew(importCustomers(ctx, input, signal), search);
  }),
  list: os.list.handler(({ context }) => listImports(context.shop().ctx)),
  previewUndo: os.previewUndo.handler(({ input, context, signal }) =>
    previewUndo(context.shop().ctx, input, signal),
  ),
  undo: os.undo.handler(async ({ input, context, signal }) => {
    const { ctx, search } = context.shop();
    const undone = await undoImport(ctx, input, signal);
    search.forget();
    return undone;
  }),
};
