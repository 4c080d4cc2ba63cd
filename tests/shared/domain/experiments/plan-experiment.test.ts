import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  armsOf,
  assignArms,
  daysForMore,
  expectedShares,
  planExperiment,
  sampleSize,
} from '#shared/domain/experiments/index.ts';
import { rounds } from '#tests/support/rounds.ts';

const wish = { holdoutPercent: 50, ways: 1, effect: 0.1, window: 21 } as const;

describe('the plan of an experiment', () => {
  it('asks for the people that the exact test needs, and takes lists of the window one after another', () => {
    const plan = planExperiment(wish, { people: 60, base: 0.2, length: 7 });
    expect(plan.needed).toEqual(sampleSize(0.2, 0.3));
    // 313 in each half: eleven lists of 60, three weeks each.
    expect(plan.needed).toEqual({ control: 313, treated: 313 });
    expect(plan).toMatchObject({ isEnough: false, rounds: 11, days: 231 });
    const long = planExperiment(wish, { people: 60, base: 0.2, length: 60 });
    expect(long.days).toBe(660);
  });

  it('plans for the worst where nothing is known of the past', () => {
    const known = planExperiment(wish, { people: 60, base: 0.2, length: 7 });
    const unknown = planExperiment(wish, { people: 60, base: null, length: 7 });
    expect(expectedShares(null, 0.1)).toEqual({ base: 0.45, target: 0.55 });
    expect(unknown.needed.control).toBeGreaterThan(known.needed.control);
  });

  it('says what the list at hand can show, and that it can show nothing', () => {
    const plan = planExperiment(wish, { people: 100, base: 0.2, length: 7 });
    // 50 in each half see a rise from 20 of 100 to about one half (metrics.md says 46 without the exact test).
    expect(plan.detectable).toBeGreaterThan(0.46);
    expect(plan.detectable).toBeLessThan(0.52);
    expect(sampleSize(0.2, plan.detectable ?? 0).control).toBeLessThanOrEqual(50);
    expect(planExperiment(wish, { people: 6, base: 0.2, length: 7 }).detectable).toBeNull();
    expect(planExperiment(wish, { people: 0, base: null, length: 7 })).toMatchObject({
      rounds: null,
      days: null,
      detectable: null,
      isEnough: false,
    });
  });

  it('has room for its effect also where nearly everybody comes back', () => {
    expect(expectedShares(0.98, 0.1)).toEqual({ base: 0.9, target: 1 });
    expect(expectedShares(1, 0.1).target).toBeLessThanOrEqual(1);
  });

  it('is possible for every wish there is', () => {
    const base = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        ...[base, fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 50 })],
        ...[fc.integer({ min: 0, max: 5000 }), fc.constantFrom(1 as const, 2 as const)],
        (known, effect, holdoutPercent, people, ways) => {
          const asked = { holdoutPercent, ways, effect: effect / 100, window: 21 };
          const plan = planExperiment(asked, { people, base: known, length: 7 });
          expect(plan.needed.control).toBeGreaterThan(0);
          expect(plan.isEnough).toBe(people >= plan.needed.control + plan.needed.treated);
          if (people > 0) expect(plan.rounds).toBeGreaterThan(0);
          if (plan.detectable !== null) expect(plan.detectable).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: rounds(300) },
    );
  });

  it('draws arms of the parts that were wished for', () => {
    const ids = Array.from({ length: 100 }, (_, index) => index + 1);
    const sizes = (holdoutPercent: number, ways: 1 | 2) => {
      const assigned = [...assignArms(ids, armsOf({ holdoutPercent, ways }), [1, 2]).values()];
      return ['a', 'b', 'held'].map((arm) => assigned.filter((one) => one === arm).length);
    };
    expect(sizes(30, 1)).toEqual([70, 0, 30]);
    expect(sizes(0, 2)).toEqual([50, 50, 0]);
    expect(sizes(20, 2)).toEqual([40, 40, 20]);
  });

  it('takes as long for more people as lists like this one take to hold them', () => {
    expect(daysForMore(475, { people: 125, window: 21, length: 61 })).toBe(4 * 61);
    expect(daysForMore(475, { people: 0, window: 21, length: 61 })).toBeNull();
  });
});
