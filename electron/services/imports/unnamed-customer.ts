import { imported as english } from '#shared/i18n/en/imported.ts';
import { imported as finnish } from '#shared/i18n/fi/imported.ts';
import { isLanguage, type Language } from '#shared/i18n/language.ts';

const texts: Readonly<Record<Language, { readonly unnamed: string; readonly withdrawn: string }>> = {
  en: english,
  fi: finnish,
};

/** What a customer of whom a file tells nothing but a number is called in a language, "Customer 17". */
export function nameOfUnnamed(language: string, ref: string): string {
  return texts[isLanguage(language) ? language : 'en'].unnamed.replace('{{ref}}', () => ref);
}

/** What stands in the place of a customer who was taken back with an import, in a language. */
export const nameOfWithdrawn = (language: string): string =>
  texts[isLanguage(language) ? language : 'en'].withdrawn;

/** Whether a customer still has such a name: the real one may take its place. */
export function isUnnamed({
  name,
  external_ref: ref,
}: {
  readonly name: string;
  readonly external_ref: string | null;
}): boolean {
  return ref !== null && Object.keys(texts).some((language) => nameOfUnnamed(language, ref) === name);
}
