import type { ReadingOptions } from '#shared/contract/imports.ts';
import {
  type BusinessDay,
  businessDayAt,
  businessDayRange,
  momentOf,
  type ShopCalendar,
} from '#shared/domain/business-day/business-day.ts';
import {
  type DateDetection,
  type DecimalSign,
  detectDateFormat,
  detectDecimal,
  parseAmount,
  parseDate,
  parseTime,
} from '#shared/domain/imports/index.ts';
import { largestAmount } from '#shared/domain/money/largest-amount.ts';
import { fold } from '#shared/domain/search/fold.ts';
import type { SettledVisitColumns } from './columns.ts';
import { ContentKeys } from './content-key.ts';
import type { CsvRow } from './csv-rows.ts';
import { giveWay, rowsPerTurn } from './give-way.ts';
import { type CsvFile, formatOf, isTyped, samplesOf } from './read-csv-file.ts';
import { type ProblemCode, RowProblems } from './row-problems.ts';

/** A past visit as a row of the file tells it; the row is good. */
export interface ImportedVisit {
  /** Reference of the customer in the old system, as the file spells it. */
  readonly ref: string;
  /** The same for all rows of a customer: the reference, or the folded name where names are the reference. */
  readonly person: string;
  /** What the customer is called; null when the file says nothing but a number. */
  readonly name: string | null;
  /** Whether `ref` is a name, so that a known customer of that name is meant. */
  readonly named: boolean;
  readonly at: number;
  readonly day: BusinessDay;
  /** Minor units; null when the file has none. */
  readonly amount: number | null;
  /** The same for the same row of another import. */
  readonly key: string;
}

/** How dates and amounts of a file are written. */
export interface VisitFormats {
  readonly date: DateDetection;
  readonly decimal: DecimalSign;
}

export function visitFormats(
  file: CsvFile,
  columns: { readonly date: number | null; readonly amount: number | null },
  options: ReadingOptions,
): VisitFormats {
  return {
    date: options.dateFormat
      ? { format: options.dateFormat, ambiguous: false }
      : formatOf(file.rows, columns.date, detectDateFormat),
    decimal: options.decimal ?? detectDecimal(samplesOf(file.rows, columns.amount)),
  };
}

/** The shop and the moment, as far as they decide what a row means. */
export interface ImportPresent {
  readonly now: number;
  readonly today: BusinessDay;
  readonly calendar: ShopCalendar;
  /** Decimal digits of the currency. */
  readonly digits: number;
}

const longestRef = 120;
const noon = 12 * 60;
const minuteMs = 60_000;
const dayMs = 86_400_000;

interface ReadRow {
  readonly row: CsvRow;
  readonly ref: string;
  readonly name: string | null;
  /** Date and minute as written, before the cut-off moves it. */
  readonly day: BusinessDay;
  readonly minute: number | null;
  readonly amount: number | null;
}

type RowResult = ReadRow | { readonly code: ProblemCode; readonly value: string };

/** One line of text without control characters. */
export const lineOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

class VisitRowReader {
  readonly #columns: SettledVisitColumns;
  readonly #formats: VisitFormats;
  readonly #digits: number;

  constructor(columns: SettledVisitColumns, formats: VisitFormats, digits: number) {
    this.#columns = columns;
    this.#formats = formats;
    this.#digits = digits;
  }

