import type { FileBytes, ImportReport, ImportUndo, ReadingOptions } from '#shared/contract/imports.ts';
import { detectDecimal } from '#shared/domain/imports/index.ts';
import { present, type ShopContext, shopFacts } from '../shop-context.ts';
import { customerFormats } from './check-customer-rows.ts';
import { visitFormats } from './check-visit-rows.ts';
import { guessedBalanceColumns, guessedCustomerColumns, guessedVisitColumns } from './columns.ts';
import { readingOf } from './import-report.ts';
import { type CsvFile, noWorkbooks, readCsvFile, samplesOf, type WorkbookReader } from './read-csv-file.ts';

/** First rows of a file, and what its columns seem to be. */
export interface ImportPreview {
  readonly header: string[];
  readonly sample: string[][];
  /** Rows of data. */
  readonly rows: number;
  readonly reading: ImportReport['reading'];
  readonly columns: Record<string, number | null>;
}

type ImportKind = ImportUndo['kind'];

const sampleRows = 8;

function guesses(
  ctx: ShopContext,
  kind: ImportKind,
  file: CsvFile,
  options: ReadingOptions,
): Pick<ImportPreview, 'reading' | 'columns'> {
  if (kind === 'visits') {
    const columns = guessedVisitColumns(file);
    const formats = visitFormats(file, columns, options);
    return { columns: { ...columns }, reading: readingOf(file, formats.date, formats.decimal) };
  }
  if (kind === 'balances') {
    const columns = guessedBalanceColumns(file);
    const decimal = options.decimal ?? detectDecimal(samplesOf(file.rows, columns.points));
    return { columns: { ...columns }, reading: readingOf(file, { format: null, ambiguous: false }, decimal) };
  }
  const columns = guessedCustomerColumns(file);
  const formats = customerFormats(file, columns, options, present(ctx).day);
  const date = columns.birthday === null ? formats.since : formats.birthday;
  return { columns: { ...columns }, reading: readingOf(file, date, options.decimal ?? '.') };
}

/**
 * Looks at a file without importing it.
 * @throws Failure ShopNotReady, UnreadableFile
 */
export async function previewImport(
  ctx: ShopContext,
  input: {
    readonly kind: ImportKind;
    readonly file: FileBytes | string;
    readonly reading?: ReadingOptions | undefined;
  },
  signal: AbortSignal = new AbortController().signal,
  workbooks: WorkbookReader = noWorkbooks,
): Promise<ImportPreview> {
  shopFacts(ctx);
  const options = input.reading ?? {};
  const file = await readCsvFile(input.file, options, workbooks, signal);
  const width = file.header.length;
  return {
    header: [...file.header],
    sample: file.rows
      .slice(0, sampleRows)
      .map((row) => Array.from({ length: width }, (_, column) => row.cells[column] ?? '')),
    rows: file.rows.length,
    ...guesses(ctx, input.kind, file, options),
  };
}
