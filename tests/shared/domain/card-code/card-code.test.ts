import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displayCardCode,
  hasValidCheckDigit,
  isOwnCardCode,
  issueCardCode,
  normaliseCardCode,
} from '#shared/domain/card-code/card-code.ts';
import { rounds } from '#tests/support/rounds.ts';

const issued = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 9_999_999 }))
  .map(([till, counter]) => issueCardCode(till, counter));

describe('issueCardCode', () => {
  it('makes twelve digits that are recognised as ours', () => {
    fc.assert(
      fc.property(issued, (code) => {
        expect(code).toMatch(/^29\d{10}$/);
        expect(isOwnCardCode(code)).toBe(true);
        expect(normaliseCardCode(displayCardCode(code))).toBe(code);
      }),
      { numRuns: rounds(500) },
    );
  });

  it('never issues a code twice', () => {
    const codes = [0, 1, 2, 99].flatMap((till) =>
      Array.from({ length: 2000 }, (_, counter) => issueCardCode(till, counter)),
    );
    expect(new Set(codes).size).toBe(codes.length);
  });

  it.each([
    [-1, 0],
    [100, 0],
    [1, -1],
    [1, 10_000_000],
    [0.5, 1],
    [1, Number.NaN],
  ])('refuses till %s, counter %s', (till, counter) => {
    expect(() => issueCardCode(till, counter)).toThrow(RangeError);
  });
});

describe('the check digit', () => {
  it('is Damm’s: 572 has 4', () => {
    expect(hasValidCheckDigit('5724')).toBe(true);
    for (const wrong of '012356789') expect(hasValidCheckDigit(`572${wrong}`)).toBe(false);
    expect(hasValidCheckDigit('0')).toBe(false);
    expect(hasValidCheckDigit('A724')).toBe(false);
  });

  it('reveals every wrong digit', () => {
    fc.assert(
      fc.property(issued, fc.nat(11), fc.integer({ min: 1, max: 9 }), (code, at, shift) => {
        const digit = (Number(code[at]) + shift) % 10;
        expect(hasValidCheckDigit(code.slice(0, at) + digit + code.slice(at + 1))).toBe(false);
      }),
      { numRuns: rounds(1000) },
    );
  });

  it('reveals every swap of neighbours', () => {
    fc.assert(
      fc.property(issued, fc.nat(10), (code, at) => {
        const [left = '', right = ''] = code.slice(at, at + 2);
        const swapped = code.slice(0, at) + right + left + code.slice(at + 2);
        expect(hasValidCheckDigit(swapped)).toBe(left === right);
      }),
      { numRuns: rounds(1000) },
    );
  });
});

describe('normaliseCardCode', () => {
  it.each([
    ['2901 0000 0425', '290100000425'],
    [' ab-12 cd ', 'AB12CD'],
    ['kırt', 'KIRT'],
    ['1234', '1234'],
    ['z'.repeat(32), 'Z'.repeat(32)],
  ])('stores %j as %j', (raw, code) => {
    expect(normaliseCardCode(raw)).toBe(code);
  });

  it.each([
    '',
    '123',
    '1-2-3',
    'z'.repeat(33),
    'käyttö',
    'straße',
    '12/34',
    "1234'--",
    '<b>1234</b>',
    '١٢٣٤',
  ])('refuses %j', (raw) => {
    expect(normaliseCardCode(raw)).toBeNull();
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'019azAZ -ıß'), maxLength: 40 }), (raw) => {
        const code = normaliseCardCode(raw);
        if (code !== null) expect(normaliseCardCode(code)).toBe(code);
      }),
      { numRuns: rounds(500) },
    );
  });

  it('shows groups of four', () => {
    expect(displayCardCode('290100000425')).toBe('2901 0000 0425');
    expect(displayCardCode('ABCDE')).toBe('ABCD E');
    expect(displayCardCode('ABCD')).toBe('ABCD');
  });
});
