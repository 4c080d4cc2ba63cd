import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalText, minorText } from '#shared/domain/decimal/decimal-text.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('decimalText', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [431, '431'],
    [-2.5, '-2.5'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e-7, '0.0000001'],
    [-1.25e-9, '-0.00000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
  ])('writes %f as %s', (value, text) => expect(decimalText(value)).toBe(text));

  it('reads back as the same number and has no exponent', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalText(value);
        expect(Number(text)).toBe(value === 0 ? 0 : value);
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      }),
      { numRuns: rounds(1000) },
    );
  });

  it('refuses what has no decimals', () => {
    expect(() => decimalText(Number.NaN)).toThrow(RangeError);
    expect(() => decimalText(Number.NEGATIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('minorText', () => {
  it.each([
    [1234, 2, '12.34'],
    [-5, 2, '-0.05'],
    [0, 2, '0.00'],
    [-1234, 0, '-1234'],
    [7, 3, '0.007'],
  ])('writes %i with %i digits as %s', (minor, digits, text) => expect(minorText(minor, digits)).toBe(text));

  it('refuses fractions of minor units', () => expect(() => minorText(0.5, 2)).toThrow(RangeError));
});
