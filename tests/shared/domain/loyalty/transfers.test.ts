import { describe, expect, it } from 'vitest';
import { returnTransfers, transferAll } from '#shared/domain/loyalty/transfers.ts';
import { WalletModel } from '#shared/domain/loyalty/wallet-model.ts';
import { aProgramme, aReward, dayOf, pointsUnit, stampUnit } from './programmes.ts';

const rules = aProgramme({
  rewards: [aReward({ price: 5 })],
  expiry: { points: { kind: 'months', months: 12, graceDays: 0 }, stamps: { kind: 'never' } },
});
const posting = (day = '2026-03-11', visitId: number | null = null) => ({
  customerId: 7,
  visitId,
  day: dayOf(day),
  versionId: 0,
  rules,
});
const paid = (amount: number, day: string) => ({
  amount,
  lines: [],
  time: { day: dayOf(day), weekday: 3, minute: 600 },
  tier: null,
});
const anyone = { tier: null, givenOf: () => 0, hasBought: () => false };
const because = { kind: 'transferred', because: 'merge', name: 'Olli' } as const;

function twoWallets(): [WalletModel, WalletModel] {
  let id = 0;
  const nextId = () => {
    id += 1;
    return id;
  };
  return [new WalletModel(101, nextId), new WalletModel(102, nextId)];
}

const state = (wallet: WalletModel) =>
  [pointsUnit, stampUnit].map((unitId) => ({
    balance: wallet.balanceOf(unitId),
    carry: wallet.carryOf(unitId),
    lots: wallet.openLots(unitId).map(({ remaining, expiresDay, day }) => [remaining, expiresDay, day]),
  }));

describe('moving a wallet', () => {
  it('moves every lot with its end and day, and the remainder', () => {
    const [from, to] = twoWallets();
    from.earnVisit(posting('2026-01-10', 1), paid(850, '2026-01-10'));
    from.earnVisit(posting('2026-02-10', 2), paid(300, '2026-02-10'));
    const before = state(from);
    const parts = transferAll(from, to, posting(), because);
    expect(state(to)).toEqual(before);
    expect(state(from).map(({ balance, carry, lots }) => [balance, carry.num, lots])).toEqual([
      [0, 0, []],
      [0, 0, []],
    ]);
    // Two lots of points, two of stamps, one remainder.
    expect(parts).toHaveLength(5);
    expect(to.entries.every(({ kind, why }) => kind === 'transfer' && why.kind === 'transferred')).toBe(true);
  });

  it('moves a debt, paid out of what is there', () => {
    const [from, to] = twoWallets();
    from.earnVisit(posting('2026-01-10', 1), paid(800, '2026-01-10'));
    from.redeem(posting('2026-01-11', 2), [{ rewardId: 1 }], anyone);
    from.undoVisit(posting('2026-01-11', 1), 1);
    expect(from.balanceOf(pointsUnit)).toBe(-5);
    to.earnVisit(posting('2026-01-12', 3), paid(300, '2026-01-12'));
    transferAll(from, to, posting(), because);
    expect([from.balanceOf(pointsUnit), from.owedIn(pointsUnit)]).toEqual([0, 0]);
    // 3 - 5.
    expect([to.balanceOf(pointsUnit), to.owedIn(pointsUnit)]).toEqual([-2, 2]);
  });

  it('is taken back exactly', () => {
    const [from, to] = twoWallets();
    from.earnVisit(posting('2026-01-10', 1), paid(850, '2026-01-10'));
    to.earnVisit(posting('2026-01-12', 3), paid(370, '2026-01-12'));
    const [a, b] = [state(from), state(to)];
    const parts = transferAll(from, to, posting(), because);
    returnTransfers(from, to, posting(), parts, { ...because, because: 'unmerge' });
    expect([state(from), state(to)]).toEqual([a, b]);
  });

  it('does not bring back what has expired since', () => {
    const [from, to] = twoWallets();
    from.earnVisit(posting('2026-01-10', 1), paid(850, '2026-01-10'));
    const parts = transferAll(from, to, posting(), because);
    to.expire(posting('2027-01-10'), () => rules, null);
    expect(to.balanceOf(pointsUnit)).toBe(0);
    returnTransfers(from, to, posting('2027-01-11'), parts, { ...because, because: 'unmerge' });
    expect([from.balanceOf(pointsUnit), to.balanceOf(pointsUnit)]).toEqual([0, 0]);
    expect([from.balanceOf(stampUnit), to.balanceOf(stampUnit)]).toEqual([1, 0]);
  });

  it('follows what is undone in the wallet that was emptied', () => {
    const [from, to] = twoWallets();
    from.earnVisit(posting('2026-01-10', 1), paid(800, '2026-01-10'));
    transferAll(from, to, posting(), because);
    from.undoVisit(posting('2026-03-12', 1), 1);
    expect(from.balanceOf(pointsUnit)).toBe(-8);
    transferAll(from, to, posting('2026-03-12'), because);
    expect([from.balanceOf(pointsUnit), to.balanceOf(pointsUnit)]).toEqual([0, 0]);
    expect([from.balanceOf(stampUnit), to.balanceOf(stampUnit)]).toEqual([0, 0]);
  });
});
