import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type BusinessDay,
  businessDay,
  businessDayAt,
  businessDayRange,
  businessMonth,
  calendarDayOf,
  dayOfDate,
  formatDay,
  minuteOfDay,
  momentOf,
  monthOf,
  monthRange,
  parseDay,
  type ShopCalendar,
  weekdayOf,
} from '#shared/domain/business-day/business-day.ts';
import { rounds } from '#tests/support/rounds.ts';

const hour = 3_600_000;
const helsinki: ShopCalendar = { timeZone: 'Europe/Helsinki', cutoffMinutes: 240 };

function day(text: string): BusinessDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`No such day: ${text}`);
  return parsed;
}

const anyDay = fc.integer({ min: day('1900-01-01'), max: day('2199-12-31') }).map(businessDay);

describe('parseDay and formatDay', () => {
  it('counts from 1970-01-01', () => {
    expect(parseDay('1970-01-01')).toBe(0);
    expect(parseDay('1970-01-02')).toBe(1);
    expect(parseDay('1969-12-31')).toBe(-1);
    expect(parseDay('2026-04-01')).toBe(Date.UTC(2026, 3, 1) / 86_400_000);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024-04-31',
    '2024-1-1',
    '2024-01-01 ',
    '20240101',
    '0000-01-01',
    '',
    'x',
    '+2024-01-01',
    '2024-01-01T00:00',
  ])('refuses %j', (text) => {
    expect(parseDay(text)).toBeNull();
  });

  it('knows leap days', () => {
    expect(formatDay(day('2024-02-29'))).toBe('2024-02-29');
    expect(formatDay(addDays(day('2000-02-28'), 1))).toBe('2000-02-29');
    expect(formatDay(addDays(day('2100-02-28'), 1))).toBe('2100-03-01');
  });

  it('reads back what it writes, as the platform calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') }), (days) => {
        const text = formatDay(businessDay(days));
        expect(parseDay(text)).toBe(days);
        expect(text).toBe(new Date(days * 86_400_000).toISOString().slice(0, 10));
      }),
      { numRuns: rounds(500) },
    );
  });

  it('refuses day numbers that are none', () => {
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 4_000_000]) {
      expect(() => businessDay(wrong)).toThrow(RangeError);
    }
    expect(dayOfDate(2024, 2, 30)).toBeNull();
    expect(dayOfDate(2024, 2, 29)).toBe(day('2024-02-29'));
  });
});

describe('months and weekdays', () => {
  it('numbers months from year 0', () => {
    expect(monthOf(day('2026-04-30'))).toBe(2026 * 12 + 3);
    expect(monthRange(businessMonth(2026 * 12 + 3))).toEqual({
      from: day('2026-04-01'),
      to: day('2026-05-01'),
    });
    expect(monthRange(businessMonth(2025 * 12 + 11))).toEqual({
      from: day('2025-12-01'),
      to: day('2026-01-01'),
    });
    expect(() => businessMonth(3)).toThrow(RangeError);
    expect(() => businessMonth(24_000.5)).toThrow(RangeError);
  });

  it('puts a day into the month whose range holds it', () => {
    fc.assert(
      fc.property(anyDay, (some) => {
        const { from, to } = monthRange(monthOf(some));
        expect(from <= some && some < to).toBe(true);
        expect(to - from).toBeGreaterThanOrEqual(28);
        expect(to - from).toBeLessThanOrEqual(31);
      }),
      { numRuns: rounds(300) },
    );
  });

  it('numbers weekdays as ISO does', () => {
    expect(weekdayOf(day('2026-10-31'))).toBe(6);
    expect(weekdayOf(day('1970-01-01'))).toBe(4);
    expect(weekdayOf(day('1969-12-28'))).toBe(7);
    expect(weekdayOf(day('1900-01-01'))).toBe(1);
  });
});

