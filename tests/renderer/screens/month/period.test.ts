import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clampPeriod,
  daysToGo,
  formatPeriod,
  freeRange,
  isOffered,
  lastDayOf,
  offeredPeriods,
  openingPeriod,
  type Period,
  parsePeriod,
  periodDays,
  periodOf,
  recordTooShort,
  stepPeriod,
} from '#renderer/src/screens/month/period.ts';
import { businessDay, businessMonth, formatDay } from '#shared/domain/business-day/business-day.ts';
import { rounds } from '#tests/support/rounds.ts';

const period = (text: string): Period => {
  const parsed = parsePeriod(text);
  if (parsed === null) throw new Error(`not a period: ${text}`);
  return parsed;
};
const text = (found: Period | null) => (found === null ? null : formatPeriod(found));

const anyPeriod = fc.oneof(
  fc
    .integer({ min: 1900 * 12, max: 2200 * 12 })
    .map((month): Period => ({ kind: 'month', first: businessMonth(month) })),
  fc
    .integer({ min: 1900 * 4, max: 2200 * 4 })
    .map((quarter): Period => ({ kind: 'quarter', first: businessMonth(quarter * 3) })),
  fc
    .integer({ min: 1900, max: 2200 })
    .map((year): Period => ({ kind: 'year', first: businessMonth(year * 12) })),
  fc
    .tuple(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: 0, max: 900 }))
    .map(([start, days]): Period => {
      const range = freeRange(
        formatDay(businessDay(start - 20_000)),
        formatDay(businessDay(start - 20_000 + days)),
      );
      if (range === null) throw new Error('not a range');
      return range;
    }),
);

describe('a period in the address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(anyPeriod, (each) => {
        expect(parsePeriod(formatPeriod(each))).toEqual(each);
      }),
      { numRuns: rounds(200) },
    );
  });

  it.each([
    '2023-13',
    '2023-00',
    '2023-Q5',
    '2023-Q0',
    '20233',
    '2023-1',
    '2023-10-05..2023-10-04',
    '2023-10-05..',
    '2023-10-05..2023-10-06..2023-10-07',
    'october',
    '0001-01',
    '',
  ])('is not read from %j', (wrong) => {
    expect(parsePeriod(wrong)).toBeNull();
  });
});

describe('the days of a period', () => {
  it.each([
    ['2023-10', '2023-10-01', '2023-11-01', '2023-10-31'],
    ['2024-02', '2024-02-01', '2024-03-01', '2024-02-29'],
    ['2023-12', '2023-12-01', '2024-01-01', '2023-12-31'],
    ['2023-Q3', '2023-07-01', '2023-10-01', '2023-09-30'],
    ['2023-Q4', '2023-10-01', '2024-01-01', '2023-12-31'],
    ['2024', '2024-01-01', '2025-01-01', '2024-12-31'],
    ['2023-10-05..2023-11-20', '2023-10-05', '2023-11-21', '2023-11-20'],
  ])('%s', (name, from, to, last) => {
    expect(periodDays(period(name))).toEqual({ from, to });
    expect(lastDayOf(period(name))).toBe(last);
  });

  it('touch: the next period begins where this one ends', () => {
    fc.assert(
      fc.property(anyPeriod, (each) => {
        expect(periodDays(stepPeriod(each, 1)).from).toBe(periodDays(each).to);
        expect(stepPeriod(stepPeriod(each, 5), -5)).toEqual(each);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('which period', () => {
  it('holds a day', () => {
    expect(text(periodOf('month', '2023-10-31'))).toBe('2023-10');
    expect(text(periodOf('quarter', '2023-10-31'))).toBe('2023-Q4');
    expect(text(periodOf('quarter', '2024-03-31'))).toBe('2024-Q1');
    expect(() => periodOf('month', '2023-02-30')).toThrow(RangeError);
  });
});

const span = (firstDay: string | null, lastDay: string | null, today: string) => ({
  firstDay,
  lastDay,
  today,
});

describe('the period a screen opens with', () => {
  it.each([
    ['the last finished month', span('2025-01-04', '2026-04-02', '2026-04-03'), '2026-03'],
    ['the last month of an old history', span('2023-01-02', '2023-12-31', '2026-04-03'), '2023-12'],
    [
      'the running month of a shop that just began',
      span('2026-04-01', '2026-04-02', '2026-04-03'),
      '2026-04',
    ],
    ['the first month when the second has begun', span('2026-03-30', '2026-04-02', '2026-04-03'), '2026-03'],
    ['nothing before the first visit', span(null, null, '2026-04-03'), null],
  ])('%s', (_, record, expected) => {
    expect(text(openingPeriod('month', record))).toBe(expected);
  });

  it('is a finished quarter for those who look at quarters', () => {
    expect(text(openingPeriod('quarter', span('2025-01-04', '2026-04-02', '2026-04-03')))).toBe('2026-Q1');
  });

  it('always lies inside what is offered', () => {
    const day = fc
      .date({ min: new Date('2015-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, fc.constantFrom('month', 'quarter'), (a, b, c, kind) => {
        const [first = '', last = '', today = ''] = [a, b, c].sort();
        const record = span(first, last, today);
        const opened = openingPeriod(kind, record);
        expect(clampPeriod(opened ?? period('1900-01'), record)).toEqual(opened);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('what is offered', () => {
  it('reaches from the first visit to today', () => {
    const offered = offeredPeriods('month', span('2025-01-04', '2025-06-02', '2026-04-03'));
    expect([text(offered?.first ?? null), text(offered?.last ?? null)]).toEqual(['2025-01', '2026-04']);
    expect(offeredPeriods('month', span(null, null, '2026-04-03'))).toBeNull();
  });

  it('brings a period from elsewhere back inside', () => {
    const record = span('2025-01-04', '2025-06-02', '2026-04-03');
    expect(text(clampPeriod(period('2020-05'), record))).toBe('2025-01');
    expect(text(clampPeriod(period('2030-Q1'), record))).toBe('2026-Q2');
    expect(text(clampPeriod(period('2025-05'), record))).toBe('2025-05');
  });
});

describe('an unfinished period', () => {
  it('tells the days to go, the running day among them', () => {
    expect(daysToGo(period('2026-04'), '2026-04-01')).toBe(30);
    expect(daysToGo(period('2026-04'), '2026-04-30')).toBe(1);
    expect(daysToGo(period('2026-04'), '2026-05-01')).toBe(0);
    expect(daysToGo(period('2026-04'), '2026-09-01')).toBe(0);
  });
});

describe('a record that begins inside the window', () => {
  it('is noticed', () => {
    // 60 days before 1 October is 2 August.
    expect(recordTooShort(period('2023-10'), 60, '2023-08-02')).toBe(false);
    expect(recordTooShort(period('2023-10'), 60, '2023-08-03')).toBe(true);
  });
});

describe('a free range', () => {
  it("is offered while it touches the shop's days", () => {
    const shop = span('2025-01-04', '2026-04-02', '2026-04-03');
    expect(isOffered(period('2024-12-01..2025-01-04'), shop)).toBe(true);
    expect(isOffered(period('2024-12-01..2025-01-03'), shop)).toBe(false);
    expect(isOffered(period('2026-04-03..2026-05-03'), shop)).toBe(true);
    expect(isOffered(period('2026-04-04..2026-05-03'), shop)).toBe(false);
    expect(text(clampPeriod(period('2024-12-01..2025-01-03'), shop))).toBe('2026-03');
  });
});
