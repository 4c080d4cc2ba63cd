import './typed-keys.ts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, type Language } from '#shared/i18n/language.ts';
import { resources } from '#shared/i18n/resources.ts';

const storageKey = 'regulars.language';

/** The language before the shop's own is known: the last one shown here, else the computer's. */
export const firstLanguage = (): Language => {
  const stored = globalThis.localStorage.getItem(storageKey);
  if (stored !== null && isLanguage(stored)) return stored;
  const computer = globalThis.navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return computer ?? 'en';
};

/** Prepares the texts of all screens; they are part of the program, so nothing is loaded later. */
export const setUpTranslations = (language: Language): void => {
  void i18next.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(resources.en),
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = language;
};

/** Shows every screen in another language at once. */
export const showLanguage = (language: Language): void => {
  document.documentElement.lang = language;
  globalThis.localStorage.setItem(storageKey, language);
  if (i18next.language !== language) void i18next.changeLanguage(language);
};