describe('business days', () => {
  it('gives the small hours to the evening before', () => {
    expect(businessDayAt(Date.UTC(2026, 0, 10, 1, 59), helsinki)).toBe(day('2026-01-09'));
    expect(businessDayAt(Date.UTC(2026, 0, 10, 2, 0), helsinki)).toBe(day('2026-01-10'));
    expect(calendarDayOf(Date.UTC(2026, 0, 10, 1, 59), helsinki)).toBe(day('2026-01-10'));
    expect(calendarDayOf(Date.UTC(2026, 0, 9, 21, 59), helsinki)).toBe(day('2026-01-09'));
  });

  it('is 23 hours long in spring and 25 in autumn', () => {
    const lengthOf = (text: string, calendar: ShopCalendar) => {
      const { start, end } = businessDayRange(day(text), calendar);
      return (end - start) / hour;
    };
    // Clocks change at 03:00 on the last Sunday of March and October: before the cut-off, so Saturday is the odd one.
    expect(lengthOf('2026-03-28', helsinki)).toBe(23);
    expect(lengthOf('2026-03-29', helsinki)).toBe(24);
    expect(lengthOf('2026-10-24', helsinki)).toBe(25);
    const midnight = { ...helsinki, cutoffMinutes: 0 };
    expect(lengthOf('2026-03-29', midnight)).toBe(23);
    expect(lengthOf('2026-10-25', midnight)).toBe(25);
    expect(lengthOf('2026-10-25', { timeZone: 'Asia/Kuala_Lumpur', cutoffMinutes: 0 })).toBe(24);
  });

  it('starts after the jump when the clocks jump over the cut-off, and at its first sight when it comes twice', () => {
    const halfPastThree = { ...helsinki, cutoffMinutes: 210 };
    // 29 March 2026: 03:00 becomes 04:00 at 01:00 UTC. 25 October: 04:00 becomes 03:00 at 01:00 UTC.
    expect(businessDayRange(day('2026-03-29'), halfPastThree).start).toBe(Date.UTC(2026, 2, 29, 1));
    expect(businessDayRange(day('2026-10-25'), halfPastThree).start).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(businessDayAt(Date.UTC(2026, 9, 25, 1, 10), halfPastThree)).toBe(day('2026-10-25'));
  });

  it('survives a zone that skipped a whole day', () => {
    const apia = { timeZone: 'Pacific/Apia', cutoffMinutes: 0 };
    const skipped = businessDayRange(day('2011-12-30'), apia);
    expect(skipped.start).toBe(skipped.end);
    expect(businessDayAt(skipped.end, apia)).toBe(day('2011-12-31'));
    expect(businessDayAt(skipped.start - 1, apia)).toBe(day('2011-12-29'));
  });

  it('refuses unknown zones, impossible cut-offs and moments that are none', () => {
    expect(() => businessDayAt(0, { timeZone: 'Mars/Olympus', cutoffMinutes: 0 })).toThrow(RangeError);
    expect(() => businessDayAt(0, { timeZone: 'UTC', cutoffMinutes: 1440 })).toThrow(RangeError);
    expect(() => businessDayAt(0, { timeZone: 'UTC', cutoffMinutes: -1 })).toThrow(RangeError);
    expect(() => businessDayAt(0, { timeZone: 'UTC', cutoffMinutes: 1.5 })).toThrow(RangeError);
    expect(() => businessDayAt(Number.NaN, helsinki)).toThrow(RangeError);
  });
});

describe('the wall clock', () => {
  it('tells the minute of the day whatever the cut-off', () => {
    expect(minuteOfDay(Date.UTC(2026, 0, 10, 6, 15), helsinki)).toBe(8 * 60 + 15);
    expect(minuteOfDay(Date.UTC(2026, 6, 10, 6, 15), helsinki)).toBe(9 * 60 + 15);
    expect(minuteOfDay(Date.UTC(2026, 0, 9, 22, 0, 59, 999), helsinki)).toBe(0);
    expect(minuteOfDay(Date.UTC(2026, 2, 29, 0, 59), helsinki)).toBe(179);
    expect(minuteOfDay(Date.UTC(2026, 2, 29, 1, 0), helsinki)).toBe(240);
    expect(minuteOfDay(Date.UTC(2026, 0, 10, 6, 15), { timeZone: 'Asia/Kathmandu', cutoffMinutes: 0 })).toBe(
      720,
    );
  });

  it('finds the moment of a wall-clock reading', () => {
    expect(momentOf(day('2026-01-10'), 8 * 60 + 15, helsinki)).toBe(Date.UTC(2026, 0, 10, 6, 15));
    expect(momentOf(day('2026-07-10'), 0, helsinki)).toBe(Date.UTC(2026, 6, 9, 21));
  });
});

