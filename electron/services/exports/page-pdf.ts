import type { Language } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';
import { failure } from '../failure.ts';
import { monthNamed } from '../month-figures.ts';
import type { OpenShop } from '../open-shop.ts';
import { fileSafe, filled } from './file-name.ts';
import { figuresToExport, noteSaved } from './saved-month.ts';

/** Prints the page of the window, as it is on the screen, into the bytes of a PDF. Only the desktop app can. */
export type PrintPage = () => Promise<Uint8Array>;

export interface PdfInput {
  readonly month: string;
  /** The close it shows; null: the open month. */
  readonly number: number | null;
  readonly language: Language;
}

/**
 * The report that is on the screen as a PDF; with `number` null it is the report of an open month, and its step of the
 * close is then done, as after the other exports.
 * @throws Failure InvalidValue, OnlyInTheWindow where there is no window of our own to print
 */
export async function reportAsPdf(
  shop: OpenShop,
  { month, number, language }: PdfInput,
  printPage: PrintPage | null,
): Promise<File> {
  monthNamed(month);
  if (printPage === null) throw failure('OnlyInTheWindow');
  const name = filled(resources[language].exports.files.report, { month });
  const bytes = new Uint8Array(await printPage());
  if (number === null) await noteSaved(shop, { month, figures: await figuresToExport(shop, month) });
  return new File([bytes], `${fileSafe(name)}.pdf`, { type: 'application/pdf' });
}
