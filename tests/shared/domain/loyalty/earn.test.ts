import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCarry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { earn, previewEarning } from '#shared/domain/loyalty/earn.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { rounds } from '#tests/support/rounds.ts';

const rules: ProgrammeRules = {
  pointsUnitId: 1,
  points: { points: 1, per: 100 },
  stamps: { unitId: 2, name: 'Coffee', size: 10, stampsPerVisit: 1 },
  rewards: [],
};
const pointsOnly: ProgrammeRules = { ...rules, stamps: null };

describe('what a visit earns', () => {
  it('is a stamp and a point for each whole euro; fifty cents are carried on', () => {
    // 8.50 at one point per euro: 8 points and half a point.
    expect(earn(rules, { amount: 850, carry: noCarry })).toEqual([
      {
        unitId: 2,
        kind: 'stamps',
        change: 1,
        carry: { num: 0, den: 1 },
        why: { kind: 'stampForVisit', stamps: 1 },
      },
      {
        unitId: 1,
        kind: 'points',
        change: 8,
        carry: { num: 1, den: 2 },
        why: { kind: 'pointsForAmount', base: 850, points: 1, per: 100, carried: 50 },
      },
    ]);
  });

  it('0.50 carried and 0.60 paid make one point, and 0.10 is carried on', () => {
    expect(earn(pointsOnly, { amount: 60, carry: { num: 1, den: 2 } })).toEqual([
      {
        unitId: 1,
        kind: 'points',
        change: 1,
        // From 0.50 to 0.10.
        carry: { num: -2, den: 5 },
        why: { kind: 'pointsForAmount', base: 60, points: 1, per: 100, carried: 10 },
      },
    ]);
  });

  it('too little for a point is kept, not lost', () => {
    // 3 points for 7.00: 1.00 is 3/7 of a point.
    const slow: ProgrammeRules = { ...pointsOnly, points: { points: 3, per: 700 } };
    expect(earn(slow, { amount: 100, carry: noCarry })).toMatchObject([
      { change: 0, carry: { num: 3, den: 7 }, why: { carried: 100 } },
    ]);
  });

  it.each([
    ['an unknown amount', null],
    ['nothing paid', 0],
  ])('%s earns the stamp alone', (_what, amount) => {
    expect(
      earn(rules, { amount, carry: { num: 1, den: 2 } }).map(({ kind, change }) => [kind, change]),
    ).toEqual([['stamps', 1]]);
  });

  it('is nothing in a programme that gives nothing', () => {
    expect(earn({ ...rules, points: null, stamps: null }, { amount: 900, carry: noCarry })).toEqual([]);
  });

  it('fills up what an undo left below nothing before it gives a point', () => {
    // -0.40 and 1.00 make 0.60.
    expect(earn(pointsOnly, { amount: 100, carry: { num: -2, den: 5 } })).toMatchObject([
      { change: 0, carry: { num: 1, den: 1 }, why: { carried: 60 } },
    ]);
  });

  it('in parts is what it is at once: the carried remainder is exact', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        amounts,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 999 }),
        (parts, points, per) => {
          const programme: ProgrammeRules = { ...pointsOnly, points: { points, per } };
          let carry = noCarry;
          let earned = 0;
          for (const amount of parts) {
            for (const earning of earn(programme, { amount, carry })) {
              earned += earning.change;
              carry = addCarry(carry, earning.carry);
            }
          }
          const sum = parts.reduce((total, amount) => total + amount, 0);
          expect(earned).toBe(Math.floor((sum * points) / per));
          expect(carry.num * per).toBe(((sum * points) % per) * carry.den);
        },
      ),
      { numRuns: rounds(200) },
    );
  });

  it('is summed per unit for the button', () => {
    expect(previewEarning(rules, { amount: 850, carry: { num: 1, den: 2 } })).toEqual({
      stamps: 1,
      points: 9,
    });
    expect(previewEarning(pointsOnly, { amount: null, carry: noCarry })).toEqual({ stamps: 0, points: 0 });
  });
});
