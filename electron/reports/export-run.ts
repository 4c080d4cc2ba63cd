import { type CsvFormat, csvRows, csvText } from '#shared/domain/exports/csv-text.ts';
import type { ExportCell, ExportTable } from '#shared/domain/exports/export-table.ts';
import type { ReadDb } from '../db/connection.ts';
import type { Run } from './run.ts';
import { countSegmentRows, type SegmentRowsInput, segmentRows } from './segment-rows.ts';
import { countVisitRows, type VisitRowsInput, visitRows } from './visit-rows.ts';
import { xlsxBytes } from './xlsx-file.ts';

/** A table whose rows are read while it is written; its `rows` are empty. */
export interface LongTable {
  readonly table: ExportTable;
  readonly source:
    | (VisitRowsInput & { readonly kind: 'visits' })
    | (SegmentRowsInput & { readonly kind: 'segment' });
}

export interface ExportRequest {
  readonly format: { readonly kind: 'csv'; readonly csv: CsvFormat } | { readonly kind: 'xlsx' };
  /** Tables that are small enough to be handed over whole. */
  readonly tables: readonly ExportTable[];
  readonly long: LongTable | null;
  /** The explanation of all columns: the last sheet of a workbook. */
  readonly columns: ExportTable;
}

export interface ExportProgress {
  readonly done: number;
  readonly total: number;
}

export type ExportOutcome =
  | { readonly kind: 'written'; readonly bytes: Uint8Array; readonly rows: number }
  /** A workbook is made in memory; beyond this a CSV file is the better choice. */
  | { readonly kind: 'tooManyRows'; readonly rows: number; readonly max: number };

/** Rows of a workbook's long table: measured, 100,000 take 600 MB and so long that other reports wait; this is a quarter. */
export const mostXlsxRows = 25_000;

const countRows = (db: ReadDb, { source }: LongTable): Promise<number> =>
  source.kind === 'visits' ? countVisitRows(db, source) : countSegmentRows(db, source);

/** Rows of the long table in portions; other questions are answered between them. */
async function* portions(db: ReadDb, long: LongTable, run: Run<ExportProgress>) {
  const { source } = long;
  const read = source.kind === 'visits' ? visitRows(db, source) : segmentRows(db, source);
  for await (const { rows, done, total } of read) {
    yield rows;
    run.tell({ done, total });
    await run.pause();
  }
}

async function csvBytes(db: ReadDb, request: ExportRequest, csv: CsvFormat, run: Run<ExportProgress>) {
  const [table] = request.tables;
  const first = request.long?.table ?? table;
  if (!first) throw new Error('nothing to write');
  const parts = [Buffer.from(csvText(first, csv))];
  let rows = first.rows.length;
  if (request.long) {
    for await (const portion of portions(db, request.long, run)) {
      parts.push(Buffer.from(csvRows(portion, csv)));
      rows += portion.length;
    }
  }
  return { kind: 'written' as const, bytes: new Uint8Array(Buffer.concat(parts)), rows };
}

async function workbook(
  db: ReadDb,
  request: ExportRequest,
  run: Run<ExportProgress>,
): Promise<ExportOutcome> {
  const tables = [...request.tables];
  if (request.long) {
    const expected = await countRows(db, request.long);
    if (expected > mostXlsxRows) return { kind: 'tooManyRows', rows: expected, max: mostXlsxRows };
    const rows: (readonly ExportCell[])[] = [];
    for await (const portion of portions(db, request.long, run)) rows.push(...portion);
    tables.push({ ...request.long.table, rows });
  }
  const bytes = new Uint8Array(await xlsxBytes([...tables, request.columns]));
  return { kind: 'written', bytes, rows: tables.reduce((sum, table) => sum + table.rows.length, 0) };
}

/** Writes an export as CSV (its only table) or as a workbook with all tables and their columns explained. */
export function writeExport(
  db: ReadDb,
  request: ExportRequest,
  run: Run<ExportProgress>,
): Promise<ExportOutcome> {
  return request.format.kind === 'csv'
    ? csvBytes(db, request, request.format.csv, run)
    : workbook(db, request, run);
}
