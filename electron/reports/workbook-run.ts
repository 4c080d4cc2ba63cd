import readWorkbookFile from 'read-excel-file/node';
import type { ReadDb } from '../db/connection.ts';
import type { Run } from './run.ts';
import { StoppedRun } from './run.ts';
import { isReadable } from './workbook-limits.ts';

/** One row of a sheet. */
export interface SheetRow {
  /** Number of the row, from 1. */
  readonly line: number;
  /** Trimmed texts; numbers with a point, dates as 2026-10-31, times as 08:15. */
  readonly cells: readonly string[];
  /** Columns, from 0, whose cell was a number or a date and not a text. */
  readonly typed: readonly number[];
}

export type WorkbookOutcome =
  | {
      readonly kind: 'read';
      /** Names of all sheets. */
      readonly sheets: readonly string[];
      readonly sheet: string;
      /** Rows of the sheet that was asked for, else of the first that has any; blank ones left out. */
      readonly rows: readonly SheetRow[];
    }
  | { readonly kind: 'tooLarge' | 'damaged' };

export interface WorkbookRequest {
  readonly bytes: Uint8Array;
  /** Name of the sheet; null for the first with something in it. */
  readonly sheet: string | null;
}

/** What a reader of workbooks gives; its types name the class of dates instead of a date. */
type CellValue = string | number | boolean | Date | null;

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;

/** Times without a date are counted from here. */
const endOfTimes = Date.UTC(1900, 0, 2);

/** Days are fractions in a workbook, so a time may be off by a little. */
function dateText(date: Date): string {
  const moment = Math.round(date.getTime() / minuteMs) * minuteMs;
  const [day = '', time = ''] = new Date(moment).toISOString().slice(0, 'YYYY-MM-DDThh:mm'.length).split('T');
  if (moment < endOfTimes) return time;
  return moment % dayMs === 0 ? day : `${day} ${time}`;
}

/** Sums carry the error of binary fractions: 0.1 + 0.2 is 0.3. */
const numberText = (value: number): string => String(Number(value.toPrecision(15)));

function cellText(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
  return typeof value === 'number' ? numberText(value) : String(value).trim();
}

function sheetRows(data: readonly (readonly CellValue[])[]): SheetRow[] {
  return data.flatMap((values, index) => {
    const cells = values.map(cellText);
    if (cells.every((cell) => cell === '')) return [];
    const typed = values.flatMap((value, column) =>
      typeof value === 'number' || value instanceof Date ? [column] : [],
    );
    return [{ line: index + 1, cells, typed }];
  });
}

/**
 * Reads a sheet of an XLSX workbook, typed as it was entered. In the worker: a large one takes seconds. What is no
 * workbook, or one that would not fit into memory, is said so.
 */
export async function readWorkbook(
  _db: ReadDb,
  { bytes, sheet }: WorkbookRequest,
  run: Run<never>,
): Promise<WorkbookOutcome> {
  try {
    if (!(await isReadable(bytes, run.pause))) return { kind: 'tooLarge' };
    const read = (await readWorkbookFile(Buffer.from(bytes))) as unknown as readonly {
      readonly sheet: string;
      readonly data: readonly (readonly CellValue[])[];
    }[];
    await run.pause();
    const tables = read.map(({ sheet: name, data }) => ({ name, rows: sheetRows(data) }));
    const chosen =
      tables.find(({ name }) => name === sheet) ?? tables.find(({ rows }) => rows.length > 0) ?? tables[0];
    if (!chosen) return { kind: 'damaged' };
    return {
      kind: 'read',
      sheets: tables.map(({ name }) => name),
      sheet: chosen.name,
      rows: chosen.rows,
    };
  } catch (error) {
    if (error instanceof StoppedRun) throw error;
    return { kind: 'damaged' };
  }
}
