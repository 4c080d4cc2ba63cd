/** The languages the product speaks completely, in the order in which they are offered. */
export const languages = ['en', 'fi'] as const;

export type Language = (typeof languages)[number];

const locales = { en: 'en-GB', fi: 'fi-FI' } as const satisfies Record<Language, string>;

/** The BCP 47 locale whose conventions for numbers, dates and sorting go with a language. */
export function localeOf(language: Language): string {
  return locales[language];
}

export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value);
}
