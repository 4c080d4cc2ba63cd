import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, businessDay } from '#shared/domain/business-day/business-day.ts';
import type { TierScheme } from '#shared/domain/loyalty/programme.ts';
import {
  bestStanding,
  compareLevels,
  levelFor,
  levelForRank,
  ranking,
  reachedLevels,
  standingIn,
  TierHistory,
  tierOutlook,
  tierWindow,
  withHold,
} from '#shared/domain/loyalty/tiers.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aLevel, dayOf } from './programmes.ts';

const friend = aLevel({ id: 1, name: 'Friend', from: 0 });
const regular = aLevel({ id: 2, name: 'Regular', from: 10 });
const mug = aLevel({ id: 3, name: 'Gold Mug', from: 25 });
const cafe: TierScheme = {
  basis: 'visits',
  window: { kind: 'rolling', days: 90 },
  graceDays: 30,
  levels: [friend, regular, mug],
};
const yearly: TierScheme = { ...cafe, basis: 'spend', window: { kind: 'calendarYear' }, graceDays: 0 };
const topTen: TierScheme = {
  ...cafe,
  basis: 'rank',
  levels: [friend, aLevel({ id: 4, name: 'Top 20', from: 20 }), aLevel({ id: 5, name: 'Top 5', from: 5 })],
};
const today = dayOf('2026-06-01');

/** `count` days in a row that end on a day. */
const daysUntil = (last: typeof today, count: number, amount = 500) =>
  Array.from({ length: count }, (_, back) => ({ day: addDays(last, -back), amount }));

describe('a window', () => {
  it('rolls with the day or begins with the year', () => {
    expect(tierWindow({ kind: 'rolling', days: 90 }, today)).toEqual({
      from: addDays(today, -89),
      to: today,
    });
    expect(tierWindow({ kind: 'calendarYear' }, today)).toEqual({ from: dayOf('2026-01-01'), to: today });
  });
});

describe('the best standing', () => {
  it('counts visits in the window', () => {
    expect(bestStanding({ ...cafe, graceDays: 0 }, daysUntil(addDays(today, -80), 30), today)).toBe(10);
  });

  it('is kept for the grace after it was last deserved, and not a day longer', () => {
    // 25 days in a row that ended on 1 March: 25 until the first of them leaves the window after 5 May.
    const days = daysUntil(dayOf('2026-03-01'), 25);
    const level = (day: string) => levelFor(cafe, bestStanding(cafe, days, dayOf(day)))?.name;
    expect(level('2026-05-05')).toBe('Gold Mug');
    expect(level('2026-06-04')).toBe('Gold Mug');
    expect(level('2026-06-05')).toBe('Regular');
  });

  it('of a calendar year starts over on 1 January, after the grace', () => {
    const days = daysUntil(dayOf('2025-12-20'), 3, 1000);
    const standing = (graceDays: number, day: string) =>
      bestStanding({ ...yearly, graceDays }, days, dayOf(day));
    expect(standing(0, '2025-12-31')).toBe(3000);
    expect(standing(0, '2026-01-01')).toBe(0);
    expect(standing(30, '2026-01-30')).toBe(3000);
    expect(standing(30, '2026-01-31')).toBe(0);
    // A year of grace keeps it to the end of the next one.
    expect(standing(366, '2026-12-31')).toBe(3000);
    expect(standing(366, '2027-01-02')).toBe(0);
  });

  it('of a ranking is what was brought', () => {
    expect(bestStanding(topTen, daysUntil(today, 3, 700), today)).toBe(2100);
  });

  it('loses nothing by switching off and on, and is the largest of all days of the grace', () => {
    const someDays = fc.array(
      fc.record({ day: fc.integer({ min: 20_000, max: 20_400 }), amount: fc.nat({ max: 5000 }) }),
      { maxLength: 40 },
    );
    const scheme = fc.record({
      basis: fc.constantFrom('visits' as const, 'spend' as const),
      window: fc.constantFrom<TierScheme['window']>(
        { kind: 'rolling', days: 30 },
        { kind: 'rolling', days: 90 },
        { kind: 'calendarYear' },
      ),
      graceDays: fc.constantFrom(0, 1, 30, 100),
    });
    fc.assert(
      fc.property(someDays, scheme, fc.integer({ min: 20_000, max: 20_500 }), (drawn, change, at) => {
        const day = businessDay(at);
        const rules = { ...cafe, ...change };
        const byDay = new Map(drawn.map((one) => [one.day, { ...one, day: businessDay(one.day) }]));
        const days = [...byDay.values()].filter((one) => one.day <= day);
        const moments = Array.from({ length: rules.graceDays + 1 }, (_, back) => addDays(day, -back));
        const expected = moments.map((moment) =>
          standingIn(change.basis, days, tierWindow(rules.window, moment)),
        );
        expect(bestStanding(rules, days, day)).toBe(Math.max(...expected));
        expect(bestStanding(rules, new TierHistory(days), day)).toBe(Math.max(...expected));
      }),
      { numRuns: rounds(300) },
    );
  });
});

