import writeXlsxFile, { type Cell, type Sheet } from 'write-excel-file/node';
import { assertNever } from '#shared/domain/assert-never.ts';
import { type ExportCell, type ExportTable, neutralised } from '#shared/domain/exports/export-table.ts';

const dayMs = 86_400_000;

/** `0.00` with so many digits, as spreadsheets spell it. */
const digitsFormat = (digits: number): string => (digits === 0 ? '0' : `0.${'0'.repeat(digits)}`);

/** Columns are as wide as their longest text, within reason. */
const [narrowest, widest] = [8, 60];

/** A typed cell, so that a spreadsheet calculates with it; texts can never be formulas. */
function xlsxCell(cell: ExportCell): Cell {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'text':
      return { type: String, value: neutralised(cell.text) };
    case 'integer':
      return { type: Number, value: cell.value, format: '0' };
    case 'decimal':
      return { type: Number, value: cell.value, format: digitsFormat(cell.digits) };
    case 'money':
      return { type: Number, value: cell.minor / 10 ** cell.digits, format: digitsFormat(cell.digits) };
    case 'share':
      return { type: Number, value: cell.value, format: '0.0%' };
    case 'day':
      return { type: Date, value: new Date(cell.day * dayMs), format: 'yyyy-mm-dd' };
    default:
      return assertNever(cell);
  }
}

const widthOf = (cell: ExportCell): number => (cell?.kind === 'text' ? cell.text.length : 12);

function sheetOf({ name, columns, rows }: ExportTable): Sheet<never> {
  const heading = columns.map(
    (column): Cell => ({
      type: String,
      value: neutralised(column.name),
      fontWeight: 'bold',
    }),
  );
  const widths = columns.map(({ name: title }, index) => {
    const longest = rows
      .slice(0, 200)
      .reduce((most, row) => Math.max(most, widthOf(row[index] ?? null)), title.length);
    return { width: Math.min(widest, Math.max(narrowest, longest + 2)) };
  });
  return {
    sheet: name,
    columns: widths,
    stickyRowsCount: 1,
    data: [heading, ...rows.map((row) => row.map(xlsxCell))],
  };
}

/** Tables as an XLSX workbook, one sheet each with its heading kept in sight. Sheets are named apart by the caller. */
export async function xlsxBytes(tables: readonly ExportTable[]): Promise<Uint8Array> {
  return writeXlsxFile(tables.map(sheetOf)).toBuffer();
}
