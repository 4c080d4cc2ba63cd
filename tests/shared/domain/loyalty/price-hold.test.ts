import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/business-day/business-day.ts';
import { effectivePrice, holdApplies, type PriceHold } from '#shared/domain/loyalty/price-hold.ts';
import { dayOf } from './programmes.ts';

const june = dayOf('2026-06-30');
const latte = { itemId: 11, price: 480 };
const hold = (change: Partial<PriceHold> = {}): PriceHold => ({
  holdId: 1,
  for: { kind: 'tier', tierId: 3 },
  untilDay: june,
  isEnded: false,
  prices: new Map([[11, 450]]),
  ...change,
});
const aino = { customerId: 7, tierIds: [1, 2, 3] };
const olli = { customerId: 8, tierIds: [1] };

describe('a price hold', () => {
  it('is for a tier and those above, or for one customer', () => {
    expect(holdApplies(hold(), aino, june)).toBe(true);
    expect(holdApplies(hold(), olli, june)).toBe(false);
    expect(holdApplies(hold({ for: { kind: 'customer', customerId: 8 } }), olli, june)).toBe(true);
    expect(holdApplies(hold({ for: { kind: 'customer', customerId: 8 } }), aino, june)).toBe(false);
  });

  it('ends after its last day, or when the owner ends it', () => {
    expect(holdApplies(hold(), aino, addDays(june, 1))).toBe(false);
    expect(holdApplies(hold({ isEnded: true }), aino, june)).toBe(false);
  });
});

describe('what an item costs somebody', () => {
  const day = dayOf('2026-05-04');

  it('is the lowest of today’s price and the kept ones', () => {
    const holds = [hold(), hold({ holdId: 2, prices: new Map([[11, 430]]), untilDay: addDays(june, 5) })];
    expect(effectivePrice(latte, holds, aino, day)).toEqual({
      price: 430,
      holdId: 2,
      untilDay: addDays(june, 5),
    });
    expect(effectivePrice(latte, holds, olli, day)).toEqual({ price: 480, holdId: null, untilDay: null });
  });

  it('is never dearer than today, and today’s where the item is not in the hold', () => {
    const today = { price: 480, holdId: null, untilDay: null };
    expect(effectivePrice(latte, [hold({ prices: new Map([[11, 500]]) })], aino, day)).toEqual(today);
    expect(effectivePrice(latte, [hold({ prices: new Map([[11, 480]]) })], aino, day)).toEqual(today);
    expect(effectivePrice(latte, [hold({ prices: new Map([[12, 100]]) })], aino, day)).toEqual(today);
    expect(effectivePrice(latte, [], aino, day)).toEqual(today);
  });

  it('names the hold that lasts longer when two keep one price', () => {
    const holds = [hold(), hold({ holdId: 2, untilDay: addDays(june, 5) }), hold({ holdId: 3 })];
    expect(effectivePrice(latte, holds, aino, day).holdId).toBe(2);
  });
});
