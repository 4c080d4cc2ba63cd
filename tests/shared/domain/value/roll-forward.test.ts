import { describe, expect, it } from 'vitest';
import { rollForward } from '#shared/domain/value/roll-forward.ts';

describe('rollForward', () => {
  it('closes when the balance is what the entries say', () => {
    const flow = { opening: 1000, earned: 500, adjusted: -20, redeemed: 300, expired: 80, closing: 1100 };
    expect(rollForward(flow)).toEqual({ ...flow, expected: 1100, difference: 0 });
    expect(rollForward({ ...flow, closing: 1093 }).difference).toBe(-7);
  });
});
