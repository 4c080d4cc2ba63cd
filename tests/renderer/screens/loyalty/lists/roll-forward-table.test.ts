import { describe, expect, it } from 'vitest';
import { closes, type RollForward } from '#renderer/src/screens/loyalty/lists/roll-forward-table.tsx';

const october: RollForward = {
  unitId: 1,
  kind: 'points',
  name: '',
  opening: 1000,
  earned: 400,
  adjusted: -20,
  redeemed: 500,
  expired: 80,
  closing: 800,
  openingCost: 1240,
  earnedCost: 496,
  adjustedCost: -25,
  redeemedCost: 620,
  expiredCost: 99,
  closingCost: 992,
};

describe('a row of the reconciliation', () => {
  it('closes when opening + earned + adjusted − redeemed − expired is the closing, in amount and in money', () => {
    expect(closes(october)).toBe(true);
    expect(closes({ ...october, closing: 801 })).toBe(false);
    expect(closes({ ...october, closingCost: 991 })).toBe(false);
    expect(closes({ ...october, expired: -80 })).toBe(false);
  });
});
