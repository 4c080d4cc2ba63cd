import { describe, expect, it } from 'vitest';
import {
  columnOf,
  dearestPerUnit,
  joinRollForwards,
  owed,
  type ReconciledEntry,
  rollForward,
} from '#shared/domain/loyalty/reconcile.ts';
import { pointsUnit, stampUnit } from './programmes.ts';

const entry = (
  kind: ReconciledEntry['kind'],
  change: number,
  reversedKind: ReconciledEntry['reversedKind'] = null,
): ReconciledEntry => ({ unitId: pointsUnit, kind, change, reversedKind });

describe('a roll-forward', () => {
  it('is opening + earned + adjusted - redeemed - expired = closing', () => {
    const entries = [
      entry('earn', 40),
      entry('gift', 10),
      entry('adjust', -3),
      entry('transfer', 7),
      entry('redeem', -30),
      entry('expire', -4),
      { ...entry('earn', 99), unitId: stampUnit },
    ];
    // 100 + 50 + 4 - 30 - 4 = 120.
    expect(rollForward(pointsUnit, 100, entries)).toEqual({
      unitId: pointsUnit,
      opening: 100,
      earned: 50,
      adjusted: 4,
      redeemed: 30,
      expired: 4,
      closing: 120,
    });
  });

  it('counts an undo where it belongs, so that a slip leaves every column as it was', () => {
    const entries = [
      entry('earn', 8),
      entry('redeem', -30),
      entry('reverse', 30, 'redeem'),
      entry('reverse', -8, 'earn'),
    ];
    expect(rollForward(pointsUnit, 50, entries)).toMatchObject({ earned: 0, redeemed: 0, closing: 50 });
  });

  it.each([
    ['earn', null, 'earned'],
    ['gift', null, 'earned'],
    ['redeem', null, 'redeemed'],
    ['expire', null, 'expired'],
    ['adjust', null, 'adjusted'],
    ['transfer', null, 'adjusted'],
    ['reverse', 'gift', 'earned'],
    ['reverse', 'transfer', 'adjusted'],
    ['reverse', null, 'adjusted'],
  ] as const)('puts %s (of %s) under %s', (kind, reversedKind, column) => {
    expect(columnOf(entry(kind, 1, reversedKind))).toBe(column);
  });

  it('of two intervals that touch is joined by adding up', () => {
    const [spring, summer] = [[entry('earn', 5)], [entry('redeem', -3), entry('earn', 2)]];
    const first = rollForward(pointsUnit, 10, spring);
    const second = rollForward(pointsUnit, first.closing, summer);
    expect(joinRollForwards(first, second)).toEqual(rollForward(pointsUnit, 10, [...spring, ...summer]));
  });
});

describe('what is owed', () => {
  const rewards = [
    { price: 500, cost: 620 },
    { price: 100, cost: 130 },
    { price: 50, cost: 0 },
  ];

  it('is each point at the dearest way to use it, rounded half up', () => {
    // 1.30 for 100 is dearer than 6.20 for 500: 438 x 1.3 = 569.4, 5 x 1.3 = 6.5.
    expect(dearestPerUnit(rewards)).toEqual({ price: 100, cost: 130 });
    expect(owed(438, rewards)).toBe(569);
    expect(owed(5, rewards)).toBe(7);
  });

  it('is nothing for nothing, for less than nothing and where nothing has a cost', () => {
    expect(owed(0, rewards)).toBe(0);
    expect(owed(-20, rewards)).toBe(0);
    expect(owed(20, [{ price: 50, cost: 0 }])).toBe(0);
    expect(owed(20, [])).toBe(0);
  });

  it('is exact where products leave the safe integers', () => {
    expect(owed(9_000_000_000_000, [{ price: 1_000_000, cost: 10_000_000_000 }])).toBe(
      90_000_000_000_000_000,
    );
  });
});
