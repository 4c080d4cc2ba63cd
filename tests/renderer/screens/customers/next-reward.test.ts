import { describe, expect, it } from 'vitest';
import { nextReward } from '#renderer/src/screens/customers/next-reward.ts';

const balance = (unitId: number, held: number, target: number | null) => ({
  unitId,
  kind: unitId === 1 ? ('points' as const) : ('stamps' as const),
  name: unitId === 1 ? '' : 'Coffee card',
  balance: held,
  target,
  rewardName: target === null ? null : 'Free coffee',
});

describe('the next reward', () => {
  it('is the nearest one', () => {
    const found = nextReward([balance(1, 20, 500), balance(2, 8, 10)]);
    expect(found.main?.unitId).toBe(2);
    expect(found.missing).toBe(2);
    expect(found.progress).toBeCloseTo(0.8, 10);
    expect(found.others.map(({ unitId }) => unitId)).toEqual([1]);
  });

  it('is ready when nothing is missing, and never more than the whole way', () => {
    expect(nextReward([balance(1, 620, 500)])).toMatchObject({ missing: 0, progress: 1 });
  });

  it('does not go below the start with a negative balance', () => {
    expect(nextReward([balance(1, -20, 500)])).toMatchObject({ missing: 520, progress: 0 });
  });

  it('says when there is nothing to collect for', () => {
    expect(nextReward([])).toEqual({ main: null, others: [], missing: null, progress: 0 });
    expect(nextReward([balance(1, 20, null)])).toMatchObject({ missing: null, progress: 0 });
    expect(nextReward([balance(1, 20, null), balance(2, 1, 10)]).main?.unitId).toBe(2);
  });
});
