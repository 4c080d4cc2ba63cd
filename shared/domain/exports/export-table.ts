import type { BusinessDay } from '../business-day/business-day.ts';

/** A cell with its type, so that a spreadsheet can calculate with it. Null: no data, an empty cell. */
export type ExportCell =
  | null
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'integer'; readonly value: number }
  /** With so many digits after the decimal sign, rounded half away from zero. */
  | { readonly kind: 'decimal'; readonly value: number; readonly digits: number }
  /** Minor units and how many digits the currency has. */
  | { readonly kind: 'money'; readonly minor: number; readonly digits: number }
  /** A ratio, 0.905 for 90.5 %. */
  | { readonly kind: 'share'; readonly value: number }
  | { readonly kind: 'day'; readonly day: BusinessDay };

/** A table that can become a CSV file or a sheet. Every column is explained. */
export type ExportTable = {
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly explanation: string }[];
  readonly rows: readonly (readonly ExportCell[])[];
};

/**
 * Text that no spreadsheet takes for a formula: a text that begins with = + - @, their full-width forms, a tab or a line
 * break gets an apostrophe in front (OWASP, "CSV Injection"), also after spaces, which some programs skip.
 * Numbers are typed cells and need none.
 */
export function neutralised(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(text) ? `'${text}` : text;
}
