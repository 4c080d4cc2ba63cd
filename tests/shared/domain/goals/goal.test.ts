import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Goal, peopleForShare, progressOf, realismOf } from '#shared/domain/goals/goal.ts';
import { rounds } from '#tests/support/rounds.ts';

const atLeast = (target: number): Goal => ({ target, direction: 'atLeast' });
const atMost = (target: number): Goal => ({ target, direction: 'atMost' });

describe('progressOf', () => {
  it('fills up to the target', () => {
    expect(progressOf(atLeast(440), 431)).toEqual({ reached: false, filled: 431 / 440, missing: 9 });
    expect(progressOf(atLeast(0.9), 0.905)).toEqual({ reached: true, filled: 1, missing: null });
    expect(progressOf(atLeast(5), 5)?.reached).toBe(true);
  });

  it('is turned round for what should be small', () => {
    expect(progressOf(atMost(0.035), 0.023)?.reached).toBe(true);
    expect(progressOf(atMost(2), 4)).toEqual({ reached: false, filled: 0.5, missing: 2 });
    expect(progressOf(atMost(0), 4)?.filled).toBe(0);
  });

  it('is nothing without a figure', () => expect(progressOf(atLeast(5), null)).toBeNull());
});

describe('realismOf', () => {
  // Changes: +1, -1, +1, -1, +2, -2, +4, -4, +0, +0
  const history = [10, 11, 10, 11, 10, 12, 10, 14, 10, 10, 10];

  it.each([
    [9, 'reached', 10],
    [10, 'reached', 6],
    [10.5, 'demanding', 4],
    [11, 'demanding', 4],
    [12, 'demanding', 2],
    [14, 'demanding', 1],
    [14.5, 'neverSeen', 0],
  ] as const)('finds %f %s', (target, kind, asLarge) => {
    expect(realismOf(atLeast(target), history)).toMatchObject({ kind, changes: 10, periods: 11 });
    if (kind !== 'reached') expect(realismOf(atLeast(target), history).asLarge).toBe(asLarge);
  });

  it('tells the usual and the rare', () => {
    const rising = Array.from({ length: 30 }, (_, index) => index);
    expect(realismOf(atLeast(30), rising).kind).toBe('usual');
    expect(realismOf(atLeast(1), [0, 1, 0, 1, 0, 1, 0, 1, 0])).toMatchObject({ kind: 'usual', asLarge: 4 });
    const jump = [0, 5, ...Array.from({ length: 20 }, () => 5)];
    expect(realismOf(atLeast(7), jump)).toMatchObject({ kind: 'rare', asLarge: 1, changes: 21 });
  });

  it('counts in how many periods the target was reached, and suggests the third quarter', () => {
    const found = realismOf(atLeast(12), history);
    expect(found).toMatchObject({ periodsReached: 2, periods: 11 });
    expect(found.typical).toEqual({
      median: 0,
      threeQuarters: 1,
      nineTenths: expect.closeTo(2.2, 12),
      best: 4,
    });
    expect(found.suggestion).toBe(11);
  });

  it('counts a fall as better where small is good', () => {
    const falling = [9, 8, 7, 6, 5, 4, 3.5];
    const found = realismOf(atMost(2.5), falling);
    expect(found).toMatchObject({ kind: 'usual', asLarge: 5, changes: 6, suggestion: 2.5 });
  });

  it('never suggests more than everything', () => {
    const shares = [0.5, 0.9, 0.5, 0.9, 0.5, 0.9, 0.5, 0.9];
    expect(realismOf(atLeast(0.95), shares, { largest: 1 }).suggestion).toBe(1);
    expect(realismOf(atMost(0.01), [0.5, 0.1, 0.5, 0.1, 0.5, 0.1, 0.5, 0.1]).suggestion).toBe(0);
  });

  it('says so when there is too little history, and skips periods without a figure', () => {
    expect(realismOf(atLeast(2), [1, 1.5])).toMatchObject({ kind: 'tooLittleHistory', typical: null });
    expect(realismOf(atLeast(2), [])).toMatchObject({ kind: 'tooLittleHistory', suggestion: null });
    expect(realismOf(atLeast(2), [3, null])).toMatchObject({ kind: 'tooLittleHistory', periodsReached: 1 });
    expect(realismOf(atLeast(9), [1, null, 2, 3, null, 4]).changes).toBe(1);
  });

  it('looks at changes over several periods', () => {
    expect(realismOf(atLeast(14), history, { steps: 2 }).changes).toBe(9);
    expect(() => realismOf(atLeast(1), history, { steps: 0 })).toThrow(RangeError);
  });

  it('never finds a higher target easier', () => {
    const order = ['reached', 'usual', 'demanding', 'rare', 'neverSeen'];
    const values = fc.array(fc.nat(50), { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.nat(80), fc.nat(30), (past, target, more) => {
        const easy = order.indexOf(realismOf(atLeast(target), past).kind);
        const hard = order.indexOf(realismOf(atLeast(target + more), past).kind);
        expect(easy).toBeGreaterThanOrEqual(0);
        expect(hard).toBeGreaterThanOrEqual(easy);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('peopleForShare', () => {
  it('means keeping 393 of 431 for 91 %', () => {
    expect(peopleForShare(0.91, 431)).toBe(393);
    expect(peopleForShare(0.9, 10)).toBe(9);
    expect(peopleForShare(0.1 + 0.2, 10)).toBe(3);
  });
});
