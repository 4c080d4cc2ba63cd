import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BusinessDay,
  businessDay,
  formatDay,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import {
  type DateFormat,
  dateFormats,
  detectDateFormat,
  parseDate,
  parseTime,
} from '#shared/domain/imports/index.ts';
import { rounds } from '#tests/support/rounds.ts';

function read(text: string, format: DateFormat): string | null {
  const found = parseDate(text, format);
  if (found === null) return null;
  const date = formatDay(found.day);
  if (found.minute === null) return date;
  return `${date} ${Math.floor(found.minute / 60)}:${found.minute % 60}`;
}

describe('parseDate', () => {
  it.each([
    ['2024-03-01', 'y-m-d', '2024-03-01'],
    ['2024-3-1', 'y-m-d', '2024-03-01'],
    ['2024-03-01 08:15', 'y-m-d', '2024-03-01 8:15'],
    ['2024-03-01T08:15:30Z', 'y-m-d', '2024-03-01 8:15'],
    ['2024-03-01T08:15:30.250+02:00', 'y-m-d', '2024-03-01 8:15'],
    ['1.3.2024', 'd.m.y', '2024-03-01'],
    ['01.03.2024', 'd.m.y', '2024-03-01'],
    ['1. 3. 2024', 'd.m.y', '2024-03-01'],
    ['1.3.2024 8.15', 'd.m.y', '2024-03-01 8:15'],
    ['1.3.2024 klo 8.15', 'd.m.y', null],
    ['1.3.24', 'd.m.y', '2024-03-01'],
    ['1.3.98', 'd.m.y', '1998-03-01'],
    ['01/03/2024', 'd/m/y', '2024-03-01'],
    ['01/03/2024', 'm/d/y', '2024-01-03'],
    ['3/1/2024 8:15 PM', 'm/d/y', '2024-03-01 20:15'],
    ['3/1/2024, 12:05 a.m.', 'm/d/y', '2024-03-01 0:5'],
    ['2024/03/01', 'y/m/d', '2024-03-01'],
    ['2024. 03. 01.', 'y.m.d', '2024-03-01'],
    ['2024.03.01. 8:15', 'y.m.d', '2024-03-01 8:15'],
    ['01-03-2024', 'd-m-y', '2024-03-01'],
    ['20240301', 'yyyymmdd', '2024-03-01'],
    ['20240301T0815', 'yyyymmdd', null],
    ['  2024-03-01 ', 'y-m-d', '2024-03-01'],
    ['29.2.2023', 'd.m.y', null],
    ['31.4.2024', 'd.m.y', null],
    ['13/13/2024', 'd/m/y', null],
    ['2024-03-01 24:00', 'y-m-d', null],
    ['2024-03-01 8:60', 'y-m-d', null],
    ['3/1/2024 13:00 PM', 'm/d/y', null],
    ['2024-03', 'y-m-d', null],
    ['1.3.2024', 'y.m.d', null],
    ['1.3.024', 'd.m.y', null],
    ['', 'y-m-d', null],
    ['yesterday', 'y-m-d', null],
    [`2024-03-01${' '.repeat(100_000)}x`, 'y-m-d', null],
    ['2024-03-01; DROP', 'y-m-d', null],
  ] as const)('reads %j as %s: %s', (text, format, expected) => {
    expect(read(text, format)).toBe(expected);
  });
});

describe('parseTime', () => {
  it.each([
    ['08:15', 495],
    ['8.15', 495],
    ['8:15:59', 495],
    ['8:15 pm', 1215],
    ['12:00 am', 0],
    ['23:59', 1439],
    ['24:00', null],
    ['8', null],
    ['', null],
  ])('reads %j as %s', (text, minute) => {
    expect(parseTime(text)).toBe(minute);
  });
});

const pad = (value: number) => String(value).padStart(2, '0');

function write(day: BusinessDay, format: DateFormat, padded: boolean): string {
  const [y = '', m = '', d = ''] = formatDay(day).split('-');
  const part = (digits: string) => (padded ? digits : String(Number(digits)));
  if (format === 'yyyymmdd') return y + m + d;
  return format.replace('y', y).replace('m', part(m)).replace('d', part(d));
}

const anyDay = fc
  .integer({ min: parseDay('1950-01-01') ?? 0, max: parseDay('2099-12-31') ?? 0 })
  .map((days) => businessDay(days));
const anyFormat = fc.constantFrom(...dateFormats);

describe('any date', () => {
  it('is read back in every format, with and without leading zeros and a time', () => {
    const minute = fc.option(fc.nat(1439));
    fc.assert(
      fc.property(
        anyDay,
        anyFormat,
        fc.boolean(),
        minute,
        fc.constantFrom(':', '.'),
        (day, format, padded, at, sign) => {
          const date = write(day, format, padded);
          const text = at === null ? date : `${date} ${pad(Math.floor(at / 60))}${sign}${pad(at % 60)}`;
          expect(parseDate(text, format)).toEqual({ day, minute: at });
        },
      ),
      { numRuns: rounds(1000) },
    );
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.-/ :T') }), anyFormat, (text, format) => {
        const found = parseDate(text, format);
        if (found !== null) expect(businessDay(found.day)).toBe(found.day);
      }),
      { numRuns: rounds(1000) },
    );
  });
});

describe('detectDateFormat', () => {
  it.each([
    [['2024-03-01', '2024-03-15 08:15'], 'y-m-d', false],
    [['1.3.2024', '15.3.2024 8.15'], 'd.m.y', false],
    [['1.3.2024', '2.4.2024'], 'd.m.y', false],
    [['03/25/2024', '04/01/2024'], 'm/d/y', false],
    [['25/03/2024', '01/04/2024'], 'd/m/y', false],
    [['03/04/2024', '05/06/2024'], 'd/m/y', true],
    [['05/05/2024', '06/06/2024'], 'd/m/y', false],
    [['2024/03/25'], 'y/m/d', false],
    [['2024. 03. 25.'], 'y.m.d', false],
    [['25-03-2024'], 'd-m-y', false],
    [['20240325', '20240401'], 'yyyymmdd', false],
    [['', '  ', '25.3.2024'], 'd.m.y', false],
    [['1.3.2024', '2.3.2024', '3.3.2024', '4.3.2024', 'total'], 'd.m.y', false],
    [['1.3.2024', 'total'], null, false],
    [['Matti', 'Maija'], null, false],
    [[''], null, false],
    [[], null, false],
  ])('%j is %s, ambiguous: %s', (samples, format, ambiguous) => {
    expect(detectDateFormat(samples)).toEqual({ format, ambiguous });
  });

  it('finds a format that reads a column as it was written, or says that it is ambiguous', () => {
    fc.assert(
      fc.property(
        fc.array(anyDay, { minLength: 1, maxLength: 40 }),
        anyFormat,
        fc.boolean(),
        (days, format, padded) => {
          const samples = days.map((day) => write(day, format, padded));
          const detected = detectDateFormat(samples);
          expect(detected.format).not.toBeNull();
          if (detected.format === null || detected.ambiguous) return;
          expect(samples.map((sample) => parseDate(sample, detected.format ?? format)?.day)).toEqual(days);
        },
      ),
      { numRuns: rounds(500) },
    );
  });
});
