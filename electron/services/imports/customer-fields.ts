import { reverseDigits } from '#shared/domain/phone/phone.ts';
import { fold } from '#shared/domain/search/fold.ts';
import type { CustomerRow } from '../../repositories/customers.ts';
import type { ChangedField } from '../../repositories/import-changes.ts';
import { contentHash } from './content-key.ts';

/** Fields of a customer that an import can fill. */
export const importedFields = [
  'name',
  'ref',
  'phone',
  'email',
  'birthday',
  'since',
] as const satisfies readonly ChangedField[];
export type ImportedField = (typeof importedFields)[number];

type Filled = Pick<
  CustomerRow,
  'name' | 'external_ref' | 'phone' | 'email' | 'birth_day' | 'birth_month' | 'birth_year' | 'customer_since'
>;

/** A field as text; empty for nothing. */
export function fieldText(row: Filled, field: ImportedField): string {
  switch (field) {
    case 'name':
      return row.name;
    case 'ref':
      return row.external_ref ?? '';
    case 'phone':
      return row.phone ?? '';
    case 'email':
      return row.email ?? '';
    case 'birthday':
      return row.birth_month === null ? '' : [row.birth_day, row.birth_month, row.birth_year ?? ''].join('/');
    case 'since':
      return String(row.customer_since);
  }
}

const orNull = (text: string): string | null => (text === '' ? null : text);

/** The columns that make a field what a text says. */
export function fieldColumns(field: Exclude<ImportedField, 'since'>, text: string): Partial<CustomerRow> {
  switch (field) {
    case 'name':
      return { name: text, name_folded: fold(text) };
    case 'ref':
      return { external_ref: orNull(text) };
    case 'phone':
      return { phone: orNull(text), phone_reversed: text === '' ? null : reverseDigits(text) };
    case 'email':
      return { email: orNull(text) };
    case 'birthday': {
      const [day, month, year] = text.split('/').map((part) => (part === '' ? null : Number(part)));
      return { birth_day: day ?? null, birth_month: month ?? null, birth_year: year ?? null };
    }
  }
}

/** A hash of all fields: whether somebody has changed a customer since. The day they joined may move with history. */
export const hashOfFields = (row: Filled): string =>
  contentHash(
    JSON.stringify(importedFields.filter((field) => field !== 'since').map((field) => fieldText(row, field))),
  );
