import { describe, expect, it } from 'vitest';
import { settleDebts } from '#shared/domain/loyalty/debts.ts';

const lot = (lotId: number, remaining: number) => ({ lotId, amount: 10, remaining, expiresDay: null });

describe('what undone earnings still owe', () => {
  it('is paid oldest debt first, out of the oldest lot first', () => {
    // Owed 3 and 4; there are 2 and 4: the first debt takes 2 + 1, the second the remaining 3 and still owes 1.
    const debts = [
      { entryId: 9, undrawn: 4 },
      { entryId: 7, undrawn: 3 },
    ];
    expect(settleDebts(debts, [lot(12, 4), lot(11, 2)])).toEqual([
      { entryId: 7, lotId: 11, amount: 2 },
      { entryId: 7, lotId: 12, amount: 1 },
      { entryId: 9, lotId: 12, amount: 3 },
    ]);
  });

  it('leaves alone what is not owed', () => {
    expect(settleDebts([{ entryId: 7, undrawn: 3 }], [lot(11, 10)])).toEqual([
      { entryId: 7, lotId: 11, amount: 3 },
    ]);
    expect(settleDebts([], [lot(11, 10)])).toEqual([]);
  });

  it('waits when there is nothing to pay from', () => {
    expect(settleDebts([{ entryId: 7, undrawn: 3 }], [])).toEqual([]);
  });
});

describe('what other lots have paid in place of an undone earning', () => {
  const own = { entryId: 9, undrawn: 0, ownLotId: 5 };

  it('comes back to them when its own lot is filled again, the last one first', () => {
    // Lots 3 and 4 paid 2 and 6; 7 came back to lot 5: 6 go home to lot 4, 1 to lot 3.
    const standIns = [
      { lotId: 3, amount: 2 },
      { lotId: 4, amount: 6 },
    ];
    expect(settleDebts([{ ...own, standIns }], [lot(3, 0), lot(4, 0), lot(5, 7)])).toEqual([
      { entryId: 9, lotId: 5, amount: 7 },
      { entryId: 9, lotId: 4, amount: -6 },
      { entryId: 9, lotId: 3, amount: -1 },
    ]);
  });

  it('waits until what is still owed was taken from its own lot', () => {
    const debt = { ...own, undrawn: 4, standIns: [{ lotId: 3, amount: 2 }] };
    expect(settleDebts([debt], [lot(3, 0), lot(5, 3)])).toEqual([{ entryId: 9, lotId: 5, amount: 3 }]);
    expect(settleDebts([debt], [lot(3, 0), lot(5, 5)])).toEqual([
      { entryId: 9, lotId: 5, amount: 5 },
      { entryId: 9, lotId: 3, amount: -1 },
    ]);
  });

  it('may be the own lot of another one, which takes it at once', () => {
    // Lot 5 frees lot 6, and lot 6 is what entry 10 wants.
    const debts = [
      { ...own, standIns: [{ lotId: 6, amount: 4 }] },
      { entryId: 10, undrawn: 4, ownLotId: 6 },
    ];
    expect(settleDebts(debts, [lot(5, 4), lot(6, 0)])).toEqual([
      { entryId: 9, lotId: 5, amount: 4 },
      { entryId: 9, lotId: 6, amount: -4 },
      { entryId: 10, lotId: 6, amount: 4 },
    ]);
  });
});
