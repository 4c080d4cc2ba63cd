import { describe, expect, it } from 'vitest';
import { parseDay } from '#shared/domain/business-day/business-day.ts';
import { detectBirthdayFormat, parseBirthday } from '#shared/domain/imports/birthdays.ts';

const today = parseDay('2026-03-10') ?? expect.fail('the date of the tests');

describe('a birthday in a file', () => {
  it.each([
    ['24.12.1988', 'd.m.y', { day: 24, month: 12, year: 1988 }],
    ['1. 3. 2001', 'd.m.y', { day: 1, month: 3, year: 2001 }],
    ['1988-12-24', 'y-m-d', { day: 24, month: 12, year: 1988 }],
    ['19881224', 'yyyymmdd', { day: 24, month: 12, year: 1988 }],
    ['12/24/1988', 'm/d/y', { day: 24, month: 12, year: 1988 }],
    ['24.12.', 'd.m.y', { day: 24, month: 12, year: null }],
    ['24.12', 'd.m.y', { day: 24, month: 12, year: null }],
    ['24/12', 'd/m/y', { day: 24, month: 12, year: null }],
    ['12/24', 'm/d/y', { day: 24, month: 12, year: null }],
    ['--12-24', 'y-m-d', { day: 24, month: 12, year: null }],
    ['29.2.', 'd.m.y', { day: 29, month: 2, year: null }],
    ['12.5.56', 'd.m.y', { day: 12, month: 5, year: 1956 }],
    ['12.5.05', 'd.m.y', { day: 12, month: 5, year: 2005 }],
    ['10.3.2026', 'd.m.y', { day: 10, month: 3, year: 2026 }],
  ] as const)('reads %s as %s', (text, format, birthday) => {
    expect(parseBirthday(text, format, today)).toEqual(birthday);
  });

  it.each([
    ['11.3.2026', 'd.m.y', 'tomorrow'],
    ['31.2.', 'd.m.y', 'no such day'],
    ['29.2.2001', 'd.m.y', 'no leap year'],
    ['1.1.1900', 'd.m.y', 'what programs write for "not known"'],
    ['24.12.1988', 'y-m-d', 'another format'],
    ['1224', 'yyyymmdd', 'no separator and no year'],
    ['soon', 'd.m.y', 'words'],
  ] as const)('refuses %s (%s): %s', (text, format, _why) => {
    expect(parseBirthday(text, format, today)).toBeNull();
  });

  it('of two digits that lies ahead is of the last century, 29 February too', () => {
    expect(parseBirthday('29.2.28', 'd.m.y', today)).toEqual({ day: 29, month: 2, year: 1928 });
  });
});

describe('the format of a column of birthdays', () => {
  it.each([
    [['24.12.1988', '1.3.2001', ''], { format: 'd.m.y', ambiguous: false }],
    [['24.12.', '1.3.', '5.5.1970'], { format: 'd.m.y', ambiguous: false }],
    [['24/12', '05/06'], { format: 'd/m/y', ambiguous: false }],
    [['12/24', '05/06'], { format: 'm/d/y', ambiguous: false }],
    [['03/04/1990', '05/06/1980'], { format: 'd/m/y', ambiguous: true }],
    [['1988-12-24'], { format: 'y-m-d', ambiguous: false }],
    [['unknown', '24.12.1988'], { format: null, ambiguous: false }],
    [[], { format: null, ambiguous: false }],
  ] as const)('of %j is %j', (samples, detection) => {
    expect(detectBirthdayFormat(samples, today)).toEqual(detection);
  });
});
