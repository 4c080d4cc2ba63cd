import { describe, expect, it } from 'vitest';
import { noCarry } from '#shared/domain/loyalty/carry.ts';
import { netDraws, reverseEntry, takeBack } from '#shared/domain/loyalty/reverse.ts';

const lot = (lotId: number, remaining: number, expiresDay: number | null = null) => ({
  lotId,
  amount: 10,
  remaining,
  expiresDay,
});

describe('the entry that undoes another', () => {
  it('takes an earning from its own lot first, although an older lot is open', () => {
    expect(
      reverseEntry({ entryId: 5, change: 4, carry: { num: 1, den: 2 }, draws: [] }, [lot(3, 6), lot(5, 4)]),
    ).toEqual({ change: -4, carry: { num: -1, den: 2 }, draws: [{ lotId: 5, amount: 4 }], undrawn: 0 });
  });

  it('takes from the others, oldest first, what its own lot no longer holds', () => {
    // Of the 8 earned 3 are left; 5 come from lots 3 (2) and 7 (3).
    expect(
      reverseEntry({ entryId: 5, change: 8, carry: noCarry, draws: [] }, [lot(7, 9), lot(5, 3), lot(3, 2)])
        .draws,
    ).toEqual([
      { lotId: 5, amount: 3 },
      { lotId: 3, amount: 2 },
      { lotId: 7, amount: 3 },
    ]);
  });

  it('owes what was spent already', () => {
    expect(reverseEntry({ entryId: 5, change: 8, carry: noCarry, draws: [] }, [lot(5, 3)])).toEqual({
      change: -8,
      carry: { num: 0, den: 1 },
      draws: [{ lotId: 5, amount: 3 }],
      undrawn: 5,
    });
  });

  it('gives a reward back to the very lots it was drawn from, so that their expiry stays', () => {
    const draws = [
      { lotId: 3, amount: 2 },
      { lotId: 5, amount: 8 },
    ];
    expect(reverseEntry({ entryId: 9, change: -10, carry: noCarry, draws }, [lot(7, 1)])).toEqual({
      change: 10,
      carry: { num: 0, den: 1 },
      draws: [
        { lotId: 3, amount: -2 },
        { lotId: 5, amount: -8 },
      ],
      undrawn: 0,
    });
  });

  it('of an earning that only carried on gives the remainder back and nothing else', () => {
    const reversal = reverseEntry({ entryId: 5, change: 0, carry: { num: 1, den: 2 }, draws: [] }, [
      lot(3, 6),
    ]);
    expect(reversal).toEqual({ change: 0, carry: { num: -1, den: 2 }, draws: [], undrawn: 0 });
    expect(Object.is(reversal.change, -0)).toBe(false);
  });

  it('does not take a second time what has expired', () => {
    // 8 earned, 5 expired: 3 are left to take, although lot 3 holds more.
    const earned = { entryId: 5, change: 8, carry: noCarry, draws: [], expired: 5 };
    expect(reverseEntry(earned, [lot(5, 2), lot(3, 6)])).toEqual({
      change: -3,
      carry: noCarry,
      draws: [
        { lotId: 5, amount: 2 },
        { lotId: 3, amount: 1 },
      ],
      undrawn: 0,
    });
    expect(reverseEntry({ ...earned, expired: 8 }, [lot(3, 6)])).toMatchObject({ change: 0, draws: [] });
  });

  it('of a transfer brings back what has not expired elsewhere', () => {
    const out = { entryId: 9, change: -10, carry: noCarry, draws: [{ lotId: 3, amount: 10 }] };
    expect(reverseEntry({ ...out, expired: 4 }, [])).toMatchObject({
      change: 6,
      draws: [{ lotId: 3, amount: -6 }],
    });
    expect(reverseEntry({ ...out, expired: 10 }, [])).toMatchObject({ change: 0, draws: [] });
  });

  it('of a debt gives back what was paid of it; the rest is owed no more', () => {
    const refund = { entryId: 9, change: -5, carry: noCarry, draws: [{ lotId: 3, amount: 2 }] };
    expect(reverseEntry(refund, [])).toMatchObject({
      change: 5,
      draws: [{ lotId: 3, amount: -2 }],
      undrawn: 0,
    });
  });
});

describe('draws of one entry', () => {
  it('are summed per lot, those that cancel out left away', () => {
    const draws = [
      { lotId: 3, amount: 2 },
      { lotId: 4, amount: 5 },
      { lotId: 3, amount: -2 },
      { lotId: 4, amount: 1 },
    ];
    expect(netDraws(draws)).toEqual([{ lotId: 4, amount: 6 }]);
  });
});

describe('taking back', () => {
  it('begins with the own lot, then follows the order of spending', () => {
    expect(takeBack(5, 6, [lot(2, 2, 20_100), lot(3, 9, 20_001), lot(5, 3)])).toEqual({
      draws: [
        { lotId: 5, amount: 3 },
        { lotId: 3, amount: 3 },
      ],
      undrawn: 0,
    });
    expect(takeBack(null, 4, [lot(2, 3)])).toEqual({ draws: [{ lotId: 2, amount: 3 }], undrawn: 1 });
  });
});
