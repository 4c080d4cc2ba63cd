import { rmSync } from 'node:fs';
import { type ColumnKind, isoColumn, isoText, kindOfColumn } from '#shared/domain/exports/column-kinds.ts';
import { type CsvFormat, csvRows, csvText } from '#shared/domain/exports/csv-text.ts';
import type { ExportCell } from '#shared/domain/exports/export-table.ts';
import type { ReadDb } from '../db/connection.ts';
import { ReadSnapshot, type StoredTable, type StoredValue } from '../db/read-snapshot.ts';
import type { Run } from './run.ts';
import { ZipFile } from './zip-file.ts';

/** Everything a data dictionary says, in one language. */
export interface DictionaryTexts {
  /** Headings of the dictionary, in the order of its columns. */
  readonly headings: readonly string[];
  /** What stands in the place of a column where the whole table is meant. */
  readonly whole: string;
  /** What a readable copy is; holds {{column}}. */
  readonly decoded: string;
  readonly types: Readonly<Record<string, string>>;
  /** What every table and column means. */
  readonly tables: Readonly<
    Record<string, { readonly meaning: string; readonly columns: Readonly<Record<string, string>> }>
  >;
}

export interface EverythingRequest {
  /** The shop's file. */
  readonly file: string;
  /** Where the archive goes; nothing may be there yet. */
  readonly into: string;
  readonly at: number;
  readonly csv: CsvFormat;
  readonly readme: string;
  readonly dictionary: DictionaryTexts;
}

export interface EverythingProgress {
  readonly done: number;
  readonly total: number;
}

interface ReadColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly iso: ReturnType<typeof isoColumn>;
}

interface ReadTable {
  readonly stored: StoredTable;
  readonly columns: readonly ReadColumn[];
}

const readTable = (stored: StoredTable): ReadTable => ({
  stored,
  columns: stored.columns.map((name) => {
    const kind = kindOfColumn(stored.name, name);
    return { name, kind, iso: isoColumn(kind, name) };
  }),
});

const text = (value: string): ExportCell => ({ kind: 'text', text: value });

function csvCells({ columns }: ReadTable, row: readonly StoredValue[]): ExportCell[] {
  const cells: ExportCell[] = [];
  for (const [index, { kind, iso }] of columns.entries()) {
    const value = row[index] ?? null;
    if (value === null) cells.push(null);
    else cells.push(typeof value === 'number' ? { kind: 'integer', value } : text(value));
    if (!iso) continue;
    const readable = isoText(kind, value);
    cells.push(readable === null ? null : text(readable));
  }
  return cells;
}

function jsonLine({ columns }: ReadTable, row: readonly StoredValue[]): string {
  const entries: [string, StoredValue][] = [];
  for (const [index, { name, kind, iso }] of columns.entries()) {
    const value = row[index] ?? null;
    entries.push([name, value]);
    if (iso) entries.push([iso.name, isoText(kind, value)]);
  }
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}

const headings = ({ columns }: ReadTable): string[] =>
  columns.flatMap(({ name, iso }) => (iso ? [name, iso.name] : [name]));

/** The dictionary of the tables that are really there, a row for each column of the files. */
function dictionaryText(tables: readonly ReadTable[], words: DictionaryTexts, csv: CsvFormat): string {
  const rows = tables.flatMap(({ stored, columns }) => {
    const known = words.tables[stored.name];
    const whole = [stored.name, words.whole, '', known?.meaning ?? ''];
    const each = columns.flatMap(({ name, kind, iso }) => {
      const own = [stored.name, name, words.types[kind] ?? kind, known?.columns[name] ?? ''];
      if (!iso) return [own];
      const decoded = words.decoded.replace('{{column}}', () => name);
      return [own, [stored.name, iso.name, words.types[iso.kind] ?? iso.kind, decoded]];
    });
    return [whole, ...each];
  });
  const columns = words.headings.map((name) => ({ name, explanation: '' }));
  return csvText({ name: '', columns, rows: rows.map((row) => row.map(text)) }, csv);
}

/** Passes rows on and counts them. */
function* counted<T>(rows: Iterable<T>, count: () => void): Generator<T> {
  for (const row of rows) {
    yield row;
    count();
  }
}

function* csvPieces(table: ReadTable, rows: Iterable<StoredValue[]>, csv: CsvFormat): Generator<string> {
  const columns = headings(table).map((name) => ({ name, explanation: '' }));
  yield csvText({ name: table.stored.name, columns, rows: [] }, csv);
  for (const row of rows) yield csvRows([csvCells(table, row)], csv);
}

function* jsonPieces(table: ReadTable, rows: Iterable<StoredValue[]>): Generator<string> {
  for (const row of rows) yield jsonLine(table, row);
}

/**
 * Writes every table of the shop, as all of them are at one moment, as CSV and as JSON lines into a ZIP archive with a
 * data dictionary. Row by row: memory does not grow with the shop, and other questions are answered meanwhile.
 * @returns the size of the archive, and the rows of all tables
 */
export async function exportEverything(
  _db: ReadDb,
  request: EverythingRequest,
  run: Run<EverythingProgress>,
): Promise<{ readonly bytes: number; readonly rows: number }> {
  const { csv, dictionary } = request;
  const snapshot = new ReadSnapshot(request.file);
  let zip: ZipFile | null = null;
  try {
    const tables = snapshot.tables().map(readTable);
    const rows = tables.reduce((sum, { stored }) => sum + snapshot.count(stored), 0);
    const total = 2 * rows;
    let done = 0;
    const rowsOf = ({ stored }: ReadTable) =>
      counted(snapshot.rows(stored), () => {
        done += 1;
      });
    const pause = () => {
      run.tell({ done, total });
      return run.pause();
    };
    zip = new ZipFile(request.into, new Date(request.at));
    await zip.add('README.txt', [request.readme], pause);
    await zip.add('dictionary.csv', [dictionaryText(tables, dictionary, csv)], pause);
    for (const table of tables) {
      const { name } = table.stored;
      await zip.add(`csv/${name}.csv`, csvPieces(table, rowsOf(table), csv), pause);
      await zip.add(`json/${name}.jsonl`, jsonPieces(table, rowsOf(table)), pause);
      await pause();
    }
    return { bytes: zip.end(), rows };
  } catch (error) {
    zip?.abandon();
    rmSync(request.into, { force: true });
    throw error;
  } finally {
    snapshot.close();
  }
}
