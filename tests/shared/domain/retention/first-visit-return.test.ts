import { describe, expect, it } from 'vitest';
import { addDays, monthOf } from '#shared/domain/business-day/business-day.ts';
import { firstReturnOf, firstVisitReturn, repeatWithin } from '#shared/domain/retention/index.ts';
import { cafeEnd, cafeHistories, day } from './cafe-log.ts';

const newcomer = (first: string, after: number | null) => ({
  firstDay: day(first),
  secondDay: after === null ? null : addDays(day(first), after),
});

describe('firstVisitReturn', () => {
  const january = [
    newcomer('2026-01-05', 30),
    newcomer('2026-01-10', 31),
    newcomer('2026-01-31', 90),
    newcomer('2026-01-31', null),
  ];

  it('counts who came back within 30, 60 and 90 days', () => {
    const [found] = firstVisitReturn(january, day('2026-06-01'));
    expect(found).toMatchObject({ month: monthOf(day('2026-01-01')), newcomers: 4 });
    expect(found?.returned.map((rate) => rate?.successes)).toEqual([1, 2, 3]);
    expect(found?.returned[2]).toMatchObject({ n: 4, share: 0.75, say: 'counts' });
  });

  it('waits until the horizon has passed for the last day of the month', () => {
    // 31 January + 30 days is 2 March, which has passed when the day after it has begun.
    const mature = (end: string) =>
      firstVisitReturn(january, day(end))[0]?.returned.map((rate) => rate !== null);
    expect(mature('2026-03-02')).toEqual([false, false, false]);
    expect(mature('2026-03-03')).toEqual([true, false, false]);
    expect(mature('2026-05-01')).toEqual([true, true, false]);
    expect(mature('2026-05-02')).toEqual([true, true, true]);
  });

  it('leaves out months to come and sorts the rest', () => {
    const mixed = [newcomer('2026-03-01', null), newcomer('2026-01-05', null), newcomer('2026-02-01', 3)];
    const months = firstVisitReturn(mixed, day('2026-03-01')).map((one) => one.month);
    expect(months).toEqual([monthOf(day('2026-01-01')), monthOf(day('2026-02-01'))]);
  });
});

describe('repeatWithin', () => {
  it('asks only those who have had the time', () => {
    const customers = [
      newcomer('2026-01-01', 10),
      newcomer('2026-01-01', 11),
      newcomer('2026-01-11', null),
      newcomer('2026-01-12', 1),
    ];
    // On 21 January, the last day looked at, the newcomer of the 11th has had ten days; the one of the 12th has not.
    expect(repeatWithin(customers, day('2026-01-22'), 10)).toMatchObject({ successes: 1, n: 3 });
    expect(repeatWithin([], day('2026-01-22'), 10)).toMatchObject({ share: null, say: 'noData' });
  });

  it('agrees with the curve of the café where nobody is censored before', () => {
    const first = cafeHistories.map(firstReturnOf).filter((one) => one !== null);
    // metrics.md §2: 71.25 % within 60 days.
    const found = repeatWithin(first, day(cafeEnd), 60);
    expect(found.n).toBe(400);
    expect(found.share).toBeCloseTo(0.7125, 12);
  });
});
