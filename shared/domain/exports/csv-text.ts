import { assertNever } from '../assert-never.ts';
import { formatDay } from '../business-day/business-day.ts';
import { decimalText, minorText } from '../decimal/decimal-text.ts';
import { type ExportCell, type ExportTable, neutralised } from './export-table.ts';

/** How a country's spreadsheets read CSV. */
export type CsvFormat = { readonly delimiter: ';' | ','; readonly decimalSign: ',' | '.' };

/** With a decimal comma columns are separated by semicolons, otherwise by commas. */
export function csvFormatOf(decimalSign: ',' | '.'): CsvFormat {
  return { delimiter: decimalSign === ',' ? ';' : ',', decimalSign };
}

const byteOrderMark = '\ufeff';

/**
 * A table as CSV (RFC 4180: CRLF, quotes doubled) with a heading and a UTF-8 byte order mark, without which Excel takes
 * umlauts for something else. Days are written as 2026-10-31, shares as 0.905. Formulas are neutralised.
 */
export function csvText(table: ExportTable, format: CsvFormat): string {
  const heading = table.columns.map((column) => quoted(neutralised(column.name)));
  return byteOrderMark + line(heading, format) + csvRows(table.rows, format);
}

/** The rows alone, for a table that is written in portions after the `csvText` of its first rows. */
export function csvRows(rows: ExportTable['rows'], format: CsvFormat): string {
  return rows
    .map((row) =>
      line(
        row.map((cell) => csvCell(cell, format)),
        format,
      ),
    )
    .join('');
}

const line = (cells: readonly string[], { delimiter }: CsvFormat): string => `${cells.join(delimiter)}\r\n`;

function csvCell(cell: ExportCell, { decimalSign }: CsvFormat): string {
  if (cell === null) return '';
  const number = (text: string) => text.replace('.', decimalSign);
  switch (cell.kind) {
    case 'text':
      return quoted(neutralised(cell.text));
    case 'integer':
      return number(decimalText(cell.value));
    case 'decimal':
      return number(roundedText(cell.value, cell.digits));
    case 'money':
      return number(minorText(cell.minor, cell.digits));
    case 'share':
      return number(decimalText(cell.value));
    case 'day':
      return formatDay(cell.day);
    default:
      return assertNever(cell);
  }
}

/** Rounded half away from zero by its shortest decimal text: 1.005 with two digits is "1.01". */
export function roundedText(value: number, digits: number): string {
  const [whole = '0', fraction = ''] = decimalText(Math.abs(value)).split('.');
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const isUp = (fraction[digits] ?? '0') >= '5';
  const text = String(isUp ? kept + 1n : kept).padStart(digits + 1, '0');
  const sign = value < 0 && /[1-9]/.test(text) ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Text is quoted when it holds anything that a reader could take for structure, in any locale. */
function quoted(text: string): string {
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
