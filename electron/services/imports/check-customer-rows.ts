import type { ReadingOptions } from '#shared/contract/imports.ts';
import type { BusinessDay } from '#shared/domain/business-day/business-day.ts';
import { normaliseCardCode } from '#shared/domain/card-code/card-code.ts';
import {
  type CustomerColumns,
  type DateDetection,
  detectBirthdayFormat,
  detectDateFormat,
  type ImportedBirthday,
  parseBirthday,
  parseDate,
  parseTags,
} from '#shared/domain/imports/index.ts';
import { normalisePhone } from '#shared/domain/phone/phone.ts';
import { longestTag } from '#shared/domain/tags/tag.ts';
import { lineOf } from './check-visit-rows.ts';
import type { SettledCustomerColumns } from './columns.ts';
import { ContentKeys } from './content-key.ts';
import type { CsvRow } from './csv-rows.ts';
import { giveWay, rowsPerTurn } from './give-way.ts';
import { type CsvFile, formatOf, isTyped } from './read-csv-file.ts';
import { type ProblemCode, RowProblems } from './row-problems.ts';

/** A customer as a row of the file tells it; the row is good as far as the file alone can say. */
export interface ImportedCustomer {
  readonly line: number;
  /** The same for the same row of another import. */
  readonly key: string;
  readonly name: string;
  readonly ref: string | null;
  /** E.164. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly birthday: ImportedBirthday | null;
  readonly card: string | null;
  readonly since: BusinessDay | null;
  readonly note: string | null;
  readonly tags: readonly string[];
}

export interface CustomerFormats {
  readonly birthday: DateDetection;
  readonly since: DateDetection;
}

/** Birthdays and other dates may be written differently in one file; a format chosen by hand goes for both. */
export function customerFormats(
  file: CsvFile,
  columns: CustomerColumns,
  options: ReadingOptions,
  today: BusinessDay,
): CustomerFormats {
  if (options.dateFormat) {
    const chosen = { format: options.dateFormat, ambiguous: false };
    return { birthday: chosen, since: chosen };
  }
  return {
    birthday: formatOf(file.rows, columns.birthday, (samples) => detectBirthdayFormat(samples, today)),
    since: formatOf(file.rows, columns.since, detectDateFormat),
  };
}

/** Longest texts, as where people are typed in. */
const longest = { name: 120, ref: 120, email: 200, note: 1000 } as const;

class RowRefused extends Error {
  readonly code: ProblemCode;
  readonly value: string;
  constructor(code: ProblemCode, value: string) {
    super(code);
    this.code = code;
    this.value = value;
  }
}

/** How the rows of a file of customers are to be understood. */
export interface CustomerReading {
  readonly columns: SettledCustomerColumns;
  readonly formats: CustomerFormats;
  readonly today: BusinessDay;
  /** Country of the shop, for phones without a prefix. */
  readonly country: string;
}

/** @throws RowRefused */
function readRow(row: CsvRow, reading: CustomerReading): Omit<ImportedCustomer, 'key'> {
  const { columns, formats, today, country } = reading;
  const cell = (column: number | null) => (column === null ? '' : (row.cells[column] ?? ''));
  if (row.cells.length <= columns.name) throw new RowRefused('tooFewColumns', row.cells.join(' '));
  const line = (column: number | null, most: number): string | null => {
    const text = lineOf(cell(column));
    if (text.length > most) throw new RowRefused('tooLong', text);
    return text === '' ? null : text;
  };
  /** An empty cell is nothing; a filled one that cannot be read refuses the row. */
  const read = <T>(column: number | null, code: ProblemCode, parse: (text: string) => T | null): T | null => {
    const text = cell(column);
    if (text === '') return null;
    const value = parse(text);
    if (value === null) throw new RowRefused(code, text);
    return value;
  };
  const name = lineOf(`${cell(columns.name)} ${cell(columns.lastName)}`);
  if (name === '') throw new RowRefused('noName', '');
  if (name.length > longest.name) throw new RowRefused('tooLong', name);
  const note = cell(columns.note);
  if (note.length > longest.note) throw new RowRefused('tooLong', note);
  const tags = parseTags(cell(columns.tags));
  const longTag = tags.find((tag) => tag.length > longestTag);
  if (longTag !== undefined) throw new RowRefused('tooLong', longTag);
  const since = read(columns.since, 'badDate', (text) => {
    const format = isTyped(row, columns.since) ? 'y-m-d' : formats.since.format;
    const date = format === null ? null : parseDate(text, format);
    return date === null || date.day < 0 ? null : date.day;
  });
  if (since !== null && since > today) throw new RowRefused('futureDate', cell(columns.since));
  return {
    line: row.line,
    name,
    ref: line(columns.ref, longest.ref),
    phone: read(columns.phone, 'badPhone', (text) => normalisePhone(text, country)),
    email: line(columns.email, longest.email),
    birthday: read(columns.birthday, 'badBirthday', (text) => {
      const format = isTyped(row, columns.birthday) ? 'y-m-d' : formats.birthday.format;
      return format === null ? null : parseBirthday(text, format, today);
    }),
    card: read(columns.card, 'badCard', normaliseCardCode),
    since,
    note: note === '' ? null : note,
    tags,
  };
}

/** What makes a row the same row in another file. Tags are compared by themselves: lists from before had none. */
function contentOf(customer: Omit<ImportedCustomer, 'key'>): (string | number | null)[] {
  const { name, ref, phone, email, birthday, card, since, note } = customer;
  const born = birthday && `${birthday.year ?? ''}-${birthday.month}-${birthday.day}`;
  return [name, ref, phone, email, born, card, since, note];
}

/**
 * Reads every row of a file of customers and sorts out those that cannot be one. Long: gives way to other work.
 * @param progress hears how many rows were checked
 */
export async function checkCustomerRows(
  file: CsvFile,
  reading: CustomerReading,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ readonly customers: ImportedCustomer[]; readonly problems: RowProblems }> {
  const problems = new RowProblems();
  const keys = new ContentKeys('c');
  const customers: ImportedCustomer[] = [];
  for (const [index, row] of file.rows.entries()) {
    try {
      const customer = readRow(row, reading);
      customers.push({ ...customer, key: keys.keyOf(contentOf(customer)) });
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error;
      problems.add(row.line, error.code, error.value);
    }
    if (index % rowsPerTurn === rowsPerTurn - 1) {
      progress(index + 1);
      await giveWay(signal);
    }
  }
  progress(file.rows.length);
  return { customers, problems };
}
