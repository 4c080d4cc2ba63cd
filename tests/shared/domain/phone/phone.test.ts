import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayPhone, normalisePhone, phoneTails, reverseDigits } from '#shared/domain/phone/phone.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('normalisePhone', () => {
  it.each([
    ['040 123 4567', 'FI', '+358401234567'],
    [' 040-1234567 ', 'FI', '+358401234567'],
    ['+358 (0)40 1234567', 'FI', '+358401234567'],
    ['00358 40 1234567', 'FI', '+358401234567'],
    ['0532 123 45 67', 'TR', '+905321234567'],
    ['06 20 123 4567', 'HU', '+36201234567'],
    ['20 123 4567', 'HU', '+36201234567'],
    ['012-345 6789', 'MY', '+60123456789'],
    ['0812 3456 7890', 'ID', '+6281234567890'],
    ['+90 532 123 45 67', 'FI', '+905321234567'],
    ['+90 532 123 45 67', 'ZZ', '+905321234567'],
  ])('reads %j in %s as %s', (raw, country, expected) => {
    expect(normalisePhone(raw, country)).toBe(expected);
  });

  it.each(['', '040', 'Matti', 'call 040 1234567 today', '0'.repeat(300), '++358', '1'.repeat(25)])(
    'refuses %j',
    (raw) => {
      expect(normalisePhone(raw, 'FI')).toBeNull();
    },
  );

  it('needs a country for a national number', () => {
    expect(normalisePhone('0401234567', 'ZZ')).toBeNull();
  });

  it('gives back the same number when fed with its own output', () => {
    const country = fc.constantFrom('FI', 'TR', 'HU', 'MY', 'ID', 'SG', 'SE', 'US');
    fc.assert(
      fc.property(fc.stringMatching(/^(?:0|\+?[1-9])[0-9]{2} ?[0-9]{4,6}$/), country, (raw, shop) => {
        const number = normalisePhone(raw, shop);
        fc.pre(number !== null);
        expect(number).toMatch(/^\+[1-9]\d{3,14}$/);
        expect(normalisePhone(number, shop)).toBe(number);
      }),
      { numRuns: rounds(1000) },
    );
  });
});

/** Mobile numbers as people write them at home. */
const mobiles: Readonly<Record<string, RegExp>> = {
  FI: /^04[0-6] [0-9]{3} [0-9]{4}$/,
  TR: /^05[3-5][0-9] [0-9]{3} [0-9]{2} [0-9]{2}$/,
  HU: /^06 (?:20|30|70) [0-9]{3} [0-9]{4}$/,
  MY: /^01[2-9]-[2-9][0-9]{2} [0-9]{4}$/,
  ID: /^0812-[0-9]{4}-[0-9]{4}$/,
  SE: /^07[0236][0-9]-[0-9]{3} [0-9]{2} [0-9]{2}$/,
};

const mobile = fc.oneof(
  ...Object.entries(mobiles).map(([country, shape]) =>
    fc.tuple(fc.constant(country), fc.stringMatching(shape)),
  ),
);

describe('displayPhone', () => {
  it('shows every mobile number so that it can be typed in again, at home and abroad', () => {
    const shop = fc.constantFrom(...Object.keys(mobiles));
    fc.assert(
      fc.property(mobile, shop, ([country, raw], abroad) => {
        const number = normalisePhone(raw, country);
        if (number === null) throw new Error(`${raw} was refused`);
        expect(normalisePhone(displayPhone(number, country), country)).toBe(number);
        expect(normalisePhone(displayPhone(number, abroad), abroad)).toBe(number);
        expect(displayPhone(number, country).startsWith('+')).toBe(false);
        expect(displayPhone(number, abroad).startsWith('+')).toBe(country !== abroad);
      }),
      { numRuns: rounds(500) },
    );
  });

  it('shows numbers of the own country nationally, others internationally', () => {
    expect(displayPhone('+358401234567', 'FI')).toBe('040 1234567');
    expect(displayPhone('+905321234567', 'FI')).toBe('+90 532 123 45 67');
    expect(displayPhone('+905321234567', 'TR')).toBe('0532 123 45 67');
    expect(displayPhone('+14165550123', 'US')).toBe('(416) 555-0123');
  });

  it('leaves alone what is no number', () => {
    expect(displayPhone('ask Matti', 'FI')).toBe('ask Matti');
  });
});

describe('digits from the end', () => {
  it('reverses digits and nothing else', () => {
    expect(reverseDigits('+358 40-1234567')).toBe('765432104853');
    expect(reverseDigits('abc')).toBe('');
  });

  it('finds a stored number by any of its tails and by the way it is dialled', () => {
    const stored = reverseDigits('+358401234567');
    const finds = (typed: string) => phoneTails(typed).some((tail) => stored.startsWith(tail));
    expect(
      ['567', '4567', '34 567', '401234567', '040 123 4567', '00358 40 1234567', '+358401234567'].map(finds),
    ).toEqual(Array.from({ length: 7 }, () => true));
    expect(finds('0401234568')).toBe(false);
  });

  it('keeps a leading zero that belongs to a short tail', () => {
    expect(phoneTails('0123')).toEqual(['3210']);
    expect(phoneTails('Matti')).toEqual([]);
    expect(phoneTails('00000')).toEqual(['00000']);
  });
});
