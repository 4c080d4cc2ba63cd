import type { FileBytes, ImportReport, ReadingOptions } from '#shared/contract/imports.ts';
import { formatDay } from '#shared/domain/business-day/business-day.ts';
import { currencyDigits } from '#shared/domain/money/currencies.ts';
import { present, type ShopContext, shopFacts } from '../shop-context.ts';
import { streamProgress } from '../stream-progress.ts';
import { checkVisitRows, type ImportedVisit, type ImportPresent, visitFormats } from './check-visit-rows.ts';
import { type SettledVisitColumns, visitColumns } from './columns.ts';
import { type ImportEvent, type ImportProgress, readingOf } from './import-report.ts';
import { earlierReport, keepImport } from './keep-import.ts';
import { planVisits, type VisitPlan } from './plan-visits.ts';
import { type CsvFile, noWorkbooks, readCsvFile, type WorkbookReader } from './read-csv-file.ts';
import { writeVisits } from './write-visits.ts';

export interface ImportVisitsInput {
  readonly requestId: string;
  readonly fileName?: string | undefined;
  readonly file: FileBytes | string;
  readonly reading?: ReadingOptions | undefined;
  /** Column numbers from 0; null = not in the file, left out = guessed. */
  readonly columns?: { readonly [K in keyof SettledVisitColumns]?: number | null | undefined } | undefined;
  readonly dryRun: boolean;
  readonly earn: boolean;
}

/** The present as an import sees it. */
export function importPresent(ctx: ShopContext): ImportPresent {
  const { calendar, shop } = shopFacts(ctx);
  const { at, day } = present(ctx);
  return { now: at, today: day, calendar, digits: currencyDigits(shop.currency) };
}

type ReportBase = Pick<
  ImportReport,
  'dryRun' | 'rows' | 'refused' | 'problems' | 'tags' | 'reading' | 'columns'
>;

function reportOf(plan: VisitPlan, base: ReportBase): ImportReport {
  const days = plan.visits.map(({ visit }) => visit.day).sort((a, b) => a - b);
  const [first] = days;
  const last = days.at(-1);
  return {
    ...base,
    written: plan.visits.length,
    already: plan.already,
    newCustomers: plan.people.filter((person) => !person.known).length,
    matchedCustomers: plan.matched,
    visits: new Set(plan.visits.map(({ visit }) => `${visit.day} ${visit.person}`)).size,
    firstDay: first === undefined ? null : formatDay(first),
    lastDay: last === undefined ? null : formatDay(last),
    amount: plan.visits.reduce((sum, { visit }) => sum + (visit.amount ?? 0), 0),
  };
}

/** What a run of an import needs besides the shop. */
interface Running {
  readonly signal: AbortSignal;
  readonly workbooks: WorkbookReader;
}

interface CheckedFile {
  readonly file: CsvFile;
  readonly visits: readonly ImportedVisit[];
  readonly base: ReportBase;
}

/** Reads and checks the file without looking at the shop's customers. */
async function checkFile(
  ctx: ShopContext,
  input: ImportVisitsInput,
  report: (step: ImportProgress) => void,
  { signal, workbooks }: Running,
): Promise<CheckedFile> {
  const step = (stage: ImportProgress['stage'], done: number, total: number) =>
    report({ kind: 'progress', stage, done, total });
  const reading = input.reading ?? {};
  const file = await readCsvFile(input.file, reading, workbooks, signal, (done, total) =>
    step('reading', done, total),
  );
  const columns = visitColumns(file, input.columns);
  const formats = visitFormats(file, columns, reading);
  const total = file.rows.length;
  const { visits, problems } = await checkVisitRows(
    file,
    { columns, formats, present: importPresent(ctx) },
    signal,
    (done) => step('checking', done, total),
  );
  const base = {
    dryRun: input.dryRun,
    rows: total,
    refused: problems.count,
    problems: problems.listed,
    tags: [],
    reading: readingOf(file, formats.date, formats.decimal),
    columns: { ...columns },
  };
  return { file, visits, base };
}

async function writeChecked(
  ctx: ShopContext,
  input: ImportVisitsInput,
  checked: CheckedFile,
  report: (step: ImportProgress) => void,
  signal: AbortSignal,
): Promise<ImportReport> {
  return ctx.work.write(async (tx) => {
    signal.throwIfAborted();
    const earlier = await earlierReport(tx, 'visits', input);
    if (earlier) return earlier;
    const plan = await planVisits(tx, checked.visits, signal);
    const result = reportOf(plan, checked.base);
    // The same file again changes nothing, not even the list of imports.
    if (plan.visits.length === 0) return result;
    const fileHash = checked.file.hash;
    const importId = await keepImport(tx, ctx, input, { kind: 'visits', fileHash, report: result });
    await writeVisits(tx, ctx, plan, {
      importId,
      earns: input.earn,
      signal,
      progress: (stage, done, total) => report({ kind: 'progress', stage, done, total }),
    });
    return result;
  });
}

async function runImport(
  ctx: ShopContext,
  input: ImportVisitsInput,
  report: (step: ImportProgress) => void,
  running: Running,
): Promise<ImportReport> {
  shopFacts(ctx);
  const earlier = await earlierReport(ctx.work.read, 'visits', input);
  if (earlier) return earlier;
  const { signal } = running;
  const checked = await checkFile(ctx, input, report, running);
  if (!input.dryRun) return writeChecked(ctx, input, checked, report, signal);
  return reportOf(await planVisits(ctx.work.read, checked.visits, signal), checked.base);
}

/**
 * Imports past visits from a CSV file or a sheet of a workbook: everything is checked first, then one transaction writes all of it, or nothing.
 * Rows that were imported before are counted, not written again. A dry run does the same checks and writes nothing.
 * Cancelled by the signal, or by leaving the iteration: then nothing is written.
 * @throws Failure ShopNotReady, UnreadableFile, MissingColumn, RequestIdReused; StorageRefused; the signal's reason
 */
export async function* importVisits(
  ctx: ShopContext,
  input: ImportVisitsInput,
  signal?: AbortSignal,
  workbooks: WorkbookReader = noWorkbooks,
): AsyncGenerator<ImportEvent, void, undefined> {
  const report = yield* streamProgress<ImportProgress, ImportReport>(
    (step, stop) => runImport(ctx, input, step, { signal: stop, workbooks }),
    signal,
  );
  yield { kind: 'done', report };
}