  read(row: CsvRow): RowResult {
    const { customer, date, time, name } = this.#columns;
    const cell = (column: number | null) => (column === null ? '' : (row.cells[column] ?? ''));
    if (row.cells.length <= Math.max(customer, date)) {
      return { code: 'tooFewColumns', value: row.cells.join(' ') };
    }
    const ref = lineOf(cell(customer));
    const called = lineOf(cell(name));
    if (ref === '') return { code: 'noCustomer', value: called };
    if (ref.length > longestRef) return { code: 'tooLong', value: ref };
    if (called.length > longestRef) return { code: 'tooLong', value: called };
    const format = isTyped(row, date) ? 'y-m-d' : this.#formats.date.format;
    const read = format === null ? null : parseDate(cell(date), format);
    if (read === null || read.day < 0) return { code: 'badDate', value: cell(date) };
    // A time of a workbook may have a date before it.
    const clock = isTyped(row, time) ? cell(time).slice(-'hh:mm'.length) : cell(time);
    const minute = clock === '' ? read.minute : parseTime(clock);
    if (clock !== '' && minute === null) return { code: 'badDate', value: cell(time) };
    const decimal = isTyped(row, this.#columns.amount) ? '.' : this.#formats.decimal;
    const amount = this.#amount(cell(this.#columns.amount), decimal);
    if (typeof amount === 'object' && amount !== null) return amount;
    return { row, ref, name: called === '' ? null : called, day: read.day, minute, amount };
  }

  #amount(
    text: string,
    decimal: DecimalSign,
  ): number | null | { readonly code: ProblemCode; readonly value: string } {
    if (text === '') return null;
    const amount = parseAmount(text, decimal, this.#digits);
    if (amount === null || amount > largestAmount) return { code: 'badAmount', value: text };
    return amount < 0 ? { code: 'negativeAmount', value: text } : amount;
  }
}

/** A reference without a figure in it is what somebody is called. */
const isName = (ref: string): boolean => !/\d/.test(ref) && /\p{L}{2}/u.test(ref);

/** `momentOf` by way of the day's remembered start: a file names the same days thousands of times. */
function momentIn(day: BusinessDay, minute: number, calendar: ShopCalendar): number {
  const { start, end } = businessDayRange(day, calendar);
  const sinceStart = minute - calendar.cutoffMinutes;
  const isPlain = end - start === dayMs && sinceStart >= 0;
  return isPlain ? start + sinceStart * minuteMs : momentOf(day, minute, calendar);
}

/** When a visit was: at its time, else at noon of its date, so that it belongs to that business day. */
function whenOf(row: ReadRow, present: ImportPresent, timesCount: boolean) {
  const { calendar, now, today } = present;
  if (row.minute !== null && timesCount) {
    const at = momentIn(row.day, row.minute, calendar);
    return { at, day: businessDayAt(at, calendar) };
  }
  const at = momentIn(row.day, noon, calendar);
  return { at: row.day === today ? Math.min(at, now) : at, day: row.day };
}

/** How the rows of a file are to be understood. */
export interface VisitReading {
  readonly columns: SettledVisitColumns;
  readonly formats: VisitFormats;
  readonly present: ImportPresent;
}

/**
 * Reads every row of a file of visits and sorts out those that cannot be one. Long: gives way to other work.
 * @param progress hears how many rows were checked
 */
export async function checkVisitRows(
  file: CsvFile,
  { columns, formats, present }: VisitReading,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ readonly visits: ImportedVisit[]; readonly problems: RowProblems }> {
  const problems = new RowProblems();
  const reader = new VisitRowReader(columns, formats, present.digits);
  const good: ReadRow[] = [];
  for (const [index, row] of file.rows.entries()) {
    const result = reader.read(row);
    if ('code' in result) problems.add(row.line, result.code, result.value);
    else good.push(result);
    if (index % rowsPerTurn === rowsPerTurn - 1) {
      progress(index + 1);
      await giveWay(signal);
    }
  }
  // Exports that know no time write midnight behind every date; read as a time it would be the day before.
  const timesCount = good.some((row) => row.minute !== null && row.minute !== 0);
  const keys = new ContentKeys('i');
  const visits: ImportedVisit[] = [];
  for (const [index, row] of good.entries()) {
    const { at, day } = whenOf(row, present, timesCount);
    if (day > present.today || at > present.now) {
      problems.add(row.row.line, 'futureDate', row.row.cells[columns.date] ?? '');
      continue;
    }
    const { ref, name, amount } = row;
    const named = columns.name === columns.customer || (columns.name === null && isName(ref));
    const folded = fold(ref);
    const key = keys.keyOf([/\d/.test(ref) || folded === '' ? ref : folded, row.day, row.minute, amount]);
    const person = named && folded !== '' ? `name ${folded}` : `ref ${ref}`;
    visits.push({ ref, person, name: named ? ref : name, named, at, day, amount, key });
    if (index % rowsPerTurn === rowsPerTurn - 1) await giveWay(signal);
  }
  progress(file.rows.length);
  return { visits, problems };
}
