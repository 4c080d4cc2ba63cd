import type { ImportReport } from '#shared/contract/imports.ts';
import type { DateDetection, DecimalSign } from '#shared/domain/imports/index.ts';
import type { CsvFile } from './read-csv-file.ts';

/** A step of an import, or its end. */
export type ImportEvent =
  | {
      readonly kind: 'progress';
      readonly stage: 'reading' | 'checking' | 'writing' | 'summaries';
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'done'; readonly report: ImportReport };

export type ImportProgress = Extract<ImportEvent, { kind: 'progress' }>;

/** How a file was read, for the report. */
export function readingOf(file: CsvFile, date: DateDetection, decimal: DecimalSign): ImportReport['reading'] {
  return {
    encoding: file.encoding,
    delimiter: file.delimiter,
    dateFormat: date.format,
    dateAmbiguous: date.ambiguous,
    decimal,
    hasHeader: file.hasHeader,
    sheet: file.sheet,
    sheets: [...file.sheets],
  };
}
