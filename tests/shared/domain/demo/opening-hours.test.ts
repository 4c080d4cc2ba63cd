import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  businessDay,
  businessDayRange,
  dayOfDate,
} from '#shared/domain/business-day/business-day.ts';
import { dayPartOf, demoOpeningHours, minuteInDay, momentInDay } from '#shared/domain/demo/opening-hours.ts';
import { rounds } from '#tests/support/rounds.ts';

const helsinki = { timeZone: 'Europe/Helsinki', cutoffMinutes: 240 };
const tuesday = dayOfDate(2026, 3, 10) ?? businessDay(0);
const sunday = dayOfDate(2026, 3, 8) ?? businessDay(0);

describe('demoOpeningHours', () => {
  it('are those of a café on a weekday morning, closed on Sundays and at Christmas', () => {
    const hours = demoOpeningHours('cafe', tuesday, 555, helsinki);
    expect(hours).toMatchObject({ open: 450, close: 1110 });
    expect(hours.isClosedOn(sunday)).toBe(true);
    expect(hours.isClosedOn(addDays(sunday, 1))).toBe(false);
    expect(hours.isClosedOn(dayOfDate(2025, 12, 25) ?? tuesday)).toBe(true);
  });

  it('is open on the day the demo is looked at', () => {
    const hours = demoOpeningHours('cafe', sunday, 600, helsinki);
    expect(hours.isClosedOn(sunday)).toBe(false);
    expect(hours.isClosedOn(addDays(sunday, 1))).toBe(true);
  });

  it('moves with whoever looks in the evening or at night, and stays inside the business day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 240, max: 240 + 1439 }),
        fc.constantFrom('cafe', 'salon'),
        (now, kind) => {
          const { open, close } = demoOpeningHours(kind, tuesday, now, helsinki);
          expect(open).toBeGreaterThanOrEqual(240);
          expect(close).toBeLessThanOrEqual(240 + 1440);
          expect(now).toBeGreaterThanOrEqual(open);
          expect(now).toBeLessThanOrEqual(close);
        },
      ),
      { numRuns: rounds(300) },
    );
  });
});

describe('momentInDay', () => {
  it('is undone by minuteInDay on every day of a year, changes of the clock included', () => {
    for (let back = 0; back < 366; back += 1) {
      const day = addDays(tuesday, -back);
      const at = momentInDay(day, 555, helsinki);
      const { start, end } = businessDayRange(day, helsinki);
      expect(at >= start && at < end).toBe(true);
      if (end - start === 86_400_000) expect(minuteInDay(at, day, helsinki)).toBe(555);
    }
  });

  it('goes on after midnight', () => {
    const at = momentInDay(tuesday, 1500, helsinki);
    expect(at).toBe(momentInDay(addDays(tuesday, 1), 240, helsinki) - 180 * 60_000);
  });
});

describe('dayPartOf', () => {
  it('counts from the opening hour', () => {
    const hours = demoOpeningHours('cafe', tuesday, 555, helsinki);
    expect([460, 700, 900].map((minute) => dayPartOf(minute, hours))).toEqual([
      'morning',
      'midday',
      'afternoon',
    ]);
  });
});
