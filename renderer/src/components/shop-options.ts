import { countries, countryOf } from '#shared/domain/country/countries.ts';
import { currencies } from '#shared/domain/money/currencies.ts';
import { formatTime } from '#shared/i18n/format.ts';
import { type Language, languages, localeOf } from '#shared/i18n/language.ts';

/** One choice of a list, as Mantine takes it. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

const byLabel =
  (language: Language) =>
  (a: Option, b: Option): number =>
    a.label.localeCompare(b.label, localeOf(language));

const capitalised = (text: string, language: Language): string =>
  text.charAt(0).toLocaleUpperCase(localeOf(language)) + text.slice(1);

/** Languages by their own names: people look for the word they know. */
export const languageOptions = (): Option[] =>
  languages.map((value) => {
    const name = new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value;
    return { value, label: capitalised(name, value) };
  });

/** Countries by name in `language`. */
export const countryOptions = (language: Language): Option[] => {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return countries
    .map(({ code }) => ({ value: code, label: names.of(code) ?? code }))
    .sort(byLabel(language));
};

/** "€ Euro": the sign people know and the name in `language`. */
export const currencyName = (code: string, language: Language): string => {
  const name = new Intl.DisplayNames(language, { type: 'currency' }).of(code) ?? code;
  const sign = currencies.find((each) => each.code === code)?.symbolHint ?? code;
  return `${sign} ${capitalised(name, language)}`;
};

/** Currencies by code order of their names in `language`. */
export const currencyOptions = (language: Language): Option[] => {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return currencies
    .map(({ code }) => ({ value: code, sort: names.of(code) ?? code }))
    .sort((a, b) => a.sort.localeCompare(b.sort, localeOf(language)))
    .map(({ value }) => ({ value, label: currencyName(value, language) }));
};

/** Time zones as `Helsinki (Europe)`; those of `country` first, then all others. */
export const timeZoneOptions = (country: string, current: string): Option[] => {
  const own = countryOf(country)?.timeZones ?? [];
  const all = new Set([...own, current, ...Intl.supportedValuesOf('timeZone')]);
  return [...all].map((value) => {
    const [area, ...place] = value.replaceAll('_', ' ').split('/');
    return { value, label: place.length === 0 ? value : `${place.join(', ')} (${area})` };
  });
};

/** Full hours from midnight to eight in the morning, as minutes after midnight. */
export const cutoffOptions = (language: Language, current: number): Option[] => {
  const hours = Array.from({ length: 9 }, (_, hour) => hour * 60);
  const all = hours.includes(current) ? hours : [...hours, current].sort((a, b) => a - b);
  return all.map((minutes) => ({
    value: String(minutes),
    label: formatTime(minutes * 60_000, 'UTC', language),
  }));
};
