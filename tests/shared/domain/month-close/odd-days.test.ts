import { describe, expect, it } from 'vitest';
import { addDays, type BusinessDay, parseDay } from '#shared/domain/business-day/business-day.ts';
import { oddAmountLimit, oddDays } from '#shared/domain/month-close/odd-days.ts';

function day(text: string): BusinessDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`No such day: ${text}`);
  return parsed;
}

describe('oddDays', () => {
  // Mondays (3 August 2026 is one) with 40 check-ins give or take 2, Sundays closed.
  const history = Array.from({ length: 8 }, (_, week) => [
    { day: addDays(day('2026-08-03'), 7 * week), checkIns: 40 + ((week % 3) - 1) * 2 },
    { day: addDays(day('2026-08-02'), 7 * week), checkIns: 0 },
  ]).flat();

  it('compares a day with its own weekday', () => {
    const monday = day('2026-10-05');
    const kinds = [0, 15, 25, 40, 60, 61].map((checkIns) =>
      oddDays([{ day: monday, checkIns }], history).map((one) => one.kind),
    );
    expect(kinds).toEqual([['empty'], ['low'], [], [], [], ['high']]);
  });

  it('is not surprised by a closed Sunday, but by an open one', () => {
    const sunday = day('2026-10-04');
    expect(oddDays([{ day: sunday, checkIns: 0 }], history)).toEqual([]);
    expect(oddDays([{ day: sunday, checkIns: 6 }], history)).toEqual([
      { day: sunday, checkIns: 6, usual: 0, kind: 'high' },
    ]);
  });

  it('says nothing with fewer than four such weekdays', () => {
    expect(oddDays([{ day: day('2026-10-06'), checkIns: 0 }], history)).toEqual([]);
    expect(oddDays([{ day: day('2026-10-05'), checkIns: 0 }], history.slice(0, 6))).toEqual([]);
  });
});

describe('oddAmountLimit', () => {
  it('is five times what 95 % stay below', () => {
    const amounts = Array.from({ length: 101 }, (_, index) => 10 * index);
    expect(oddAmountLimit(amounts)).toBe(5 * 950);
    expect(oddAmountLimit(amounts.slice(0, 19))).toBeNull();
  });
});
