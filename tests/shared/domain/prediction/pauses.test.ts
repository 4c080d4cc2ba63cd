import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfterWaiting, type Pause, waitedDays } from '#shared/domain/prediction/index.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('pauses stop the clock', () => {
  test('a closed week in the middle, counted once however often it is named', () => {
    const closed = [
      { from: 105, to: 111 },
      { from: 108, to: 109 },
    ];
    expect(waitedDays(100, 120, closed)).toBe(13);
    expect(waitedDays(100, 107, closed)).toBe(4);
    expect(dayAfterWaiting(100, 14, closed)).toBe(121);
    expect(dayAfterWaiting(100, 4, closed)).toBe(104);
    expect(dayAfterWaiting(100, 5, closed)).toBe(112);
  });

  test('pauses before the last visit, the wrong way round or touching it', () => {
    expect(waitedDays(100, 110, [{ from: 80, to: 100 }])).toBe(10);
    expect(waitedDays(100, 110, [{ from: 109, to: 104 }])).toBe(10);
    expect(waitedDays(100, 110, [{ from: 95, to: 103 }])).toBe(7);
    expect(waitedDays(100, 90, [])).toBe(0);
  });

  test('the same as counting day by day', () => {
    const pause = fc
      .tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 0, max: 20 }))
      .map(([from, length]): Pause => ({ from, to: from + length }));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 0, max: 40 }),
        fc.array(pause, { maxLength: 6 }),
        (lastDay, days, pauses) => {
          const counts = (day: number) => !pauses.some(({ from, to }) => day >= from && day <= to);
          let waited = 0;
          for (let day = lastDay + 1; day <= lastDay + days; day += 1) if (counts(day)) waited += 1;
          expect(waitedDays(lastDay, lastDay + days, pauses)).toBe(waited);
          if (days === 0) return;
          let day = lastDay;
          for (let left = days; left > 0; ) {
            day += 1;
            if (counts(day)) left -= 1;
          }
          expect(dayAfterWaiting(lastDay, days, pauses)).toBe(day);
        },
      ),
      { numRuns: rounds(200) },
    );
  });
});
