import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterDraws, compareLots, drawFrom, type Lot } from '#shared/domain/loyalty/lots.ts';
import { rounds } from '#tests/support/rounds.ts';

const lot = (lotId: number, remaining: number, expiresDay: number | null = null): Lot => ({
  lotId,
  amount: 10,
  remaining,
  expiresDay,
});

const someLots = fc
  .array(
    fc.record({ remaining: fc.nat(10), expiresDay: fc.option(fc.integer({ min: 20_000, max: 20_005 })) }),
    {
      maxLength: 8,
    },
  )
  .map((rows) => rows.map((row, index) => ({ lotId: index + 1, amount: 10, ...row })));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('the order of spending', () => {
  it('is: what expires first, then the older; what never expires last', () => {
    const lots = [lot(1, 5), lot(2, 5, 20_010), lot(3, 5, 20_001), lot(4, 5), lot(5, 5, 20_001)];
    expect([...lots].sort(compareLots).map(({ lotId }) => lotId)).toEqual([3, 5, 2, 1, 4]);
  });
});

describe('drawing from lots', () => {
  it('takes the oldest whole and a part of the next', () => {
    // 3 + 4 + 10: five are 3 of the first and 2 of the second.
    expect(drawFrom([lot(1, 3), lot(2, 4), lot(3, 10)], 5)).toEqual({
      draws: [
        { lotId: 1, amount: 3 },
        { lotId: 2, amount: 2 },
      ],
      undrawn: 0,
    });
  });

  it('says what the lots do not hold', () => {
    expect(drawFrom([lot(1, 3), lot(2, 4)], 9)).toEqual({
      draws: [
        { lotId: 1, amount: 3 },
        { lotId: 2, amount: 4 },
      ],
      undrawn: 2,
    });
    expect(drawFrom([], 4)).toEqual({ draws: [], undrawn: 4 });
  });

  it('leaves empty lots and the order of its argument alone', () => {
    const lots = [lot(2, 5), lot(1, 0)];
    expect(drawFrom(lots, 1)).toEqual({ draws: [{ lotId: 2, amount: 1 }], undrawn: 0 });
    expect(lots.map(({ lotId }) => lotId)).toEqual([2, 1]);
  });

  it('loses nothing, overdraws no lot and passes no earlier lot over', () => {
    fc.assert(
      fc.property(someLots, fc.nat(60), (lots, amount) => {
        const { draws, undrawn } = drawFrom(lots, amount);
        expect(sum(draws.map((draw) => draw.amount)) + undrawn).toBe(amount);
        expect(draws.every((draw) => draw.amount > 0)).toBe(true);
        const after = afterDraws(lots, draws);
        expect(after.every(({ remaining }) => remaining >= 0)).toBe(true);
        expect(
          sum(lots.map(({ remaining }) => remaining)) - sum(after.map(({ remaining }) => remaining)),
        ).toBe(amount - undrawn);
        const order = [...after].sort(compareLots);
        const firstOpen = order.findIndex(({ remaining }) => remaining > 0);
        const touchedLater = order
          .slice(firstOpen + 1)
          .filter(({ lotId }) => draws.some((draw) => draw.lotId === lotId));
        if (firstOpen !== -1) expect(touchedLater).toEqual([]);
        if (undrawn > 0) expect(firstOpen).toBe(-1);
      }),
      { numRuns: rounds(500) },
    );
  });
});

describe('lots after draws', () => {
  it('hold less by what was taken and more by what was given back', () => {
    const after = afterDraws(
      [lot(1, 5), lot(2, 5), lot(3, 5)],
      [
        { lotId: 1, amount: 2 },
        { lotId: 1, amount: 1 },
        { lotId: 3, amount: -4 },
      ],
    );
    expect(after.map(({ remaining }) => remaining)).toEqual([2, 5, 9]);
  });
});
