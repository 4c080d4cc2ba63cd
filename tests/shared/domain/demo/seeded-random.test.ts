import { describe, expect, it } from 'vitest';
import { SeededRandom } from '#shared/domain/demo/seeded-random.ts';

const many = 20_000;
const numbers = (random: SeededRandom): number[] => Array.from({ length: many }, () => random.next());

describe('SeededRandom', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    expect(numbers(new SeededRandom(7))).toEqual(numbers(new SeededRandom(7)));
    expect(numbers(new SeededRandom(7)).slice(0, 5)).not.toEqual(numbers(new SeededRandom(8)).slice(0, 5));
  });

  it('is even over [0, 1)', () => {
    const tenths = new Array<number>(10).fill(0);
    for (const number of numbers(new SeededRandom(1))) {
      expect(number >= 0 && number < 1).toBe(true);
      const tenth = Math.floor(number * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // Five standard deviations of a binomial with n = 20,000 and p = 0.1.
    for (const count of tenths) expect(Math.abs(count - many / 10)).toBeLessThan(5 * 42.5);
  });

  it('gives parts streams of their own that depend on nothing else', () => {
    const used = new SeededRandom(3);
    used.next();
    expect(used.fork(5).next()).toBe(new SeededRandom(3).fork(5).next());
    const starts = Array.from({ length: 1000 }, (_, part) => new SeededRandom(3).fork(part).next());
    expect(new Set(starts).size).toBe(1000);
    expect(new SeededRandom(3).fork(1).fork(2).next()).not.toBe(new SeededRandom(3).fork(2).fork(1).next());
  });

  it('is normal where it says so', () => {
    const random = new SeededRandom(11);
    const drawn = Array.from({ length: many }, () => random.normal(50, 10));
    const mean = drawn.reduce((sum, one) => sum + one, 0) / many;
    const deviation = Math.sqrt(drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / many);
    expect(mean).toBeCloseTo(50, 0);
    expect(deviation).toBeCloseTo(10, 0);
  });

  it('picks by weight, never what has none', () => {
    const random = new SeededRandom(5);
    const picked = Array.from({ length: many }, () =>
      random.weighted(['a', 'b', 'c'], (one) => ({ a: 3, b: 0, c: 1 })[one] ?? 0),
    );
    expect(picked).not.toContain('b');
    expect(picked.filter((one) => one === 'a').length / many).toBeCloseTo(0.75, 1);
    expect(() => random.weighted(['a'], () => 0)).toThrow(RangeError);
    expect(() => random.pick([])).toThrow(RangeError);
  });

  it('keeps whole numbers inside their ends', () => {
    const random = new SeededRandom(9);
    const drawn = new Set(Array.from({ length: 500 }, () => random.between(-2, 2)));
    expect([...drawn].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  });
});
