import { describe, expect, it } from 'vitest';
import {
  countryOptions,
  currencyName,
  currencyOptions,
  cutoffOptions,
  languageOptions,
  timeZoneOptions,
} from '#renderer/src/components/shop-options.ts';

const labels = (options: readonly { label: string }[]): string[] => options.map(({ label }) => label);

describe('the lists of the first run and the settings', () => {
  it('name languages in themselves', () => {
    expect(labels(languageOptions())).toEqual(['English', 'Suomi']);
  });

  it('name and sort countries in the language of the screen', () => {
    const finnish = labels(countryOptions('fi'));
    expect(finnish).toContain('Saksa');
    expect(finnish.indexOf('Suomi')).toBeGreaterThan(finnish.indexOf('Saksa'));
    expect(finnish.indexOf('Sveitsi')).toBeLessThan(finnish.indexOf('Tanska'));
  });

  it('show a currency with the sign people know', () => {
    expect(currencyName('EUR', 'en')).toBe('€ Euro');
    expect(currencyName('SEK', 'fi')).toBe('kr Ruotsin kruunu');
    expect(new Set(currencyOptions('en').map(({ value }) => value)).size).toBe(currencyOptions('en').length);
  });

  it('put the time zones of the country first, and never leave out the present one', () => {
    expect(timeZoneOptions('FI', 'Europe/Helsinki')[0]).toEqual({
      value: 'Europe/Helsinki',
      label: 'Helsinki (Europe)',
    });
    const values = timeZoneOptions('FI', 'Etc/GMT-3').map(({ value }) => value);
    expect(values).toContain('Etc/GMT-3');
    expect(new Set(values).size).toBe(values.length);
    expect(labels(timeZoneOptions('US', 'America/New_York'))[0]).toBe('New York (America)');
  });

  it('offer full hours for the start of the day, and keep another one that is set', () => {
    expect(labels(cutoffOptions('fi', 240)).slice(3, 6)).toEqual(['3.00', '4.00', '5.00']);
    expect(cutoffOptions('en', 270).map(({ value }) => value)).toContain('270');
  });
});
