import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MonthEnd, nextGoal, whatToTry } from '#shared/domain/month-close/what-to-try.ts';
import { rounds } from '#tests/support/rounds.ts';

const october = (change: Partial<MonthEnd> = {}): MonthEnd => ({
  customers: 328,
  once: 120,
  lapsed: 22,
  visitsEach: 3.5,
  averageSpend: 676,
  silent: { people: 8, all: 12, days: 30, yearValue: 231_000 },
  activeAtEnd: 368,
  ...change,
});

describe('what to try next month', () => {
  it('names a second visit and the better of the quiet and the lapsed, the one worth more first', () => {
    expect(whatToTry(october())).toEqual([
      { kind: 'once', people: 120, worth: 81_120 },
      // 22 people with 3.5 visits of 6.76 are 520.52 a month, a twelfth of 2,310.00 is 192.50.
      { kind: 'lapsed', people: 22, worth: 52_052 },
    ]);
    expect(whatToTry(october({ silent: { people: 8, all: 12, days: 30, yearValue: 1_231_000 } }))).toEqual([
      { kind: 'silent', people: 8, worth: 102_583 },
      { kind: 'once', people: 120, worth: 81_120 },
    ]);
  });

  it('goes by people where no amounts are kept', () => {
    const tries = whatToTry(
      october({ averageSpend: null, silent: { people: 30, all: 30, days: 30, yearValue: null } }),
    );
    expect(tries).toEqual([
      { kind: 'once', people: 120, worth: null },
      { kind: 'silent', people: 30, worth: null },
    ]);
  });

  it('names nothing where nothing is to be seen', () => {
    const nobody = { people: 0, all: 0, days: 30, yearValue: 0 };
    expect(whatToTry(october({ once: 0, lapsed: 0, silent: nobody }))).toEqual([]);
    expect(whatToTry(october({ once: 0, silent: nobody })).map(({ kind }) => kind)).toEqual(['lapsed']);
  });

  it('never names more than two things, nor nobody, nor the same people twice', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }), { nil: null });
    const people = fc.integer({ min: 0, max: 500 });
    const months = fc.record({
      customers: people,
      once: people,
      lapsed: people,
      visitsEach: fc.option(fc.double({ min: 1, max: 20, noNaN: true }), { nil: null }),
      averageSpend: amount,
      silent: fc.record({ people, all: people, days: fc.constant(30), yearValue: amount }),
      activeAtEnd: people,
    });
    fc.assert(
      fc.property(months, (month) => {
        const tries = whatToTry(month);
        expect(tries.length).toBeLessThanOrEqual(2);
        for (const { people: about } of tries) expect(about).toBeGreaterThan(0);
        expect(tries.filter(({ kind }) => kind !== 'once').length).toBeLessThanOrEqual(1);
        const [a, b] = tries;
        if (a && b) expect(a.worth ?? 0).toBeGreaterThanOrEqual(b.worth ?? 0);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('next month’s goal', () => {
  it('is told in people, rounded up', () => {
    expect(nextGoal(0.91, { activeAtEnd: 431 })).toEqual({ share: 0.91, keep: 393, of: 431 });
    expect(nextGoal(1, { activeAtEnd: 7 })).toEqual({ share: 1, keep: 7, of: 7 });
  });

  it('is none without a share or without anybody to keep', () => {
    expect(nextGoal(null, { activeAtEnd: 431 })).toBeNull();
    expect(nextGoal(0.91, { activeAtEnd: 0 })).toBeNull();
  });
});
