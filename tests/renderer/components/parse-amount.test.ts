import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmount } from '#renderer/src/components/parse-amount.ts';
import { formatAmountInput } from '#shared/i18n/format.ts';
import { languages } from '#shared/i18n/language.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('parseAmount', () => {
  it.each([
    ['4,80', 2, 480],
    ['4.8', 2, 480],
    ['4', 2, 400],
    ['4,', 2, 400],
    [' 1 290,50 ', 2, 129_050],
    ['0', 2, 0],
    ['450', 0, 450],
  ])('reads %j with %i digits as %i', (typed, digits, minor) => {
    expect(parseAmount(typed, digits)).toBe(minor);
  });

  it.each([
    ['', 2],
    ['abc', 2],
    ['-4', 2],
    ['4,805', 2],
    ['4,5', 0],
    ['1,2,3', 2],
    ['1e5', 2],
    ['9999999999', 2],
  ])('does not take %j with %i digits', (typed, digits) => {
    expect(parseAmount(typed, digits)).toBeNull();
  });

  it('reads back what the field shows, in every language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.constantFrom(...languages),
        fc.constantFrom({ currency: 'EUR', digits: 2 }, { currency: 'HUF', digits: 0 }),
        (minor, language, { currency, digits }) => {
          expect(parseAmount(formatAmountInput(minor, currency, language), digits)).toBe(minor);
        },
      ),
      { numRuns: rounds(200) },
    );
  });
});
