import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDay, monthOf, parseDay } from '#shared/domain/business-day/business-day.ts';
import { parseAmount } from '#shared/domain/imports/index.ts';
import { currencies, currencyDigits } from '#shared/domain/money/currencies.ts';
import { money } from '#shared/domain/money/money.ts';
import {
  formatAmountInput,
  formatDate,
  formatDayShort,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatTime,
} from '#shared/i18n/format.ts';
import { isLanguage, languages, localeOf } from '#shared/i18n/language.ts';
import { rounds } from '#tests/support/rounds.ts';

const saturday = businessDay(parseDay('2026-10-31') ?? Number.NaN);
const march = businessDay(parseDay('2026-03-01') ?? Number.NaN);
const nbsp = '\u00a0';

describe('languages', () => {
  it('have a locale each', () => {
    expect(languages.map(localeOf)).toEqual(['en-GB', 'fi-FI']);
    expect(isLanguage('fi')).toBe(true);
    expect(isLanguage('xx')).toBe(false);
  });
});

describe('formatMoney', () => {
  it.each([
    [860, 'EUR', '€8.60', `8,60${nbsp}€`],
    [0, 'EUR', '€0.00', `0,00${nbsp}€`],
    [123_456, 'EUR', '€1,234.56', `1${nbsp}234,56${nbsp}€`],
    [-860, 'EUR', '-€8.60', `\u22128,60${nbsp}€`],
    [1450, 'HUF', `Ft${nbsp}1,450`, `1${nbsp}450${nbsp}HUF`],
    [25_000, 'IDR', `Rp${nbsp}25,000`, `25${nbsp}000${nbsp}IDR`],
    [450, 'JPY', '¥450', `450${nbsp}¥`],
    [1250, 'MYR', `RM${nbsp}12.50`, `12,50${nbsp}MYR`],
  ])('%i of %s', (minor, currency, english, finnish) => {
    expect(formatMoney(minor, currency, 'en')).toBe(english);
    expect(formatMoney(minor, currency, 'fi')).toBe(finnish);
  });

  it('refuses an unknown currency', () => {
    expect(() => formatMoney(1, 'XXX', 'en')).toThrow(RangeError);
  });

  it('breaks in no line and shows every digit', () => {
    const currency = fc.constantFrom(...currencies.map(({ code }) => code));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        currency,
        fc.constantFrom(...languages),
        (minor, code, language) => {
          const text = formatMoney(minor, code, language);
          expect(text).not.toMatch(/[ \u202f]/);
          expect(Number(text.replace(/\D/g, ''))).toBe(minor);
        },
      ),
      { numRuns: rounds(300) },
    );
  });
});

describe('formatAmountInput', () => {
  it('has neither a currency nor groups', () => {
    expect(formatAmountInput(123_456, 'EUR', 'fi')).toBe('1234,56');
    expect(formatAmountInput(123_456, 'EUR', 'en')).toBe('1234.56');
    expect(formatAmountInput(-5, 'EUR', 'fi')).toBe('-0,05');
    expect(formatAmountInput(1450, 'HUF', 'fi')).toBe('1450');
  });

  it('can be read back', () => {
    const currency = fc.constantFrom(...currencies.map(({ code }) => code));
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), currency, (minor, code) => {
        const amount = money(minor === 0 ? 0 : minor);
        const digits = currencyDigits(code);
        expect(parseAmount(formatAmountInput(amount, code, 'en'), '.', digits)).toBe(amount);
        expect(parseAmount(formatAmountInput(amount, code, 'fi'), ',', digits)).toBe(amount);
        expect(parseAmount(formatMoney(amount, code, 'en'), '.', digits)).toBe(amount);
        expect(parseAmount(formatMoney(amount, code, 'fi'), ',', digits)).toBe(amount);
      }),
      { numRuns: rounds(300) },
    );
  });
});

describe('numbers', () => {
  it('group thousands by language', () => {
    expect(formatNumber(1_234_567, 'en')).toBe('1,234,567');
    expect(formatNumber(1_234_567, 'fi')).toBe(`1${nbsp}234${nbsp}567`);
    expect(formatNumber(1.333, 'fi', 2)).toBe('1,33');
    expect(formatNumber(2, 'en', 1)).toBe('2.0');
  });

  it('are percentages with a space in Finnish and none in English', () => {
    expect(formatPercent(130 / 150, 'en')).toBe('86.7%');
    expect(formatPercent(130 / 150, 'fi')).toBe(`86,7${nbsp}%`);
    expect(formatPercent(1.1, 'fi', 0)).toBe(`110${nbsp}%`);
  });
});

describe('dates and times', () => {
  it('follow the language', () => {
    expect(formatDate(saturday, 'en', 'short')).toBe('31/10/2026');
    expect(formatDate(saturday, 'en')).toBe(`31${nbsp}Oct${nbsp}2026`);
    expect(formatDate(saturday, 'en', 'long')).toBe(`31${nbsp}October${nbsp}2026`);
    expect(formatDate(saturday, 'fi', 'short')).toBe('31.10.2026');
    expect(formatDate(saturday, 'fi')).toBe('31.10.2026');
    expect(formatDate(saturday, 'fi', 'long')).toBe(`31.${nbsp}lokakuuta${nbsp}2026`);
    expect(formatDate(march, 'en', 'short')).toBe('01/03/2026');
    expect(formatDate(march, 'fi', 'short')).toBe('1.3.2026');
  });

  it('have a short form with the weekday', () => {
    expect(formatDayShort(saturday, 'en')).toBe(`Sat${nbsp}31${nbsp}Oct`);
    expect(formatDayShort(saturday, 'fi')).toBe(`la${nbsp}31.10.`);
    expect(formatDayShort(march, 'fi')).toBe(`su${nbsp}1.3.`);
  });

  it('name months', () => {
    expect(formatMonth(monthOf(saturday), 'en')).toBe(`October${nbsp}2026`);
    expect(formatMonth(monthOf(saturday), 'fi')).toBe(`lokakuu${nbsp}2026`);
  });

  it('show the wall clock of the shop', () => {
    const at = Date.UTC(2026, 9, 31, 6, 5);
    expect(formatTime(at, 'Europe/Helsinki', 'en')).toBe('08:05');
    expect(formatTime(at, 'Europe/Helsinki', 'fi')).toBe('8.05');
    expect(formatTime(Date.UTC(2026, 9, 31, 22), 'Europe/Helsinki', 'en')).toBe('00:00');
    expect(formatTime(at, 'Asia/Kuala_Lumpur', 'fi')).toBe('14.05');
  });
});
