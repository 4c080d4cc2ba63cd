import { describe, expect, it } from 'vitest';
import { activityBounds, previousPeriod } from '#shared/domain/retention/index.ts';
import { day } from './cafe-log.ts';

const period = (start: string, end: string) => ({ start: day(start), end: day(end) });

describe('previousPeriod', () => {
  it.each([
    ['2026-04-01', '2026-05-01', '2026-03-01'],
    ['2026-03-01', '2026-04-01', '2026-02-01'],
    ['2026-01-01', '2026-04-01', '2025-10-01'],
    ['2026-01-01', '2027-01-01', '2025-01-01'],
    ['2026-04-06', '2026-04-13', '2026-03-30'],
    ['2026-04-01', '2026-04-15', '2026-03-18'],
  ])('of %s to %s begins on %s', (start, end, before) => {
    expect(previousPeriod(period(start, end))).toEqual(period(before, start));
    expect(activityBounds(period(start, end), 'previous-period')).toEqual({
      startFrom: day(before),
      endFrom: day(start),
    });
  });
});
