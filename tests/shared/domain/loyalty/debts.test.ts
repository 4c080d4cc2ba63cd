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
