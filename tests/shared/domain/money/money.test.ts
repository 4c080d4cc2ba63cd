import { describe, expect, it } from 'vitest';
import { currencies, currencyDigits, isCurrencyCode } from '#shared/domain/money/currencies.ts';
import { isMoney, money, negateMoney, noMoney } from '#shared/domain/money/money.ts';

describe('money', () => {
  it('takes whole minor units, negative ones too', () => {
    expect(money(480)).toBe(480);
    expect(money(-480)).toBe(-480);
    expect(money(Number.MAX_SAFE_INTEGER)).toBe(Number.MAX_SAFE_INTEGER);
  });

  it.each([0.5, 4.800000000000001, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, -(2 ** 53), -0])(
    'refuses %s',
    (amount) => {
      expect(() => money(amount)).toThrow(RangeError);
      expect(isMoney(amount)).toBe(false);
    },
  );

  it('negates, and never makes -0', () => {
    expect(negateMoney(money(7))).toBe(-7);
    expect(Object.is(negateMoney(noMoney), 0)).toBe(true);
  });
});

describe('currencies', () => {
  it('has no fractions for the forint, the rupiah and the yen, two digits for the euro', () => {
    expect(['HUF', 'IDR', 'JPY'].map(currencyDigits)).toEqual([0, 0, 0]);
    expect(['EUR', 'TRY', 'MYR', 'SEK', 'USD'].map(currencyDigits)).toEqual([2, 2, 2, 2, 2]);
  });

  it('names each currency once and only real ones', () => {
    const codes = currencies.map((currency) => currency.code);
    expect(new Set(codes).size).toBe(codes.length);
    const known = new Set(Intl.supportedValuesOf('currency'));
    expect(codes.filter((code) => !known.has(code))).toEqual([]);
  });

  it('agrees with ISO 4217 except where the product says why not', () => {
    const isoDigits = (code: string) =>
      new Intl.NumberFormat('en', { style: 'currency', currency: code }).resolvedOptions()
        .maximumFractionDigits;
    const different = currencies
      .filter(({ code, digits }) => isoDigits(code) !== digits)
      .map(({ code }) => code);
    expect(different.every((code) => code === 'HUF' || code === 'IDR')).toBe(true);
  });

  it('refuses what it does not know', () => {
    expect(isCurrencyCode('EUR')).toBe(true);
    expect(isCurrencyCode('eur')).toBe(false);
    expect(() => currencyDigits('ZZZ')).toThrow(RangeError);
  });
});
