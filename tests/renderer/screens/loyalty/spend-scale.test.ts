import { describe, expect, it } from 'vitest';
import { spendScale } from '#renderer/src/screens/loyalty/spend-scale.ts';

describe('spendScale', () => {
  it('is made for coffee in a café and for a haircut in a salon', () => {
    expect(spendScale('cafe', 6000, 2)).toEqual({ usual: 800, largest: 4000, step: 100 });
    expect(spendScale('salon', 40_000, 2)).toEqual({ usual: 6000, largest: 24_000, step: 1000 });
    expect(spendScale('cafe', null, 2)).toEqual({ usual: 800, largest: 4000, step: 100 });
  });

  it('follows the money of the currency', () => {
    expect(spendScale('cafe', 24_000, 0)).toEqual({ usual: 3200, largest: 16_000, step: 100 });
  });

  it.each([1, 2, 5, 99, 1234, 10_000_000])('has a slider that moves for a limit of %i', (limit) => {
    const { usual, largest, step } = spendScale('other', limit, 2);
    expect(step).toBeGreaterThanOrEqual(1);
    expect(usual).toBeGreaterThanOrEqual(step);
    expect(largest).toBeGreaterThanOrEqual(4 * step);
    expect(largest).toBeGreaterThanOrEqual(usual);
  });
});
