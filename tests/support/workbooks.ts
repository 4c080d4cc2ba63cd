import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { readWorkbook } from '#electron/reports/workbook-run.ts';
import type { WorkbookReader } from '#electron/services/imports/read-csv-file.ts';

/** What a cell of a test's sheet holds: a date is a real one, shown in the form of the shop's country. */
export type SheetCell = string | number | Date | null;

function cellOf(value: SheetCell): Cell {
  if (value === null) return null;
  if (typeof value === 'string') return { type: String, value };
  if (typeof value === 'number') return { type: Number, value };
  const isTime = value.getTime() < 0;
  return { type: Date, value, format: isTime ? 'hh:mm' : 'd.m.yyyy' };
}

/** A date of a sheet; with a time when it is given. */
export const sheetDate = (year: number, month: number, day: number, hour = 0, minute = 0): Date =>
  new Date(Date.UTC(year, month - 1, day, hour, minute));

/** A time of day alone, as spreadsheets keep it. */
export const sheetTime = (hour: number, minute: number): Date => sheetDate(1899, 12, 30, hour, minute);

/** A workbook with these sheets, as bytes. */
export async function aWorkbook(
  sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const made = await writeXlsxFile(
    Object.entries(sheets).map(([sheet, rows]) => ({ sheet, data: rows.map((row) => row.map(cellOf)) })),
  ).toBuffer();
  return new Uint8Array(made);
}

/** The same as a file to choose. */
export const aWorkbookFile = (bytes: Uint8Array<ArrayBuffer>, name = 'list.xlsx'): File =>
  new File([bytes], name);

/** Reads workbooks as the worker does, in this thread. */
export const workbooksHere: WorkbookReader = (request) =>
  // The reader looks at the bytes alone, never at the shop.
  readWorkbook(undefined as never, request, { tell: () => undefined, pause: () => Promise.resolve() });
