import type { FileBytes, ReadingOptions } from '#shared/contract/imports.ts';
import { decodeText, detectEncoding, type Encoding, looksLikeHeader } from '#shared/domain/imports/index.ts';
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
}

/** Larger than a million visits; more would not fit in memory beside a till. */
const largestBytes = 64 * 1024 * 1024;

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
  // No text holds a zero byte: this is a workbook, a picture or UTF-16.
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

/** Values of a column, evenly spread over the file: enough to recognise a format by. */
export function samplesOf(rows: readonly CsvRow[], column: number | null): string[] {
  if (column === null) return [];
  const step = Math.max(1, Math.ceil(rows.length / rowsLookedAt));
  const samples: string[] = [];
  for (let index = 0; index < rows.length; index += step) samples.push(rows[index]?.cells[column] ?? '');
  return samples;
}

/**
 * Decodes a file and splits it into rows; what the options leave out is detected.
 * @param progress hears how much of the file was read
 * @throws Failure UnreadableFile
 */
export async function readCsvFile(
  file: FileBytes | string,
  options: ReadingOptions,
  signal: AbortSignal,
  progress: (done: number, total: number) => void = () => {},
): Promise<CsvFile> {
  const bytes = await bytesOf(file);
  const hash = await sha256(bytes);
  const encoding = typeof file === 'string' ? 'utf-8' : (options.encoding ?? detectEncoding(bytes));
  const decoded = decodeText(bytes, encoding, (name) => new TextDecoder(name));
  const { text, named } = takeNamedDelimiter(decoded.replace(/\r\n?/g, '\n'));
  const delimiter = options.delimiter ?? named ?? detectDelimiter(text);
  const all = await parseRows(text, delimiter, signal, (characters) => progress(characters, text.length));
  const [first] = all;
  if (!first) throw failure('UnreadableFile', { why: 'empty' });
  const hasHeader = options.hasHeader ?? looksLikeHeader(first.cells);
  const rows = hasHeader ? all.slice(1) : all;
  const width = all.slice(0, rowsLookedAt).reduce((most, row) => Math.max(most, row.cells.length), 0);
  const header = Array.from({ length: width }, (_, column) => (hasHeader ? (first.cells[column] ?? '') : ''));
  return { hash, encoding, delimiter, hasHeader, header, rows };
}
