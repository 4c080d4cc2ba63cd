import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PlaybookUse, playbookCounts, returnsSoFar } from '#shared/domain/playbooks/playbook-effect.ts';
import { rounds } from '#tests/support/rounds.ts';

const use = (customerId: number, day: number, change: Partial<PlaybookUse> = {}): PlaybookUse => ({
  ...{ situation: 'slippingLow', versionId: null, outcome: 'reached', customerId, day },
  ...change,
});

describe('what came of a playbook', () => {
  it('counts each person once, from the first time they heard from the shop, and never the day itself', () => {
    const uses = [use(1, 10), use(1, 12), use(2, 10), use(3, 10, { outcome: 'noAnswer' }), use(3, 11)];
    const visits = new Map([
      [1, [10, 45]],
      [2, [40]],
      [3, [42]],
    ]);
    // The days of everybody are over: 1 came after 35 days, 2 on the thirtieth, 3 on the thirty-first.
    expect(playbookCounts(uses, visits, 100)).toEqual([
      {
        ...{ situation: 'slippingLow', versionId: null, people: 3 },
        outcomes: [
          { outcome: 'reached', times: 4 },
          { outcome: 'noAnswer', times: 1 },
        ],
        returns: [
          { days: 30, over: 3, came: 1 },
          { days: 60, over: 3, came: 3 },
        ],
      },
    ]);
  });

  it('waits until the days of a person are over, whether or not they came already', () => {
    const visits = new Map([[1, [12]]]);
    const over = (today: number) => playbookCounts([use(1, 10)], visits, today)[0]?.returns;
    expect(over(40)).toEqual([
      { days: 30, over: 0, came: 0 },
      { days: 60, over: 0, came: 0 },
    ]);
    expect(over(41)?.[0]).toEqual({ days: 30, over: 1, came: 1 });
  });

  it('keeps versions and situations apart, and leaves out what was only put off', () => {
    const uses = [
      use(1, 1),
      use(1, 2, { versionId: 7 }),
      use(1, 3, { situation: 'birthday' }),
      use(2, 4, { outcome: 'snoozed' }),
      use(3, 4, { outcome: 'nextVisit', situation: 'promise' }),
    ];
    const found = playbookCounts(uses, new Map(), 5).map(({ situation, versionId, people }) => [
      situation,
      versionId,
      people,
    ]);
    expect(found).toEqual([
      ['slippingLow', null, 1],
      ['slippingLow', 7, 1],
      ['birthday', null, 1],
    ]);
  });

  it('never has more who came than whose days are over, nor more of these than people', () => {
    const uses = fc.array(
      fc.record({
        customerId: fc.integer({ min: 1, max: 6 }),
        day: fc.integer({ min: 0, max: 150 }),
        outcome: fc.constantFrom('reached' as const, 'willCome' as const, 'noAnswer' as const),
        situation: fc.constantFrom('birthday' as const, 'slippingLow' as const),
        versionId: fc.constantFrom(null, 3),
      }),
      { maxLength: 30 },
    );
    const visits = fc.array(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 6 }), { maxLength: 7 });
    fc.assert(
      fc.property(uses, visits, fc.integer({ min: 0, max: 220 }), (history, days, today) => {
        for (const { people, returns } of playbookCounts(history, new Map(days.entries()), today)) {
          const [month, two] = returns;
          for (const { over, came } of returns) expect(came <= over && over <= people).toBe(true);
          expect((two?.over ?? 0) <= (month?.over ?? 0)).toBe(true);
        }
      }),
      { numRuns: rounds(100) },
    );
  });
});

describe('what the counts say', () => {
  it('is too early below twenty people, and how many are missing', () => {
    expect(returnsSoFar({ over: 19, came: 9 })).toEqual({ state: 'tooEarly', over: 19, came: 9, missing: 1 });
  });

  it('is a share with the Wilson interval from then on', () => {
    // 27 of 115: metrics.md §8.
    const said = returnsSoFar({ over: 115, came: 27 });
    if (said.state !== 'known') throw new Error(said.state);
    expect(said.rate.share).toBeCloseTo(27 / 115, 12);
    expect(said.rate.interval?.low).toBeCloseTo(0.16667, 5);
    expect(said.rate.interval?.high).toBeCloseTo(0.32004, 5);
  });
});
