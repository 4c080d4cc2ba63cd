import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectDecimal, parseAmount } from '#shared/domain/imports/index.ts';
import { readVisitLog } from '#tests/support/reference.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('parseAmount', () => {
  it.each([
    ['30.78', '.', 3078],
    ['51.3', '.', 5130],
    ['5', '.', 500],
    ['5.', '.', 500],
    ['.5', '.', 50],
    ['0', '.', 0],
    ['-0.00', '.', 0],
    ['1 234,50 €', ',', 123_450],
    ['1\u00a0234,50\u00a0€', ',', 123_450],
    ['1\u202f234,50', ',', 123_450],
    ['1.234,50', ',', 123_450],
    ['1,234.50', '.', 123_450],
    ['1’234.50', '.', 123_450],
    ['12,34,567.00', '.', 123_456_700],
    ['€8.60', '.', 860],
    ['€ 8.60', '.', 860],
    ['8,60 EUR', ',', 860],
    ['RM12.50', '.', 1250],
    ['Rp. 25.000', ',', 2_500_000],
    ['45,00 TL', ',', 4500],
    ['₺45,00', ',', 4500],
    ['120 kr.', ',', 12_000],
    ['US$ 4.50', '.', 450],
    ['-8,60', ',', -860],
    ['\u22128,60 €', ',', -860],
    ['8,60-', ',', -860],
    ['€-8.60', '.', -860],
    ['(8.60)', '.', -860],
    ['+8.60', '.', 860],
    ['12.000000', '.', 1200],
    ['12.5000', '.', 1250],
    [' 7.20 ', '.', 720],
  ] as const)('reads %j with %j as %i cents', (text, decimal, cents) => {
    expect(parseAmount(text, decimal, 2)).toBe(cents);
  });

  it.each([
    ['', '.'],
    ['   ', '.'],
    ['-', '.'],
    ['.', '.'],
    ['€', '.'],
    ['free', '.'],
    ['12.345', '.'],
    ['12.000000000000002', '.'],
    ['1.5', ','],
    ['12.50', ','],
    ['1,5', '.'],
    ['1.2.3', '.'],
    ['1,2,3', ','],
    ['12 50', '.'],
    ['1234 567', '.'],
    ['--5', '.'],
    ['-5-', '.'],
    ['(-5)', '.'],
    ['(5', '.'],
    ['5-6', '.'],
    ['1e5', '.'],
    ['0x10', '.'],
    ['NaN', '.'],
    ['Infinity', '.'],
    ['3 coffees', '.'],
    ['99999999999999999999', '.'],
    ['٣٫٥', '.'],
    ['<b>5</b>', '.'],
  ] as const)('refuses %j with %j', (text, decimal) => {
    expect(parseAmount(text, decimal, 2)).toBeNull();
  });

  it('does not try to read a novel', () => {
    expect(parseAmount(`1${' '.repeat(100_000)}x`, '.', 2)).toBeNull();
    expect(detectDecimal([`1${' '.repeat(100_000)},5`])).toBe('.');
  });

  it('knows currencies without fractions', () => {
    expect(parseAmount('1450', '.', 0)).toBe(1450);
    expect(parseAmount('1 450 Ft', ',', 0)).toBe(1450);
    expect(parseAmount('25.000', ',', 0)).toBe(25_000);
    expect(parseAmount('1450,00', ',', 0)).toBe(1450);
    expect(parseAmount('1450,50', ',', 0)).toBeNull();
  });

  it('reads every amount of the reference log to the cent', () => {
    for (const name of ['synthetic_cafe_transactions.csv', 'synthetic_salon_transactions.csv']) {
      for (const { amount } of readVisitLog(name)) {
        expect(parseAmount(String(amount), '.', 2)).toBe(Math.round(amount * 100));
      }
    }
  });
});

type Style = {
  readonly decimal: '.' | ',';
  readonly group: string;
  readonly before: string;
  readonly after: string;
};

const anyStyle: fc.Arbitrary<Style> = fc.record({
  decimal: fc.constantFrom('.', ','),
  group: fc.constantFrom('', ' ', '\u00a0', '\u202f', '’', 'other'),
  before: fc.constantFrom('', '€', '€ ', 'RM', '$', '-', '-£'),
  after: fc.constantFrom('', ' €', '\u00a0€', ' EUR', 'Ft'),
});

function write(units: number, digits: number, style: Style): string {
  const figures = String(units).padStart(digits + 1, '0');
  const whole = digits === 0 ? figures : figures.slice(0, -digits);
  const fraction = digits === 0 ? '' : `${style.decimal}${figures.slice(-digits)}`;
  const group = style.group === 'other' ? (style.decimal === '.' ? ',' : '.') : style.group;
  return `${style.before}${whole.replace(/\B(?=(\d{3})+$)/g, group)}${fraction}${style.after}`;
}

describe('any amount', () => {
  const units = fc.oneof(fc.nat(99_999), fc.integer({ min: 0, max: 10 ** 14 }));

  it('is read back in every style', () => {
    fc.assert(
      fc.property(units, fc.constantFrom(0, 2, 3), anyStyle, (amount, digits, style) => {
        const sign = style.before.includes('-') && amount !== 0 ? -1 : 1;
        expect(parseAmount(write(amount, digits, style), style.decimal, digits)).toBe(sign * amount);
      }),
      { numRuns: rounds(1000) },
    );
  });

  it('is a safe integer or nothing, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789.,- ()€kr+\u00a0') }),
        fc.constantFrom('.', ','),
        (text, decimal) => {
          const amount = parseAmount(text, decimal === '.' ? '.' : ',', 2);
          expect(amount === null || Number.isSafeInteger(amount)).toBe(true);
          expect(Object.is(amount, -0)).toBe(false);
        },
      ),
      { numRuns: rounds(1000) },
    );
  });

  it('tells its decimal sign', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(999_999), { minLength: 1 }), anyStyle, (amounts, style) => {
        expect(detectDecimal(amounts.map((amount) => write(amount, 2, style)))).toBe(style.decimal);
      }),
      { numRuns: rounds(500) },
    );
  });
});

describe('detectDecimal', () => {
  it.each([
    [['30.78', '51.3'], '.'],
    [['30,78', '51,3'], ','],
    [['1.234,50'], ','],
    [['1,234.50'], '.'],
    [['1.234.567'], ','],
    [['1,234,567'], '.'],
    [['0,500', '1,250'], ','],
    [['12', '15'], '.'],
    [['1,234', '12'], '.'],
    [['1.234', '950'], ','],
    [['25.000', '30.000', '7.500'], ','],
    [['1,250', '12.5'], '.'],
    [['12', '1500'], '.'],
    [['8,60 €', '1 234,00 €', '7'], ','],
    [['8.60', '7.20', '3,50'], '.'],
    [['Rp. 25.000,00'], ','],
    [[], '.'],
  ])('%j has %j', (samples, decimal) => {
    expect(detectDecimal(samples)).toBe(decimal);
  });
});
