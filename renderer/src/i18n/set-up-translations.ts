import './typed-keys.ts';
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, type Language } from '#shared/i18n/language.ts';
import type { Resources } from '#shared/i18n/resources.ts';
import type { SameKeys } from '#shared/i18n/same-keys.ts';

const storageKey = 'regulars.language';

type AllTexts = SameKeys<Resources>;
type StartTexts = Pick<AllTexts, 'common' | 'failures' | 'safety' | 'shell' | 'till' | 'tillActs'>;

/** What a start needs, and everything: chunks of their own for each language, because one is enough. */
const chunks: Readonly<Record<Language, { start: () => Promise<StartTexts>; all: () => Promise<AllTexts> }>> =
  {
    en: {
      start: async () => (await import('#shared/i18n/en/start.ts')).start,
      all: async () => (await import('#shared/i18n/en/english.ts')).english,
    },
    fi: {
      start: async () => (await import('#shared/i18n/fi/start.ts')).start,
      all: async () => (await import('#shared/i18n/fi/finnish.ts')).finnish,
    },
  };

const complete = new Set<Language>();

const completeTexts = async (language: Language): Promise<void> => {
  if (complete.has(language)) return;
  for (const [namespace, text] of Object.entries(await chunks[language].all())) {
    i18next.addResourceBundle(language, namespace, text);
  }
  complete.add(language);
};

/** The language before the shop's own is known: the last one shown here, else the computer's. */
export const firstLanguage = (): Language => {
  const stored = globalThis.localStorage.getItem(storageKey);
  if (stored !== null && isLanguage(stored)) return stored;
  const computer = globalThis.navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage);
  return computer ?? 'en';
};

/** Prepares the texts of the shell and the till; they are part of the program, nothing is downloaded. */
export const setUpTranslations = async (language: Language): Promise<void> => {
  complete.clear();
  await i18next.use(initReactI18next).init({
    resources: { [language]: await chunks[language].start() },
    lng: language,
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  document.documentElement.lang = language;
};

/** Loads a screen other than the till together with the texts it needs. */
export const withTexts =
  <Screen>(load: () => Promise<Screen>): (() => Promise<Screen>) =>
  async () => {
    const language = isLanguage(i18next.language) ? i18next.language : 'en';
    const [screen] = await Promise.all([load(), completeTexts(language)]);
    return screen;
  };

/** Shows every screen in another language. Of two quick changes the later one stays. */
export const showLanguage = async (language: Language): Promise<void> => {
  globalThis.localStorage.setItem(storageKey, language);
  if (i18next.language !== language) await completeTexts(language);
  if (globalThis.localStorage.getItem(storageKey) !== language) return;
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
};
