import {
  type BalanceColumns,
  type CustomerColumns,
  guessBalanceColumns,
  guessCustomerColumns,
  guessVisitColumns,
  type VisitColumns,
} from '#shared/domain/imports/index.ts';
import { failure } from '../failure.ts';
import type { CsvFile } from './read-csv-file.ts';

/** Columns as a caller chose them: what is left out is guessed, null means that the file does not have it. */
type Chosen<C> = { readonly [K in keyof C]?: number | null | undefined };

/** Chosen columns win; a guess that points at a column chosen for something else is dropped. */
function settle<C extends { readonly [K in keyof C]: number | null }>(guessed: C, chosen: Chosen<C>): C {
  const taken = new Set<unknown>(Object.values(chosen));
  const entries = Object.entries(guessed).map(([field, column]) => {
    const choice = chosen[field as keyof C];
    if (choice !== undefined) return [field, choice];
    return [field, taken.has(column) ? null : column];
  });
  return Object.fromEntries(entries) as C;
}

/** @throws Failure MissingColumn for a required field without a column, or a column that the file does not have */
function assertPresent(
  columns: Readonly<Record<string, number | null>>,
  required: readonly string[],
  file: CsvFile,
) {
  for (const [field, column] of Object.entries(columns)) {
    const isMissing = column === null ? required.includes(field) : column >= file.header.length;
    if (isMissing) throw failure('MissingColumn', { column: field });
  }
}

export type SettledVisitColumns = VisitColumns & { readonly customer: number; readonly date: number };
export type SettledCustomerColumns = CustomerColumns & { readonly name: number };

/** @throws Failure UnreadableFile when rows have one column only: then the delimiter is wrong, or it is no table */
function assertTable(file: CsvFile): void {
  if (file.header.length < 2) throw failure('UnreadableFile', { why: 'noColumns' });
}

/** Which column is what in a file of visits, as far as it is known. */
export function guessedVisitColumns(file: CsvFile, chosen: Chosen<VisitColumns> = {}): VisitColumns {
  return settle(guessVisitColumns(file.header), chosen);
}

/** @throws Failure MissingColumn, UnreadableFile */
export function visitColumns(file: CsvFile, chosen: Chosen<VisitColumns> = {}): SettledVisitColumns {
  assertTable(file);
  const columns = guessedVisitColumns(file, chosen);
  assertPresent(columns, ['customer', 'date'], file);
  return columns as SettledVisitColumns;
}

/** Which column is what in a file of customers, as far as it is known. */
export function guessedCustomerColumns(file: CsvFile, chosen: Chosen<CustomerColumns> = {}): CustomerColumns {
  return settle(guessCustomerColumns(file.header), chosen);
}

/** @throws Failure MissingColumn */
export function customerColumns(file: CsvFile, chosen: Chosen<CustomerColumns> = {}): SettledCustomerColumns {
  const columns = guessedCustomerColumns(file, chosen);
  assertPresent(columns, ['name'], file);
  return columns as SettledCustomerColumns;
}

export type SettledBalanceColumns = BalanceColumns & { readonly points: number };

/** Which column is what in a file of balances, as far as it is known. */
export function guessedBalanceColumns(file: CsvFile, chosen: Chosen<BalanceColumns> = {}): BalanceColumns {
  return settle(guessBalanceColumns(file.header), chosen);
}

/** @throws Failure MissingColumn, also when nothing tells whose balance it is; UnreadableFile */
export function balanceColumns(file: CsvFile, chosen: Chosen<BalanceColumns> = {}): SettledBalanceColumns {
  assertTable(file);
  const columns = guessedBalanceColumns(file, chosen);
  assertPresent(columns, ['points'], file);
  const { ref, card, phone, name } = columns;
  if ([ref, card, phone, name].every((column) => column === null)) {
    throw failure('MissingColumn', { column: 'name' });
  }
  return columns as SettledBalanceColumns;
}
