import { describe, expect, it } from 'vitest';
import { totalOf } from '#renderer/src/screens/loyalty/effects/simulation-total.ts';

describe('the sum of simulated months', () => {
  it('adds each column of both sides', () => {
    const side = (points: number) => ({ points, stamps: 2, redemptions: 0.5, cost: 42.5 });
    const month = (name: string) => ({
      month: name,
      visits: 10,
      amount: 8000,
      now: side(80),
      draft: side(160),
    });
    expect(totalOf([month('2026-09'), month('2026-10')])).toEqual({
      month: '',
      visits: 20,
      amount: 16_000,
      now: { points: 160, stamps: 4, redemptions: 1, cost: 85 },
      draft: { points: 320, stamps: 4, redemptions: 1, cost: 85 },
    });
  });
});
