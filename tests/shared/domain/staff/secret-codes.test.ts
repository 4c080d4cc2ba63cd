import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseCardCode } from '#shared/domain/card-code/card-code.ts';
import { badgeCode, isBadgeCode, readRecoveryCode, recoveryCode } from '#shared/domain/staff/secret-codes.ts';
import { rounds } from '#tests/support/rounds.ts';

const bytes = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('the code of a staff card', () => {
  it('is one that scanners read, and is taken for no member card', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = badgeCode(random);
        expect(normaliseCardCode(code)).toBe(code);
        expect(isBadgeCode(code)).toBe(true);
      }),
      { numRuns: rounds(200) },
    );
    expect(isBadgeCode('290100000425')).toBe(false);
    expect(isBadgeCode('STAFF')).toBe(false);
  });
});

describe('a recovery code', () => {
  it('is read however it was typed', () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = recoveryCode(random);
        const plain = code.replaceAll('-', '');
        expect(readRecoveryCode(code)).toBe(plain);
        expect(readRecoveryCode(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toBe(plain);
        expect(readRecoveryCode(plain.replaceAll('0', 'O').replaceAll('1', 'l'))).toBe(plain);
      }),
      { numRuns: rounds(200) },
    );
  });

  it('is none when signs are missing or cannot be one', () => {
    expect(readRecoveryCode('0123-4567-89AB-CDEF-GHJ')).toBeNull();
    expect(readRecoveryCode('0123-4567-89AB-CDEF-GHJ!')).toBeNull();
  });

  it('refuses to be made of too little chance', () => {
    expect(() => recoveryCode(new Uint8Array(8))).toThrow(RangeError);
  });
});
