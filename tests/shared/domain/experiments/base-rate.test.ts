import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessDay } from '#shared/domain/business-day/business-day.ts';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';
import { baseRate, type PastOfPerson } from '#shared/domain/experiments/index.ts';
import { rounds } from '#tests/support/rounds.ts';

const today = businessDay(20_000);

/** Somebody who comes each day with a chance, for so many days up to yesterday. */
function byChance(random: SeededRandom, days: number, chance: number, isListed: boolean): PastOfPerson {
  const came = [];
  for (let back = days; back >= 1; back -= 1) {
    if (random.chance(chance)) came.push(businessDay(today - back));
  }
  return { days: came, isListed, turnedTo: [] };
}

const person = (
  days: readonly number[],
  isListed: boolean,
  turnedTo: readonly number[] = [],
): PastOfPerson => ({
  days: days.map(businessDay),
  isListed,
  turnedTo: turnedTo.map(businessDay),
});

describe('how many come back by themselves', () => {
  it('is the known chance where everybody comes by the same one', () => {
    const random = new SeededRandom(5);
    const people = Array.from({ length: 400 }, () => byChance(random, 500, 0.03, true));
    const found = baseRate(people, { today, window: 21 });
    // 1 - 0.97^21, whatever was before.
    expect(found?.share).toBeCloseTo(1 - 0.97 ** 21, 1);
    expect(found?.watched).toBeGreaterThan(1000);
  });

  it('is that of people like those listed, not of all', () => {
    // Half come every four days without fail; half stopped long ago and never came back.
    const faithful = Array.from({ length: 40 }, (_, index) =>
      person(
        Array.from({ length: 90 }, (_, visit) => today - 1 - (index % 4) - 4 * (89 - visit)),
        false,
      ),
    );
    const gone = Array.from({ length: 40 }, (_, index) =>
      person(
        Array.from({ length: 10 }, (_, visit) => today - 340 - (index % 4) + 4 * visit),
        true,
      ),
    );
    const ofGone = baseRate([...faithful, ...gone], { today, window: 20 });
    expect(ofGone?.share).toBeLessThan(0.05);
    const turned = [...faithful, ...gone].map((one) => ({ ...one, isListed: !one.isListed }));
    expect(baseRate(turned, { today, window: 20 })?.share).toBeGreaterThan(0.95);
  });

  it('leaves out the times at which something was done for them', () => {
    const every = (turnedTo: readonly number[]) =>
      Array.from({ length: 60 }, () =>
        person(
          Array.from({ length: 60 }, (_, visit) => today - 2 - 5 * (59 - visit)),
          true,
          turnedTo,
        ),
      );
    const always = Array.from({ length: 40 }, (_, index) => today - 10 * index);
    expect(baseRate(every([]), { today, window: 10 })?.share).toBe(1);
    expect(baseRate(every(always), { today, window: 10 })).toBeNull();
  });

  it('is not known out of nothing', () => {
    expect(baseRate([], { today, window: 21 })).toBeNull();
    expect(baseRate([person([], true)], { today, window: 21 })).toBeNull();
    expect(baseRate([person([today - 3], true)], { today, window: 21 })).toBeNull();
  });

  it('is a share, or not known, whatever the past looks like', () => {
    const anybody = fc.record({
      days: fc.uniqueArray(fc.integer({ min: today - 900, max: today }), { maxLength: 30 }),
      isListed: fc.boolean(),
      turnedTo: fc.array(fc.integer({ min: today - 900, max: today }), { maxLength: 3 }),
    });
    const people = fc.array(anybody, { maxLength: 60 });
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 365 }), (raw, window) => {
        const sorted = raw.map(({ days, isListed, turnedTo }) =>
          person(
            [...days].sort((a, b) => a - b),
            isListed,
            turnedTo,
          ),
        );
        const found = baseRate(sorted, { today, window });
        if (found === null) return;
        expect(found.share).toBeGreaterThanOrEqual(0);
        expect(found.share).toBeLessThanOrEqual(1);
        expect(found.watched).toBeGreaterThanOrEqual(20);
      }),
      { numRuns: rounds(200) },
    );
  });
});
