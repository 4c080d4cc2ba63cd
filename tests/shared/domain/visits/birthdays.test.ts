import { describe, expect, it } from 'vitest';
import { type BusinessDay, formatDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { birthdayIn, nextBirthday } from '#shared/domain/visits/birthdays.ts';

const on = (text: string): BusinessDay => parseDay(text) ?? expect.fail(`not a day: ${text}`);
const nextOn = (day: number, month: number, today: string) => {
  const next = nextBirthday({ day, month }, on(today));
  return next === null ? null : formatDay(next);
};

describe('the next birthday', () => {
  it.each([
    [24, 12, '2026-03-10', '2026-12-24'],
    [10, 3, '2026-03-10', '2026-03-10'],
    [9, 3, '2026-03-10', '2027-03-09'],
    [1, 1, '2026-12-31', '2027-01-01'],
    [29, 2, '2028-02-01', '2028-02-29'],
    // In a common year people born on 29 February have it on 1 March.
    [29, 2, '2026-02-01', '2026-03-01'],
    [29, 2, '2026-03-01', '2026-03-01'],
    [29, 2, '2027-03-02', '2028-02-29'],
  ])('of %i.%i. seen on %s is %s', (day, month, today, expected) => {
    expect(nextOn(day, month, today)).toBe(expected);
  });

  it('of a date that does not exist is none', () => {
    expect(nextOn(31, 2, '2026-01-01')).toBeNull();
  });
});

describe('days until a birthday', () => {
  it.each([
    ['2026-03-10', 0],
    ['2026-03-03', 7],
    ['2026-03-02', null],
    ['2026-03-11', null],
  ])('on the 10th of March, seen on %s within a week, are %s', (today, days) => {
    expect(birthdayIn({ day: 10, month: 3 }, on(today), 7)).toBe(days);
  });

  it('count over the end of the year', () => {
    expect(birthdayIn({ day: 2, month: 1 }, on('2026-12-30'), 7)).toBe(3);
  });
});
