import { describe, expect, it } from 'vitest';
import type { HashKey } from '#shared/domain/experiments/keyed-hash.ts';
import { drawnADay, placesOpen, surprisePicks } from '#shared/domain/follow-ups/surprise-picks.ts';

const key: HashKey = [123_456_789, 987_654_321];
const people = Array.from({ length: 40 }, (_, index) => 1000 + index);

describe('whom to surprise', () => {
  it('is the same however often and in whatever order it is drawn, and somebody else on another day', () => {
    const drawn = surprisePicks(people, key, 20_000);
    expect(drawn).toHaveLength(people.length);
    const many = Array.from({ length: 3 * drawnADay }, (_, index) => index);
    expect(surprisePicks(many, key, 20_000)).toHaveLength(drawnADay);
    expect(surprisePicks([...people].reverse(), key, 20_000)).toEqual(drawn);
    expect(surprisePicks([...people, ...people], key, 20_000)).toEqual(drawn);
    expect(surprisePicks(people, key, 20_001)).not.toEqual(drawn);
    expect(surprisePicks(people, [1, 2], 20_000)).not.toEqual(drawn);
  });

  it('gives everybody about the same chance over the days', () => {
    const times = new Map<number, number>();
    const days = 2000;
    for (let day = 0; day < days; day += 1) {
      const [first = 0] = surprisePicks(people, key, day);
      times.set(first, (times.get(first) ?? 0) + 1);
    }
    // 50 expected of each; a chi-square of 39 degrees above 90 has less than one chance in 100,000.
    const expected = days / people.length;
    const chiSquare = people.reduce((sum, id) => sum + ((times.get(id) ?? 0) - expected) ** 2 / expected, 0);
    expect(chiSquare).toBeLessThan(90);
  });

  it('has a turn for more of them the more visits went by', () => {
    expect([0, 9, 10, 25, 190].map(placesOpen)).toEqual([5, 5, 10, 15, drawnADay]);
  });

  it('takes all of a few, nobody of nobody, and refuses what is no id', () => {
    expect([...surprisePicks([3, 1], key, 5)].sort()).toEqual([1, 3]);
    expect(surprisePicks([], key, 5)).toEqual([]);
    expect(() => surprisePicks([1.5], key, 5)).toThrow(RangeError);
    expect(() => surprisePicks([1], key, -1)).toThrow(RangeError);
  });
});
