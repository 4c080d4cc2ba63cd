import type { ShopFacts } from '#shared/contract/settings.ts';
import { countryOf, guessCountry } from '#shared/domain/country/countries.ts';
import type { Language } from '#shared/i18n/language.ts';

/** What the computer says about where it stands. */
export interface ComputerFacts {
  readonly timeZone: string;
  readonly languageTags: readonly string[];
  readonly language: Language;
}

/** New days start at four in the morning unless the owner says otherwise. */
const usualCutoffMinutes = 240;

/** Where a shop is assumed to be when the computer gives no sign. */
const fallbackCountry = { en: 'GB', fi: 'FI' } as const satisfies Record<Language, string>;

/** The first guess: everything but the name is filled in. */
export const firstDraft = ({ timeZone, languageTags, language }: ComputerFacts): ShopFacts => {
  const country = guessCountry(timeZone, languageTags) ?? countryOf(fallbackCountry[language]);
  return {
    name: '',
    kind: 'cafe',
    country: country?.code ?? 'FI',
    currency: country?.currency ?? 'EUR',
    timeZone: timeZone === 'UTC' ? (country?.timeZones[0] ?? timeZone) : timeZone,
    cutoffMinutes: usualCutoffMinutes,
    language,
  };
};

/** Another country brings its currency, and its time zone unless the present one is used there too. */
export const inCountry = (draft: ShopFacts, code: string): ShopFacts => {
  const country = countryOf(code);
  if (country === null) return draft;
  const timeZone = country.timeZones.includes(draft.timeZone)
    ? draft.timeZone
    : (country.timeZones[0] ?? draft.timeZone);
  return { ...draft, country: code, currency: country.currency, timeZone };
};

/** Whether the first step is complete. */
export const hasName = (draft: ShopFacts): boolean => draft.name.trim() !== '';
