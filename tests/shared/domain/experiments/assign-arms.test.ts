import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignArms, keyedHash } from '#shared/domain/experiments/index.ts';
import { rounds } from '#tests/support/rounds.ts';

const hex = ([low, high]: readonly [number, number]) =>
  [low, high]
    .flatMap((word) => [0, 8, 16, 24].map((shift) => (word >>> shift) & 0xff))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

describe('keyed hash', () => {
  test("the authors' test values of HalfSipHash-2-4, 64 bits", () => {
    const published = [
      '218d1f59b9b83cc8',
      'be552412f8387315',
      '064f39ef7c50eb57',
      'ce0f1a45f7060679',
      'd5e78a175be52ea1',
      'cb9d7c3f2f3db580',
      'ce3e91358aa2bc25',
      'ff202728b07bc684',
      'edfee820bce4858c',
      '5b51cccc13888307',
      '95b0469f06a6f2ee',
    ];
    for (const [length, wanted] of published.entries()) {
      const bytes = Uint8Array.from({ length }, (_, index) => index);
      expect(hex(keyedHash([0x03020100, 0x07060504], bytes))).toBe(wanted);
    }
  });
});

const arms = [
  { name: 'holdout', share: 1 },
  { name: 'message', share: 4 },
] as const;
const people = Array.from({ length: 1000 }, (_, index) => 2 ** 40 + index);

describe('assigning people to the arms', () => {
  test('the same groups again, whatever the order of the list', () => {
    const first = assignArms(people, arms, [7, 9]);
    const again = assignArms(people.toReversed(), arms, [7, 9]);
    expect([...again].toSorted()).toEqual([...first].toSorted());
  });

  test('another experiment, other groups', () => {
    const first = assignArms(people, arms, [7, 9]);
    const other = assignArms(people, arms, [8, 9]);
    const inBoth = people.filter((id) => first.get(id) === 'holdout' && other.get(id) === 'holdout').length;
    // 200 of 1000 twice: 40 expected, standard deviation 5.1.
    expect(inBoth).toBeGreaterThan(15);
    expect(inBoth).toBeLessThan(65);
  });

  test('exact sizes for any list and shares', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 2 ** 45 }), { maxLength: 300 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
        fc.tuple(fc.integer(), fc.integer()),
        (ids, shares, key) => {
          const groups = shares.map((share, index) => ({ name: String(index), share }));
          const assigned = assignArms(ids, groups, key);
          expect(assigned.size).toBe(ids.length);
          const total = shares.reduce((sum, share) => sum + share, 0);
          for (const { name, share } of groups) {
            const size = [...assigned.values()].filter((one) => one === name).length;
            expect(Math.abs(size - (ids.length * share) / total)).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: rounds(100) },
    );
  });

  test('ids that run on do not run on in the groups', () => {
    const assigned = assignArms(people, [arms[0], { name: 'message', share: 1 }], [1, 2]);
    let changes = 0;
    for (const [index, id] of people.entries()) {
      if (index > 0 && assigned.get(id) !== assigned.get(people[index - 1] ?? 0)) changes += 1;
    }
    // Half of 999 neighbours differ, standard deviation 16.
    expect(Math.abs(changes - 500)).toBeLessThan(80);
  });

  test('what cannot be assigned is refused', () => {
    expect(() => assignArms([1, 1], arms, [0, 0])).toThrow(RangeError);
    expect(() => assignArms([1.5], arms, [0, 0])).toThrow(RangeError);
    expect(() => assignArms([1], [], [0, 0])).toThrow(RangeError);
    expect(() => assignArms([1], [{ name: 'a', share: 0 }], [0, 0])).toThrow(RangeError);
  });
});
