import { describe, expect, it } from 'vitest';
import { businessDay } from '#shared/domain/business-day/business-day.ts';
import { rhythmOf } from '#shared/domain/visits/rhythm.ts';

const days = (...numbers: number[]) => numbers.map((number) => businessDay(20_000 + number));

describe("a customer's rhythm", () => {
  it.each([
    ['no visit', days(), null],
    ['one visit', days(0), null],
    ['two gaps', days(0, 7, 14), null],
    ['three gaps of 7', days(0, 7, 14, 21), 7],
    // 7, 14 and 30: the median is 14, the mean would be 17.
    ['one long absence', days(0, 7, 21, 51), 14],
    // 6, 7, 8 and 20: between 7 and 8.
    ['four gaps', days(0, 6, 13, 21, 41), 7.5],
  ])('with %s', (_what, visits, rhythm) => {
    expect(rhythmOf(visits)).toBe(rhythm);
  });
});
