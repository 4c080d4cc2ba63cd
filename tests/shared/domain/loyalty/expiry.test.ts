import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDay, formatDay } from '#shared/domain/business-day/business-day.ts';
import {
  addMonths,
  type ExpiringLot,
  endOfLot,
  expirations,
  expiryDay,
  expiryRuleOf,
  inactivityDay,
} from '#shared/domain/loyalty/expiry.ts';
import type { ExpiryRule } from '#shared/domain/loyalty/programme.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aProgramme, dayOf, pointsUnit, stampUnit } from './programmes.ts';

const endOf = (rule: ExpiryRule, day: string) => {
  const end = expiryDay(rule, dayOf(day));
  return end === null ? null : formatDay(end);
};

describe('the same date some months later', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-03-10', 0, '2026-03-10'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('of %s and %i is %s', (day, months, expected) => {
    expect(formatDay(addMonths(dayOf(day), months))).toBe(expected);
  });
});

describe('the first day on which points are gone', () => {
  it.each([
    [{ kind: 'never' }, '2026-03-10', null],
    [{ kind: 'inactivity', months: 6, graceDays: 0 }, '2026-03-10', null],
    [{ kind: 'months', months: 12, graceDays: 0 }, '2026-03-10', '2027-03-10'],
    [{ kind: 'months', months: 1, graceDays: 14 }, '2026-01-31', '2026-03-14'],
    [{ kind: 'endOf', period: 'month', later: 0, graceDays: 0 }, '2026-03-01', '2026-04-01'],
    [{ kind: 'endOf', period: 'month', later: 2, graceDays: 0 }, '2026-11-30', '2027-02-01'],
    [{ kind: 'endOf', period: 'quarter', later: 0, graceDays: 14 }, '2026-03-31', '2026-04-15'],
    [{ kind: 'endOf', period: 'quarter', later: 1, graceDays: 0 }, '2026-12-31', '2027-04-01'],
    [{ kind: 'endOf', period: 'year', later: 0, graceDays: 0 }, '2026-01-01', '2027-01-01'],
    [{ kind: 'endOf', period: 'year', later: 1, graceDays: 31 }, '2026-06-01', '2028-02-01'],
  ] as const)('under %j, earned on %s, is %s', (rule, day, expected) => {
    expect(endOf(rule, day)).toBe(expected);
  });

  it('comes after the day on which they were earned', () => {
    const rule = fc.constantFrom<ExpiryRule>(
      { kind: 'months', months: 1, graceDays: 0 },
      { kind: 'endOf', period: 'month', later: 0, graceDays: 0 },
      { kind: 'endOf', period: 'quarter', later: 2, graceDays: 5 },
    );
    fc.assert(
      fc.property(rule, fc.integer({ min: 18_000, max: 25_000 }), (rules, day) => {
        expect(expiryDay(rules, businessDay(day))).toBeGreaterThan(day);
      }),
      { numRuns: rounds(300) },
    );
  });
});

const silent = aProgramme({
  expiry: { points: { kind: 'inactivity', months: 6, graceDays: 10 }, stamps: { kind: 'never' } },
});
const aLot = (change: Partial<ExpiringLot> = {}): ExpiringLot => ({
  lotId: 1,
  walletId: 7,
  unitId: pointsUnit,
  remaining: 10,
  day: dayOf('2026-01-10'),
  expiresDay: null,
  lastDay: dayOf('2026-02-10'),
  versionId: 1,
  ...change,
});

describe('the end of a silent customer', () => {
  it('is so many months after the last visit, with grace', () => {
    expect(expiryRuleOf(silent, stampUnit)).toEqual({ kind: 'never' });
    expect(inactivityDay({ kind: 'never' }, dayOf('2026-02-10'))).toBeNull();
    expect(endOfLot(silent, aLot())).toBe(dayOf('2026-08-20'));
    expect(endOfLot(silent, aLot({ unitId: stampUnit }))).toBeNull();
  });

  it('is counted from the day of a gift that came later, or of points without any visit', () => {
    expect(endOfLot(silent, aLot({ day: dayOf('2026-05-01') }))).toBe(dayOf('2026-11-11'));
    expect(endOfLot(silent, aLot({ lastDay: null }))).toBe(dayOf('2026-07-20'));
  });

  it('is the lot’s own day when that comes first', () => {
    expect(endOfLot(silent, aLot({ expiresDay: dayOf('2026-04-01') }))).toBe(dayOf('2026-04-01'));
    expect(endOfLot(silent, aLot({ expiresDay: dayOf('2027-04-01') }))).toBe(dayOf('2026-08-20'));
  });
});

describe('what has ended by a day', () => {
  const day = dayOf('2026-06-01');
  const plain = () => aProgramme();

  it('is one entry per wallet and unit, oldest end first, and never what was earned later', () => {
    const lots = [
      aLot({ lotId: 1, expiresDay: day, remaining: 3 }),
      aLot({ lotId: 2, expiresDay: addDays(day, -9), remaining: 4 }),
      aLot({ lotId: 3, expiresDay: addDays(day, 1), remaining: 50 }),
      aLot({ lotId: 4, expiresDay: day, remaining: 0 }),
      aLot({ lotId: 5, expiresDay: null, remaining: 9 }),
      aLot({ lotId: 6, expiresDay: day, remaining: 2, unitId: stampUnit }),
      aLot({ lotId: 7, expiresDay: day, remaining: 1, walletId: 8 }),
    ];
    expect(expirations(plain, lots, day)).toEqual([
      {
        walletId: 7,
        unitId: pointsUnit,
        amount: 7,
        draws: [
          { lotId: 2, amount: 4 },
          { lotId: 1, amount: 3 },
        ],
      },
      { walletId: 7, unitId: stampUnit, amount: 2, draws: [{ lotId: 6, amount: 2 }] },
      { walletId: 8, unitId: pointsUnit, amount: 1, draws: [{ lotId: 7, amount: 1 }] },
    ]);
  });

  it('goes by the rules that earned it: a later version shortens nothing', () => {
    const versions = (versionId: number) => (versionId === 1 ? aProgramme() : silent);
    const lots = [aLot({ lotId: 1, versionId: 1 }), aLot({ lotId: 2, versionId: 2 })];
    expect(expirations(versions, lots, dayOf('2026-12-01'))).toMatchObject([
      { amount: 10, draws: [{ lotId: 2 }] },
    ]);
  });

  it('is nothing when nothing is', () => {
    expect(expirations(plain, [], day)).toEqual([]);
  });
});
