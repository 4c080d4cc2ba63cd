import './typed-keys.ts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, type Language } from '#shared/i18n/language.ts';
import type { Resources } from '#shared/i18n/resources.ts';
import type { SameKeys } from '#shared/i18n/same-keys.ts';

const storageKey = 'regulars.language';

/** Each language is a chunk of its own, because one is enough to start. */
const load: Readonly<Record<Language, () => Promise<SameKeys<Resources>>>> = {
  en: async () => (await import('#shared/i18n/en/english.ts')).english,
  fi: async () => (await import('#shared/i18n/fi/finnish.ts')).finnish,
};

/** The language before the shop's own is known: the last one shown here, else the computer's. */
export const firstLanguage = (): Language => {
  const stored = globalThis.localStorage.getItem(storageKey);
  if (stored !== null && isLanguage(stored)) return stored;
  const computer = globalThis.navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return computer ?? 'en';
};

/** Prepares the texts of all screens in one language; they are part of the program, nothing is downloaded. */
export const setUpTranslations = async (language: Language): Promise<void> => {
  await i18next.use(initReactI18next).init({
    resources: { [language]: await load[language]() },
    lng: language,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
};

/** Shows every screen in another language. Of two quick changes the later one stays. */
export const showLanguage = async (language: Language): Promise<void> => {
  globalThis.localStorage.setItem(storageKey, language);
  const texts = await load[language]();
  if (globalThis.localStorage.getItem(storageKey) !== language) return;
  for (const [namespace, text] of Object.entries(texts)) {
    i18next.addResourceBundle(language, namespace, text);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};
