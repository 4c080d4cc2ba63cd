import { describe, expect, it } from 'vitest';
import { countries, countryOf, guessCountry } from '#shared/domain/country/countries.ts';
import { currencies, isCurrencyCode } from '#shared/domain/money/currencies.ts';

describe('countries', () => {
  it.each(countries)('$code has a known currency and real time zones', ({ currency, timeZones }) => {
    expect(isCurrencyCode(currency)).toBe(true);
    expect(timeZones.length).toBeGreaterThan(0);
    for (const timeZone of timeZones) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
    }
  });

  it('are listed once, and every currency is used somewhere', () => {
    expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length);
    const used = new Set(countries.map(({ currency }) => currency));
    expect(currencies.map(({ code }) => code).filter((code) => !used.has(code))).toEqual([]);
  });

  it('are known by their names in our languages', () => {
    for (const language of ['en', 'fi']) {
      const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
      expect(countries.map(({ code }) => names.of(code)).includes(undefined)).toBe(false);
    }
  });
});

describe('countryOf', () => {
  it('finds by code', () => {
    expect(countryOf('TR')?.currency).toBe('TRY');
    expect(countryOf('XX')).toBeNull();
  });
});

describe('guessCountry', () => {
  it('goes by the time zone first', () => {
    expect(guessCountry('Europe/Helsinki', ['en-GB'])?.code).toBe('FI');
  });

  it('goes by the region of a language where the zone belongs to no country', () => {
    expect(guessCountry('UTC', ['en', 'hu-HU'])?.code).toBe('HU');
  });

  it('admits that it does not know', () => {
    expect(guessCountry('UTC', ['en'])).toBeNull();
  });
});
