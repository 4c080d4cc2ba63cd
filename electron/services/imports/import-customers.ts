import type { FileBytes, ImportReport, ReadingOptions } from '#shared/contract/imports.ts';
import type { CustomerColumns } from '#shared/domain/imports/index.ts';
import { tagKey } from '#shared/domain/tags/tag.ts';
import type { ReadDb } from '../../db/connection.ts';
import { loadTags } from '../../repositories/tags.ts';
import { present, type ShopContext, shopFacts } from '../shop-context.ts';
import { streamProgress } from '../stream-progress.ts';
import { checkCustomerRows, customerFormats, type ImportedCustomer } from './check-customer-rows.ts';
import { customerColumns } from './columns.ts';
import { type ImportEvent, type ImportProgress, readingOf } from './import-report.ts';
import { earlierReport, keepImport } from './keep-import.ts';
import { type CustomerPlan, planCustomers } from './plan-customers.ts';
import { type CsvFile, noWorkbooks, readCsvFile, type WorkbookReader } from './read-csv-file.ts';
import type { RowProblems } from './row-problems.ts';
import { writeCustomers } from './write-customers.ts';

export interface ImportCustomersInput {
  readonly requestId: string;
  readonly fileName?: string | undefined;
  readonly file: FileBytes | string;
  readonly reading?: ReadingOptions | undefined;
  /** Column numbers from 0; null = not in the file, left out = guessed. */
  readonly columns?: { readonly [K in keyof CustomerColumns]?: number | null | undefined } | undefined;
  readonly dryRun: boolean;
}

/** What a run of an import needs besides the shop. */
interface Running {
  readonly signal: AbortSignal;
  readonly workbooks: WorkbookReader;
}

interface CheckedFile {
  readonly file: CsvFile;
  readonly customers: readonly ImportedCustomer[];
  readonly problems: RowProblems;
  readonly reading: ImportReport['reading'];
  readonly columns: ImportReport['columns'];
}

/** Reads and checks the file without looking at who is in the shop. */
async function checkFile(
  ctx: ShopContext,
  input: ImportCustomersInput,
  report: (step: ImportProgress) => void,
  { signal, workbooks }: Running,
): Promise<CheckedFile> {
  const options = input.reading ?? {};
  const file = await readCsvFile(input.file, options, workbooks, signal, (done, total) =>
    report({ kind: 'progress', stage: 'reading', done, total }),
  );
  const columns = customerColumns(file, input.columns);
  const today = present(ctx).day;
  const formats = customerFormats(file, columns, options, today);
  const { customers, problems } = await checkCustomerRows(
    file,
    { columns, formats, today, country: shopFacts(ctx).shop.country },
    signal,
    (done) => report({ kind: 'progress', stage: 'checking', done, total: file.rows.length }),
  );
  const date = columns.birthday === null ? formats.since : formats.birthday;
  return { file, customers, problems, reading: readingOf(file, date, options.decimal ?? '.'), columns };
}

/** Tags that a plan gives, by the names the shop has for them, the most given first. */
async function tagsGiven(db: ReadDb, { people }: CustomerPlan): Promise<ImportReport['tags']> {
  const known = new Map((await loadTags(db)).map((tag) => [tag.name_folded, tag.name]));
  const found = new Map<string, ImportReport['tags'][number]>();
  for (const name of people.flatMap(({ fields }) => fields.tags)) {
    const key = tagKey(name);
    const one = found.get(key) ?? { name: known.get(key) ?? name, isNew: !known.has(key), people: 0 };
    found.set(key, { ...one, people: one.people + 1 });
  }
  return [...found.values()].sort((a, b) => b.people - a.people || (a.name < b.name ? -1 : 1));
}

async function planAndReport(
  db: ReadDb,
  checked: CheckedFile,
  dryRun: boolean,
  signal: AbortSignal,
): Promise<{ readonly plan: CustomerPlan; readonly report: ImportReport }> {
  const { file, customers, problems, reading, columns } = checked;
  const plan = await planCustomers(db, customers, problems, signal);
  const report: ImportReport = {
    dryRun,
    rows: file.rows.length,
    written: plan.written,
    already: plan.already,
    refused: problems.count,
    newCustomers: plan.people.filter(({ known }) => !known).length,
    matchedCustomers: plan.matched,
    visits: 0,
    firstDay: null,
    lastDay: null,
    amount: 0,
    problems: problems.listed,
    tags: await tagsGiven(db, plan),
    reading,
    columns: { ...columns },
  };
  return { plan, report };
}

async function runImport(
  ctx: ShopContext,
  input: ImportCustomersInput,
  report: (step: ImportProgress) => void,
  running: Running,
): Promise<ImportReport> {
  shopFacts(ctx);
  const earlier = await earlierReport(ctx.work.read, 'customers', input);
  if (earlier) return earlier;
  const { signal } = running;
  const checked = await checkFile(ctx, input, report, running);
  if (input.dryRun) return (await planAndReport(ctx.work.read, checked, true, signal)).report;
  return ctx.work.write(async (tx) => {
    signal.throwIfAborted();
    const done = await earlierReport(tx, 'customers', input);
    if (done) return done;
    const { plan, report: result } = await planAndReport(tx, checked, false, signal);
    // The same file again changes nothing, not even the list of imports.
    if (plan.people.length === 0) return result;
    const fileHash = checked.file.hash;
    const importId = await keepImport(tx, ctx, input, { kind: 'customers', fileHash, report: result });
    await writeCustomers(tx, ctx, plan, {
      importId,
      signal,
      progress: (rows, total) => report({ kind: 'progress', stage: 'writing', done: rows, total }),
    });
    return result;
  });
}

/**
 * Imports customers from a CSV file or a sheet of a workbook: everything is checked first, then one transaction writes all of it, or nothing.
 * Known people only get what they lack. A dry run does the same checks and writes nothing. Cancelled by the signal, or
 * by leaving the iteration: then nothing is written.
 * @throws Failure ShopNotReady, UnreadableFile, MissingColumn, RequestIdReused; StorageRefused; the signal's reason
 */
export async function* importCustomers(
  ctx: ShopContext,
  input: ImportCustomersInput,
  signal?: AbortSignal,
  workbooks: WorkbookReader = noWorkbooks,
): AsyncGenerator<ImportEvent, void, undefined> {
  const report = yield* streamProgress<ImportProgress, ImportReport>(
    (step, stop) => runImport(ctx, input, step, { signal: stop, workbooks }),
    signal,
  );
  yield { kind: 'done', report };
}
