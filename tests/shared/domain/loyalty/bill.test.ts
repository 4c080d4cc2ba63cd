import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Deduction,
  deductionOfReward,
  deductionOfVoucher,
  settleBill,
} from '#shared/domain/loyalty/bill.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aLine, aReward, cake, coffee, freeCoffee } from './programmes.ts';

const ticket = { amount: 1060, lines: [aLine(coffee, 2), aLine(cake)] };
const aCoffee: Deduction = { kind: 'item', itemId: coffee.itemId };

describe('what a reward or a voucher takes off', () => {
  it.each([
    ['a free item', freeCoffee, aCoffee],
    ['an add-on', aReward({ kind: 'addOn', itemId: 5 }), { kind: 'item', itemId: 5 }],
    ['per cent', aReward({ kind: 'percentOff', percent: 10 }), { kind: 'percentOff', percent: 10 }],
    ['an amount', aReward(), { kind: 'amountOff', amount: 500 }],
    ['an experience', aReward({ kind: 'experience' }), { kind: 'thing' }],
    ['a note', aReward({ kind: 'thanks' }), { kind: 'thing' }],
  ])('for %s', (_what, reward, expected) => {
    expect(deductionOfReward(reward)).toEqual(expected);
  });

  it('for a part of a reward is its part; for a voucher its benefit', () => {
    expect(deductionOfReward(aReward(), 30)).toEqual({ kind: 'amountOff', amount: 150 });
    expect(deductionOfVoucher({ kind: 'percentOff', percent: 15 })).toEqual({
      kind: 'percentOff',
      percent: 15,
    });
  });
});

describe('a bill', () => {
  it('gives one piece for each item, and those pieces earn nothing', () => {
    expect(settleBill(ticket, [aCoffee])).toEqual({
      amount: 740,
      off: [320],
      lines: [aLine(coffee, 1), aLine(cake)],
    });
    expect(settleBill(ticket, [aCoffee, aCoffee, aCoffee])).toEqual({
      amount: 420,
      off: [320, 320, 0],
      lines: [aLine(cake)],
    });
  });

  it('gives the dearer of two prices of an item', () => {
    const held = { ...coffee, unitPrice: 300 };
    const { off, lines } = settleBill({ amount: 620, lines: [aLine(held), aLine(coffee)] }, [aCoffee]);
    expect(off).toEqual([320]);
    expect(lines).toEqual([aLine(held)]);
  });

  it('takes items first, then per cents of what is left, then amounts', () => {
    // 10.60 - 3.20 = 7.40; 15 % of it are 1.11; 6.29 - 5.00 = 1.29.
    const deductions: Deduction[] = [
      { kind: 'amountOff', amount: 500 },
      { kind: 'percentOff', percent: 15 },
      { kind: 'thing' },
      aCoffee,
    ];
    expect(settleBill(ticket, deductions)).toMatchObject({ amount: 129, off: [500, 111, 0, 320] });
    const reversed = settleBill(ticket, [...deductions].reverse());
    expect(reversed).toMatchObject({ amount: 129, off: [320, 0, 111, 500] });
  });

  it('never falls below zero, and takes nothing off for an item that is not on it', () => {
    expect(settleBill(ticket, [{ kind: 'amountOff', amount: 9900 }])).toMatchObject({
      amount: 0,
      off: [1060],
    });
    expect(settleBill(ticket, [{ kind: 'item', itemId: 99 }]).amount).toBe(1060);
    expect(settleBill(ticket, [{ kind: 'item', itemId: null }]).amount).toBe(1060);
    expect(settleBill({ amount: 100, lines: [aLine(coffee)] }, [aCoffee])).toMatchObject({ amount: 0 });
  });

  it('adds up: what is paid and what was taken off are what was rung up', () => {
    const deduction = fc.oneof(
      fc.constantFrom<Deduction>(aCoffee, { kind: 'item', itemId: cake.itemId }, { kind: 'thing' }),
      fc.integer({ min: 1, max: 100 }).map((percent): Deduction => ({ kind: 'percentOff', percent })),
      fc.integer({ min: 1, max: 900 }).map((amount): Deduction => ({ kind: 'amountOff', amount })),
    );
    fc.assert(
      fc.property(fc.array(deduction, { maxLength: 6 }), fc.nat({ max: 3000 }), (deductions, amount) => {
        const settled = settleBill({ ...ticket, amount }, deductions);
        expect(settled.amount).toBeGreaterThanOrEqual(0);
        expect(settled.off.every((off) => off >= 0)).toBe(true);
        expect(settled.off.reduce((sum, off) => sum + off, settled.amount)).toBe(amount);
      }),
      { numRuns: rounds(300) },
    );
  });
});
