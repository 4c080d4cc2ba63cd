import { implement, type Router } from '@orpc/server';
import { contract } from '#shared/contract/index.ts';
import { trySnapshot } from '../services/backups/snapshots.ts';
import { importBalances } from '../services/imports/import-balances.ts';
import { importCustomers } from '../services/imports/import-customers.ts';
import type { ImportEvent } from '../services/imports/import-report.ts';
import { importVisits } from '../services/imports/import-visits.ts';
import { listImports } from '../services/imports/list-imports.ts';
import { previewImport } from '../services/imports/preview-import.ts';
import type { WorkbookReader } from '../services/imports/read-csv-file.ts';
import { previewUndo, undoImport } from '../services/imports/undo-import.ts';
import type { OpenShop } from '../services/open-shop.ts';
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

/** What an import changes can be looked up as it was before: it begins with a snapshot of the shop, unless it only tries. */
async function* afterSnapshot(
  shop: OpenShop,
  input: { readonly dryRun: boolean },
  start: () => AsyncGenerator<ImportEvent, void, undefined>,
  signal: AbortSignal | undefined,
): AsyncGenerator<ImportEvent, void, undefined> {
  if (!input.dryRun) await trySnapshot(shop, 'import', signal);
  signal?.throwIfAborted();
  yield* thenSearchAnew(start(), shop.search);
}

/** Workbooks are read in the worker: a large one takes seconds. */
const workbooksOf =
  ({ reports }: OpenShop): WorkbookReader =>
  (request, signal) =>
    reports.run('readWorkbook', request, () => undefined, signal);

const os = implement(contract.imports).$context<RpcContext>().use(guard);

export const importsCalls: Router<typeof contract.imports, RpcContext> = {
  preview: os.preview.handler(({ input, context, signal }) => {
    const shop = context.shop();
    return previewImport(shop.ctx, input, signal, workbooksOf(shop));
  }),
  visits: os.visits.handler(async function* ({ input, context, signal }) {
    const shop = context.shop();
    yield* afterSnapshot(shop, input, () => importVisits(shop.ctx, input, signal, workbooksOf(shop)), signal);
  }),
  customers: os.customers.handler(async function* ({ input, context, signal }) {
    const shop = context.shop();
    yield* afterSnapshot(
      shop,
      input,
      () => importCustomers(shop.ctx, input, signal, workbooksOf(shop)),
      signal,
    );
  }),
  balances: os.balances.handler(async function* ({ input, context, signal }) {
    const shop = context.shop();
    const start = () => importBalances(shop.ctx, input, signal, workbooksOf(shop));
    yield* afterSnapshot(shop, input, start, signal);
  }),
  list: os.list.handler(({ context }) => listImports(context.shop().ctx)),
  previewUndo: os.previewUndo.handler(({ input, context, signal }) =>
    previewUndo(context.shop().ctx, input, signal),
  ),
  undo: os.undo.handler(async ({ input, context, signal }) => {
    const shop = context.shop();
    await trySnapshot(shop, 'import', signal);
    const undone = await undoImport(shop.ctx, input, signal);
    shop.search.forget();
    return undone;
  }),
};