const zones = [
  'Europe/Helsinki',
  'Europe/Istanbul',
  'America/New_York',
  'Asia/Kuala_Lumpur',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
];

/** Moments of whole decades, and moments around the days on which clocks usually change. */
const anyMoment = fc.oneof(
  fc.integer({ min: Date.UTC(1995, 0), max: Date.UTC(2045, 0) }),
  fc
    .tuple(
      fc.integer({ min: 1995, max: 2044 }),
      fc.constantFrom(2, 3, 9, 10),
      fc.integer({ min: 0, max: 31 * 24 * 60 }),
    )
    .map(([year, month, minute]) => Date.UTC(year, month, 1, 0, minute)),
);

const anyCalendar = fc.record({
  timeZone: fc.constantFrom(...zones),
  cutoffMinutes: fc.constantFrom(0, 60, 90, 120, 150, 180, 210, 240, 300, 720, 1439),
});

describe('business days across changes of the clocks', () => {
  it('holds exactly the moments that belong to it', () => {
    fc.assert(
      fc.property(anyMoment, anyCalendar, fc.integer({ min: -2, max: 2 }), (at, calendar, shift) => {
        const found = businessDayAt(at, calendar);
        const { start, end } = businessDayRange(addDays(found, shift), calendar);
        expect(start <= at && at < end).toBe(shift === 0);
        expect(businessDayAt(start, calendar)).toBe(found + shift);
        expect(businessDayAt(end - 1, calendar)).toBe(found + shift);
      }),
      { numRuns: rounds(2000) },
    );
  });

  it('touches the next day without a gap', () => {
    fc.assert(
      fc.property(anyMoment, anyCalendar, (at, calendar) => {
        const today = businessDayAt(at, calendar);
        expect(businessDayRange(today, calendar).end).toBe(
          businessDayRange(addDays(today, 1), calendar).start,
        );
      }),
      { numRuns: rounds(500) },
    );
  });

  it('reads the same wall clock as the platform', () => {
    fc.assert(
      fc.property(anyMoment, anyCalendar, (at, calendar) => {
        const text = new Intl.DateTimeFormat('sv-SE', {
          timeZone: calendar.timeZone,
          dateStyle: 'short',
          timeStyle: 'short',
        }).format(at);
        const minute = minuteOfDay(at, calendar);
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(`${formatDay(calendarDayOf(at, calendar))} ${time}`).toBe(text);
      }),
      { numRuns: rounds(500) },
    );
  });

  it('finds the first moment of every reading', () => {
    fc.assert(
      fc.property(anyMoment, anyCalendar, (at, calendar) => {
        const found = momentOf(calendarDayOf(at, calendar), minuteOfDay(at, calendar), calendar);
        expect(minuteOfDay(found, calendar)).toBe(minuteOfDay(at, calendar));
        expect(calendarDayOf(found, calendar)).toBe(calendarDayOf(at, calendar));
        expect(found).toBeLessThanOrEqual(at);
        expect(at - found).toBeLessThan(hour + 60_000);
      }),
      { numRuns: rounds(500) },
    );
  });

  it('remembers each calendar apart', () => {
    const at = Date.UTC(2026, 0, 10, 1, 0);
    const calendars = zones.flatMap((timeZone) =>
      [0, 240].map((cutoffMinutes) => ({ timeZone, cutoffMinutes })),
    );
    const once = calendars.map((calendar) => businessDayAt(at, calendar));
    const mixed = [...calendars].reverse().map((calendar) => businessDayAt(at, { ...calendar }));
    expect(mixed.reverse()).toEqual(once);
    expect(new Set(once).size).toBe(2);
  });
});
