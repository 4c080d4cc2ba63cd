import type { FileBytes, ReadingOptions } from '#shared/contract/imports.ts';
import {
  type DateDetection,
  decodeText,
  detectEncoding,
  type Encoding,
  looksLikeHeader,
} from '#shared/domain/imports/index.ts';
import type { WorkbookOutcome, WorkbookRequest } from '../../reports/workbook-run.ts';
import { failure } from '../failure.ts';
import { type CsvRow, type Delimiter, delimiters, detectDelimiter, parseRows } from './csv-rows.ts';

/** A file split into rows, and how it was read. */
export interface CsvFile {
  /** SHA-256 of its bytes, hexadecimal. */
  readonly hash: string;
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  readonly hasHeader: boolean;
  /** Headings; empty texts where the file has none. As long as the widest row looked at. */
  readonly header: readonly string[];
  /** Rows of data, blank ones left out. */
  readonly rows: readonly CsvRow[];
  /** Sheets of a workbook, none of a text, and the one that was read. */
  readonly sheets: readonly string[];
  readonly sheet: string | null;
}

/** Reads a workbook outside the thread of the till. */
export type WorkbookReader = (request: WorkbookRequest, signal: AbortSignal) => Promise<WorkbookOutcome>;

/** Where workbooks cannot be read, they are no text either. */
export const noWorkbooks: WorkbookReader = () =>
  Promise.reject(failure('UnreadableFile', { why: 'notText' }));

/** Larger than a million visits; more would not fit in memory beside a till. */
const largestBytes = 64 * 1024 * 1024;

/** A workbook is packed: ten times as much when it is read. */
const largestWorkbook = 16 * 1024 * 1024;

/** Workbooks are ZIP archives. */
const isWorkbook = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/** Rows by which columns are counted and formats are recognised. */
const rowsLookedAt = 2000;

/**
 * The file's bytes.
 * @throws Failure UnreadableFile
 */
async function bytesOf(file: FileBytes | string): Promise<Uint8Array> {
  const size = typeof file === 'string' ? file.length : file.size;
  if (size > largestBytes) throw failure('UnreadableFile', { why: 'tooLarge' });
  const bytes =
    typeof file === 'string' ? new TextEncoder().encode(file) : new Uint8Array(await file.arrayBuffer());
  if (bytes.length > largestBytes) throw failure('UnreadableFile', { why: 'tooLarge' });
  if (bytes.length === 0) throw failure('UnreadableFile', { why: 'empty' });
  if (isWorkbook(bytes)) {
    if (bytes.length > largestWorkbook) throw failure('UnreadableFile', { why: 'tooLarge' });
    return bytes;
  }
  // No text holds a zero byte: this is an old workbook, a picture or UTF-16.
  if (bytes.includes(0)) throw failure('UnreadableFile', { why: 'notText' });
  return bytes;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes.slice().buffer);
  return Buffer.from(digest).toString('hex');
}

/**
 * SHA-256 of a file's bytes, hexadecimal.
 * @throws Failure UnreadableFile
 */
export async function hashOfFile(file: FileBytes | string): Promise<string> {
  return sha256(await bytesOf(file));
}

/** Spreadsheets may name the delimiter on a line of its own before everything else. */
function takeNamedDelimiter(text: string): { readonly text: string; readonly named: Delimiter | undefined } {
  const sign = /^sep=(.)\n/i.exec(text)?.[1];
  const named = delimiters.find((delimiter) => delimiter === sign);
  // The line stays, blanked, so that the numbers of the lines stay right.
  return named ? { text: text.slice('sep=?'.length), named } : { text, named };
}

/** Whether a cell was a number or a date in a workbook. */
export const isTyped = (row: CsvRow, column: number | null): boolean =>
  column !== null && row.typed?.includes(column) === true;

/** Texts of a column, evenly spread over the file: enough to recognise a format by. What has a type needs none. */
export function samplesOf(rows: readonly CsvRow[], column: number | null): string[] {
  if (column === null) return [];
  const step = Math.max(1, Math.ceil(rows.length / rowsLookedAt));
  const samples: string[] = [];
  for (let index = 0; index < rows.length; index += step) {
    const row = rows[index];
    if (row && !isTyped(row, column)) samples.push(row.cells[column] ?? '');
  }
  return samples;
}

/** The date format of a column: that of its texts; where all are typed, the one in which these are shown. */
export function formatOf(
  rows: readonly CsvRow[],
  column: number | null,
  detect: (samples: readonly string[]) => DateDetection,
): DateDetection {
  const detected = detect(samplesOf(rows, column));
  const allTyped = detected.format === null && rows.some((row) => isTyped(row, column));
  return allTyped ? { format: 'y-m-d', ambiguous: false } : detected;
}

/** Rows of a text, or of a sheet of a workbook, and how they were split. */
type Split = Pick<CsvFile, 'encoding' | 'delimiter' | 'sheets' | 'sheet'> & {
  readonly all: readonly CsvRow[];
};

async function splitWorkbook(
  bytes: Uint8Array,
  options: ReadingOptions,
  signal: AbortSignal,
  read: WorkbookReader,
): Promise<Split> {
  const outcome = await read({ bytes, sheet: options.sheet ?? null }, signal);
  if (outcome.kind !== 'read') {
    throw failure('UnreadableFile', { why: outcome.kind === 'tooLarge' ? 'tooLarge' : 'notWorkbook' });
  }
  const { sheets, sheet, rows: all } = outcome;
  return { encoding: 'utf-8', delimiter: ',', sheets, sheet, all };
}

async function splitText(
  bytes: Uint8Array,
  encoding: Encoding,
  options: ReadingOptions,
  signal: AbortSignal,
  progress: (done: number, total: number) => void,
): Promise<Split> {
  const decoded = decodeText(bytes, encoding, (name) => new TextDecoder(name));
  const { text, named } = takeNamedDelimiter(decoded.replace(/\r\n?/g, '\n'));
  const delimiter = options.delimiter ?? named ?? detectDelimiter(text);
  const all = await parseRows(text, delimiter, signal, (characters) => progress(characters, text.length));
  return { encoding, delimiter, sheets: [], sheet: null, all };
}

/**
 * Splits a file into rows, a text as well as a workbook; what the options leave out is detected.
 * @param workbooks reads workbooks
 * @param progress hears how much of the file was read
 * @throws Failure UnreadableFile
 */
export async function readCsvFile(
  file: FileBytes | string,
  options: ReadingOptions,
  workbooks: WorkbookReader,
  signal: AbortSignal,
  progress: (done: number, total: number) => void = () => {},
): Promise<CsvFile> {
  const bytes = await bytesOf(file);
  const hash = await sha256(bytes);
  const encoding = typeof file === 'string' ? 'utf-8' : (options.encoding ?? detectEncoding(bytes));
  const { all, ...split } = isWorkbook(bytes)
    ? await splitWorkbook(bytes, options, signal, workbooks)
    : await splitText(bytes, encoding, options, signal, progress);
  const [first] = all;
  if (!first) throw failure('UnreadableFile', { why: 'empty' });
  const hasHeader = options.hasHeader ?? looksLikeHeader(first.cells);
  const rows = hasHeader ? all.slice(1) : all;
  const width = all.slice(0, rowsLookedAt).reduce((most, row) => Math.max(most, row.cells.length), 0);
  const header = Array.from({ length: width }, (_, column) => (hasHeader ? (first.cells[column] ?? '') : ''));
  return { hash, ...split, hasHeader, header, rows };
}
