import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  displayVoucherCode,
  issueVoucherCode,
  isVoucherCode,
  normaliseVoucherCode,
} from '#shared/domain/loyalty/voucher-code.ts';
import { rounds } from '#tests/support/rounds.ts';

const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const bytes = fc.uint8Array({ minLength: 4, maxLength: 8 });
const code = fc
  .tuple(fc.integer({ min: 0, max: 99 }), fc.nat({ max: 1_000_000 }), bytes)
  .map(([till, counter, random]) => issueVoucherCode(till, counter, random));
const replaceAt = (text: string, place: number, sign: string) =>
  `${text.slice(0, place)}${sign}${text.slice(place + 1)}`;

describe('a voucher code', () => {
  it('is eight signs that nobody mistakes for one another, the last one a check sign', () => {
    const issued = issueVoucherCode(1, 42, new Uint8Array([1, 2, 3, 4]));
    expect(issued).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
    expect(issued).toBe(issueVoucherCode(1, 42, new Uint8Array([1, 2, 3, 4])));
    expect(isVoucherCode(issued)).toBe(true);
    expect(displayVoucherCode(issued)).toBe(`${issued.slice(0, 4)}-${issued.slice(4)}`);
  });

  it('reveals every single wrong sign and every swap of two', () => {
    fc.assert(
      fc.property(code, (issued) => {
        for (let place = 0; place < 8; place += 1) {
          for (const sign of alphabet) {
            if (sign !== issued[place]) expect(isVoucherCode(replaceAt(issued, place, sign))).toBe(false);
          }
          for (let other = place + 1; other < 8; other += 1) {
            const [a = '', b = ''] = [issued[place], issued[other]];
            const swapped = replaceAt(replaceAt(issued, place, b), other, a);
            if (a !== b) expect(isVoucherCode(swapped)).toBe(false);
          }
        }
      }),
      { numRuns: rounds(60) },
    );
  });

  it('differs between tills and between all vouchers of a till until its counter comes round', () => {
    const random = new Uint8Array([9, 9, 9, 9]);
    const codes = new Set<string>();
    for (let counter = 0; counter < 9235; counter += 1) codes.add(issueVoucherCode(3, counter, random));
    for (let till = 0; till < 100; till += 1) codes.add(issueVoucherCode(till, 77, random));
    expect(codes.size).toBe(9235 + 99);
    expect(issueVoucherCode(3, 9235, random)).toBe(issueVoucherCode(3, 0, random));
    expect(issueVoucherCode(3, 9235, new Uint8Array([9, 9, 9, 8]))).not.toBe(issueVoucherCode(3, 0, random));
  });

  it.each([
    [-1, 0, 4],
    [100, 0, 4],
    [1.5, 0, 4],
    [1, -1, 4],
    [1, Number.NaN, 4],
    [1, 0, 3],
  ])('cannot come from till %s, counter %s and %s bytes', (till, counter, count) => {
    expect(() => issueVoucherCode(till, counter, new Uint8Array(count))).toThrow(RangeError);
  });
});

describe('a code as it is typed', () => {
  it('may have small letters, spaces and hyphens', () => {
    fc.assert(
      fc.property(code, (issued) => {
        expect(normaliseVoucherCode(displayVoucherCode(issued))).toBe(issued);
        expect(normaliseVoucherCode(` ${displayVoucherCode(issued).toLowerCase()} `)).toBe(issued);
        expect(normaliseVoucherCode([...issued].join(' '))).toBe(issued);
      }),
      { numRuns: rounds(100) },
    );
  });

  it('may have one 0, O, 1, I or L for what it looks like, when only one sign can have been meant', () => {
    const looks: Record<string, string> = {
      '0': 'QDCG',
      o: 'QDCG',
      '1': '7TJ',
      i: '7TJ',
      l: '7TJ',
      ı: '7TJ',
    };
    let repaired = 0;
    fc.assert(
      fc.property(
        code,
        fc.nat({ max: 7 }),
        fc.constantFrom(...Object.keys(looks)),
        (issued, place, typed) => {
          const meant = looks[typed]?.includes(issued[place] ?? '') ?? false;
          const read = normaliseVoucherCode(replaceAt(issued, place, typed));
          // The check sign leaves one sign for a place: either that is a look-alike or the code is refused.
          expect(read).toBe(meant ? issued : null);
          repaired += meant ? 1 : 0;
        },
      ),
      { numRuns: rounds(2000) },
    );
    expect(repaired).toBeGreaterThan(50);
  });

  it.each([
    ['', null],
    ['ABC', null],
    ['ABCD EFGH JKMN', null],
    ['äöåäöåäö', null],
    ['00000000', null],
    ['2901 0000 0425', null],
  ])('%j is none', (typed, expected) => {
    expect(normaliseVoucherCode(typed)).toBe(expected);
  });

  it('is not guessed from two impossible signs', () => {
    const issued = issueVoucherCode(1, 42, new Uint8Array([1, 2, 3, 4]));
    expect(normaliseVoucherCode(replaceAt(replaceAt(issued, 0, '0'), 1, '1'))).toBeNull();
  });

  it('with a wrong sign is refused, not corrected', () => {
    const issued = issueVoucherCode(1, 42, new Uint8Array([1, 2, 3, 4]));
    const wrong = replaceAt(issued, 2, issued[2] === '8' ? 'B' : '8');
    expect(normaliseVoucherCode(wrong)).toBeNull();
  });
});
