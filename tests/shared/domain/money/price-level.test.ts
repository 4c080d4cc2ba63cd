import { describe, expect, it } from 'vitest';
import { currencies } from '#shared/domain/money/currencies.ts';
import { minorUnitsPerEuro, shopPrice } from '#shared/domain/money/price-level.ts';

describe('shopPrice', () => {
  it.each([
    ['EUR', 320, 320],
    ['EUR', 323, 320],
    ['TRY', 320, 13_000],
    ['HUF', 320, 1300],
    ['IDR', 320, 58_000],
    ['JPY', 320, 520],
    ['SEK', 320, 3500],
  ])('writes a price in %s as a shop there would', (currency, euroCents, price) => {
    expect(shopPrice(euroCents, currency)).toBe(price);
  });

  it('is a whole number of minor units near the level of every currency', () => {
    for (const { code } of currencies) {
      const price = shopPrice(480, code);
      expect(Number.isInteger(price)).toBe(true);
      expect(price / minorUnitsPerEuro(code)).toBeGreaterThan(4.3);
      expect(price / minorUnitsPerEuro(code)).toBeLessThan(5.3);
    }
  });
});
