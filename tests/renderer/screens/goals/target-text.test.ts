import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTarget, writeTarget } from '#renderer/src/screens/goals/target-text.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('readTarget', () => {
  it.each([
    ['share', '91', 0.91],
    ['share', '91,5 %', 0.915],
    ['share', '100', 1],
    ['share', '101', null],
    ['money', '8,60', 860],
    ['money', '16 500', 1_650_000],
    ['number', '4.9', 4.9],
    ['count', '40', 40],
    ['count', '40,5', null],
    ['count', '0', null],
    ['number', '-1', null],
    ['number', 'many', null],
    ['share', '', null],
  ] as const)('%s: "%s" is %s', (kind, typed, target) => {
    const read = readTarget(kind, typed, 2);
    if (target === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(target, 10);
  });

  it('reads back what was written', () => {
    const aTarget = fc.oneof(
      fc.record({ kind: fc.constant('money' as const), target: fc.integer({ min: 1, max: 99_999_999 }) }),
      fc.record({ kind: fc.constant('count' as const), target: fc.integer({ min: 1, max: 99_999 }) }),
      fc.record({
        kind: fc.constant('share' as const),
        target: fc.integer({ min: 1, max: 1000 }).map((n) => n / 1000),
      }),
    );
    fc.assert(
      fc.property(aTarget, fc.constantFrom(',', '.'), ({ kind, target }, sign) => {
        expect(readTarget(kind, writeTarget(kind, target, 2, sign), 2)).toBeCloseTo(target, 9);
      }),
      { numRuns: rounds(100) },
    );
  });
});
