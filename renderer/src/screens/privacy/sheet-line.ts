import type { TFunction } from 'i18next';
import type { DataSheet } from '#shared/contract/data-sheet.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { Language } from '#shared/i18n/language.ts';
import type { Format } from '../../i18n/use-format.ts';

/** One line of a data sheet, the same on paper and in the table; empty texts are left out. */
export interface SheetLine {
  readonly when: string;
  readonly what: string;
  readonly more: string;
}

/** What the lines of a sheet are written with. */
export interface SheetTools {
  readonly t: TFunction<'privacy'>;
  readonly customers: TFunction<'customers'>;
  readonly followUps: TFunction<'followUps'>;
  readonly vouchers: TFunction<'vouchers'>;
  readonly outlook: TFunction<'outlook'>;
  readonly why: TFunction<'why'>;
  readonly format: Format;
  readonly language: Language;
  readonly shop: Settings['shop']['kind'];
  readonly benefit: (benefit: DataSheet['vouchers'][number]['benefit']) => string;
  readonly estimate: (outlook: NonNullable<DataSheet['estimate']>) => {
    readonly expected: string;
    readonly because: string | null;
  };
}

/** Parts of a line of which some may be empty. */
export const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' · ');