describe('a history of days', () => {
  it('grows, takes two check-ins of one day together, and copies go their own way', () => {
    const history = new TierHistory(daysUntil(today, 2, 100));
    const copy = history.copy();
    history.add({ day: today, amount: 50 });
    history.add({ day: addDays(today, 1), amount: 70 });
    const window = { from: addDays(today, -5), to: addDays(today, 5) };
    expect([history.standingIn('visits', window), history.standingIn('spend', window)]).toEqual([3, 320]);
    expect([copy.standingIn('visits', window), copy.standingIn('spend', window)]).toEqual([2, 200]);
    expect(history.standingIn('spend', { from: addDays(today, 2), to: addDays(today, 5) })).toBe(0);
  });
});

describe('levels', () => {
  it.each([
    [0, 'Friend'],
    [9, 'Friend'],
    [10, 'Regular'],
    [25, 'Gold Mug'],
  ])('a standing of %i is %s', (standing, name) => {
    expect(levelFor(cafe, standing)?.name).toBe(name);
  });

  it('may begin above everybody', () => {
    expect(levelFor({ ...cafe, levels: [regular] }, 9)).toBeNull();
  });

  it.each([
    [1, 'Top 5'],
    [5, 'Top 5'],
    [6, 'Top 20'],
    [21, 'Friend'],
    [null, 'Friend'],
  ])('rank %s is %s', (rank, name) => {
    expect(levelForRank(topTen, rank)?.name).toBe(name);
  });

  it('rise in the order of what they ask', () => {
    const [everybody, twenty, five] = topTen.levels;
    expect(compareLevels(cafe, mug, regular)).toBeGreaterThan(0);
    expect(compareLevels(cafe, null, friend)).toBeLessThan(0);
    expect(compareLevels(topTen, five ?? null, twenty ?? null)).toBeGreaterThan(0);
    expect(compareLevels(topTen, twenty ?? null, everybody ?? null)).toBeGreaterThan(0);
    expect(reachedLevels(cafe, regular).map(({ name }) => name)).toEqual(['Friend', 'Regular']);
    expect(reachedLevels(cafe, null)).toEqual([]);
  });

  it('held by the owner win while they are higher', () => {
    expect(withHold(cafe, regular, mug.id)).toBe(mug);
    expect(withHold(cafe, regular, friend.id)).toBe(regular);
    expect(withHold(cafe, regular, 77)).toBe(regular);
    expect(withHold(cafe, null, friend.id)).toBe(friend);
  });
});

describe('the outlook of a customer', () => {
  it('says what is missing to the next level', () => {
    expect(tierOutlook(cafe, daysUntil(today, 8), today)).toEqual({
      level: friend,
      deserved: friend,
      next: regular,
      missing: 2,
    });
    expect(tierOutlook(cafe, daysUntil(today, 30), today)).toMatchObject({ next: null, missing: 0 });
  });

  it('says what only the grace keeps', () => {
    const days = daysUntil(dayOf('2026-03-01'), 25);
    expect(tierOutlook(cafe, days, dayOf('2026-06-04'))).toMatchObject({
      level: mug,
      deserved: friend,
      next: null,
    });
  });
});

describe('a ranking', () => {
  it('goes by spend, then visits, then who has been known longer; who did nothing has no rank', () => {
    const ranks = ranking([
      { customerId: 5, spend: 900, visits: 1 },
      { customerId: 4, spend: 900, visits: 2 },
      { customerId: 3, spend: 0, visits: 4 },
      { customerId: 2, spend: 900, visits: 2 },
      { customerId: 1, spend: 0, visits: 0 },
    ]);
    expect([...ranks]).toEqual([
      [2, 1],
      [4, 2],
      [5, 3],
      [3, 4],
    ]);
  });
});
