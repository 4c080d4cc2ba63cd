import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BusinessDay,
  businessDay,
  formatDay,
  parseDay,
} from '#shared/domain/business-day/business-day.ts';
import {
  addMonths,
  firstOfMonth,
  isOld,
  nextRun,
  notesGoUntil,
  noticeMonths,
  seenBefore,
} from '#shared/domain/privacy/periods.ts';
import type { CareRule } from '#shared/domain/privacy/privacy-rules.ts';
import { rounds } from '#tests/support/rounds.ts';

const day = (text: string): BusinessDay => parseDay(text) ?? businessDay(0);
const someDay = fc.integer({ min: 15_000, max: 25_000 }).map((days) => businessDay(days));
const someMonths = fc.integer({ min: 1, max: 120 });
const rule = (months: number | null): CareRule => ({ readers: 'staff', atTill: true, months });

describe('a number of months', () => {
  it('ends on the same day of the month, or on its last', () => {
    expect(formatDay(addMonths(day('2026-01-31'), 1))).toBe('2026-02-28');
    expect(formatDay(addMonths(day('2028-02-29'), -48))).toBe('2024-02-29');
    expect(formatDay(addMonths(day('2028-02-29'), -36))).toBe('2025-02-28');
    expect(formatDay(addMonths(day('2026-11-22'), 14))).toBe('2028-01-22');
  });

  it('is never lost on the way back to the first of a month', () => {
    fc.assert(
      fc.property(someDay, someMonths, (from, months) => {
        const first = firstOfMonth(from);
        expect(addMonths(addMonths(first, months), -months)).toBe(first);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('a note', () => {
  it('is old on the day its months are over, and goes only when the till had a month to say so', () => {
    expect(isOld(day('2026-05-04'), rule(6), day('2026-11-03'))).toBe(false);
    expect(isOld(day('2026-05-04'), rule(6), day('2026-11-04'))).toBe(true);
    expect(isOld(day('2000-01-01'), rule(null), day('2026-11-04'))).toBe(false);
    expect(notesGoUntil(rule(null), day('2026-11-04'))).toBeNull();
    fc.assert(
      fc.property(someDay, someMonths, someDay, (made, months, today) => {
        const until = notesGoUntil(rule(months), today);
        if (until === null || made > until) return;
        expect(isOld(made, rule(months), addMonths(today, -noticeMonths))).toBe(true);
      }),
      { numRuns: rounds(300) },
    );
  });
});

describe('the monthly run', () => {
  it('is on the first of the month after the last one, at once when that is over, and never twice in a month', () => {
    expect(formatDay(nextRun(null, day('2026-11-22')))).toBe('2026-12-01');
    expect(formatDay(nextRun(day('2026-11-22'), day('2026-11-30')))).toBe('2026-12-01');
    expect(formatDay(nextRun(day('2026-08-03'), day('2026-11-22')))).toBe('2026-11-22');
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 400 }), (last, later) => {
        const today = businessDay(last + later);
        expect(nextRun(last, today) <= today).toBe(firstOfMonth(today) > firstOfMonth(last));
      }),
      { numRuns: rounds(300) },
    );
  });

  it('looks at the same day whenever in the month it runs', () => {
    expect(formatDay(seenBefore(day('2026-12-17'), 36))).toBe('2023-12-01');
    expect(seenBefore(day('2026-12-31'), 36)).toBe(seenBefore(day('2026-12-01'), 36));
  });
});
