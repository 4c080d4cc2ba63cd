import { describe, expect, it } from 'vitest';
import { addCarry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { earn } from '#shared/domain/loyalty/earn.ts';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { type RefundedEarning, refundPoints } from '#shared/domain/loyalty/refund.ts';
import {
  aBonus,
  aLevel,
  aLine,
  aPointsRule,
  aProgramme,
  aVisit,
  cake,
  coffee,
  dayOf,
  giftCard,
} from './programmes.ts';

/** The earning of points of a visit, as a refund finds it. */
function earned(
  rules: ProgrammeRules,
  visit: Parameters<typeof earn>[1],
  change: Partial<RefundedEarning> = {},
): RefundedEarning {
  const earning = earn({ ...rules, stampCards: [] }, visit)[0];
  if (!earning) throw new Error('the visit earned nothing');
  return { ...earning, paid: visit.amount ?? 0, refundedBefore: 0, refunds: [], expired: 0, ...change };
}

const plain = aProgramme();

describe('points taken back for money returned', () => {
  it('are those of the returned money, with the remainder', () => {
    // 8.50 earned 8 and 0.50 was carried; 3.00 back are 3 points.
    const visit = earned(plain, aVisit({ amount: 850 }));
    expect(refundPoints(visit, 300, { num: 1, den: 2 })).toEqual({ change: -3, carry: noCarry });
    // 0.60 back: of 0.50 carried 0.60 cannot be taken, so one point goes and 0.90 is carried.
    expect(refundPoints(visit, 60, { num: 1, den: 2 })).toEqual({ change: -1, carry: { num: 2, den: 5 } });
    // 0.40 back: the remainder covers it.
    expect(refundPoints(visit, 40, { num: 1, den: 2 })).toEqual({ change: 0, carry: { num: -2, den: 5 } });
  });

  it('of everything are everything: the remainder is what it was before the visit', () => {
    // 0.70 carried and 8.50 paid made 9 points and 0.20.
    const before = { num: 7, den: 10 };
    const visit = earned(plain, aVisit({ amount: 850, carry: before }));
    const after = addCarry(before, visit.carry);
    const refund = refundPoints(visit, 850, after);
    expect(refund.change).toBe(-9);
    expect(addCarry(after, refund.carry)).toEqual(before);
  });

  it('count the multipliers that earned them', () => {
    const rules = aProgramme({ bonuses: [aBonus()] });
    const gold = aLevel({ factor: { num: 3, den: 2 } });
    const visit = earned(rules, aVisit({ amount: 800, day: dayOf('2026-03-10'), tier: gold }));
    // 8.00 x 2 x 3/2 = 24; half of the money is half of the points.
    expect(visit.change).toBe(24);
    expect(refundPoints(visit, 400, noCarry).change).toBe(-12);
  });

  it('count item points by the share of the money', () => {
    const rules = aProgramme({
      points: aPointsRule({ perItem: [{ scope: { kind: 'item', itemId: cake.itemId }, points: 5 }] }),
    });
    const visit = earned(rules, aVisit({ amount: 840, lines: [aLine(cake, 2)] }));
    // 8.40 and 2 cakes: 8.4 + 10 points, of which half is 9.2.
    expect(visit.change).toBe(18);
    expect(refundPoints(visit, 420, { num: 2, den: 5 })).toEqual({ change: -9, carry: { num: -1, den: 5 } });
  });

  it('are none for money that earned none, whatever part of the bill it was', () => {
    const rules = aProgramme({
      points: aPointsRule({ excluded: [{ kind: 'category', category: 'giftCards' }] }),
    });
    const visit = earned(rules, aVisit({ amount: 2320, lines: [aLine(giftCard), aLine(coffee)] }));
    // 3.20 of 23.20 earned 3.2; a quarter of the bill is 0.8.
    expect(visit.change).toBe(3);
    expect(refundPoints(visit, 580, { num: 1, den: 5 })).toEqual({ change: -1, carry: { num: 1, den: 5 } });
    expect(refundPoints(visit, 2320, { num: 1, den: 5 })).toEqual({ change: -3, carry: { num: -1, den: 5 } });
  });

  it('begin above what a daily cap had cut off', () => {
    const rules = aProgramme({ points: aPointsRule({ dailyCap: 10 }) });
    const visit = earned(rules, aVisit({ amount: 2500 }));
    expect(visit.change).toBe(10);
    // 25 less 15 that were cut off: the first 15.00 take nothing, the other 10.00 take 10.
    expect(refundPoints(visit, 1500, noCarry)).toEqual({ change: 0, carry: noCarry });
    expect(refundPoints(visit, 2000, noCarry)).toEqual({ change: -5, carry: noCarry });
    expect(refundPoints(visit, 2500, noCarry)).toEqual({ change: -10, carry: noCarry });
  });

  it('do not come from points that have expired, nor leave a debt', () => {
    const visit = earned(plain, aVisit({ amount: 1000 }), { expired: 7 });
    expect(refundPoints(visit, 1000, noCarry)).toEqual({ change: -3, carry: noCarry });
    expect(refundPoints({ ...visit, expired: 10 }, 1000, noCarry)).toEqual({ change: 0, carry: noCarry });
  });

  it('go on where earlier refunds ended', () => {
    const visit = earned(plain, aVisit({ amount: 1000 }));
    const first = refundPoints(visit, 350, noCarry);
    expect(first).toEqual({ change: -4, carry: { num: 1, den: 2 } });
    const second = refundPoints({ ...visit, refundedBefore: 350, refunds: [first] }, 650, { num: 1, den: 2 });
    expect(second).toEqual({ change: -6, carry: { num: -1, den: 2 } });
  });

  it('are none of a stamp, a gift or a visit without money', () => {
    const visit = earned(plain, aVisit());
    const stamp = { ...visit, why: { kind: 'stampForVisit', stamps: 1, bonus: null } as const };
    expect(refundPoints(stamp, 100, noCarry)).toEqual({ change: 0, carry: noCarry });
    expect(refundPoints({ ...visit, paid: 0 }, 100, noCarry)).toEqual({ change: 0, carry: noCarry });
  });
});
