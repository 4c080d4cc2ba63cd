/** Languages a customer is likely to be spoken to in; others keep what an import brought. */
export const customerLanguages: readonly string[] = [
  'en',
  'fi',
  'sv',
  'et',
  'de',
  'hu',
  'id',
  'ms',
  'ru',
  'tr',
  'uk',
];

/** The language's name in another language: "fi" is "Finnish" in English; the tag itself when it is unknown. */
export const languageName = (tag: string, locale: string): string => {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};
