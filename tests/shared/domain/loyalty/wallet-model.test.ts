import { describe, expect, it } from 'vitest';
import type { ProgrammeRules } from '#shared/domain/loyalty/programme.ts';
import { WalletModel } from '#shared/domain/loyalty/wallet-model.ts';
import {
  aPointsRule,
  aProgramme,
  aReward,
  aStampCard,
  dayOf,
  freeCoffee,
  pointsUnit,
  stampUnit,
} from './programmes.ts';

const rules = aProgramme({
  points: aPointsRule({ dailyCap: 10 }),
  stampCards: [aStampCard({ perDay: 1 })],
  rewards: [aReward({ price: 5 }), { ...freeCoffee, price: 1 }],
  expiry: { points: { kind: 'months', months: 1, graceDays: 0 }, stamps: { kind: 'never' } },
});
const posting = (visitId: number | null, day = '2026-03-11', customerId = 7) => ({
  customerId,
  visitId,
  day: dayOf(day),
  versionId: 0,
  rules,
});
const paid = (amount: number, day = '2026-03-11') => ({
  amount,
  lines: [],
  time: { day: dayOf(day), weekday: 3, minute: 600 },
  tier: null,
});
const anyone = { tier: null, givenOf: () => 0, hasBought: () => false };

function aWallet(): WalletModel {
  let id = 0;
  return new WalletModel(101, () => {
    id += 1;
    return id;
  });
}

describe('a wallet', () => {
  it('previews what it writes, caps of the day included', () => {
    const wallet = aWallet();
    wallet.earnVisit(posting(1), paid(800));
    expect(wallet.previewVisit(posting(2), paid(800))).toEqual(new Map([[pointsUnit, 2]]));
    wallet.earnVisit(posting(2), paid(800));
    expect([wallet.balanceOf(pointsUnit), wallet.balanceOf(stampUnit)]).toEqual([10, 1]);
    // Somebody else of the household has a cap of their own.
    expect(wallet.previewVisit(posting(3, '2026-03-11', 8), paid(800)).get(pointsUnit)).toBe(8);
  });

  it('does a request once', () => {
    const wallet = aWallet();
    const earn = () => wallet.earnVisit(posting(1), paid(800));
    const first = wallet.once('a', earn);
    expect(wallet.once('a', earn)).toBe(first);
    expect(wallet.entries).toHaveLength(2);
    expect(wallet.once('b', () => wallet.earnVisit(posting(2), paid(100))).entries).toHaveLength(1);
  });

  it('takes all rewards of a visit or none', () => {
    const wallet = aWallet();
    wallet.earnVisit(posting(1), paid(800));
    const both = wallet.redeem(posting(2), [{ rewardId: 2 }, { rewardId: 1 }, { rewardId: 1 }], anyone);
    expect(both.result).toMatchObject({ kind: 'insufficient', balance: 3, price: 5 });
    expect(both.written).toEqual({ entries: [], draws: [] });
    expect(
      wallet.redeem(posting(2), [{ rewardId: 2 }, { rewardId: 1 }], anyone).written.entries,
    ).toMatchObject([
      { unitId: stampUnit, change: -1 },
      { unitId: pointsUnit, change: -5 },
    ]);
  });

  it('gives a gift a lot with the end of its day', () => {
    const wallet = aWallet();
    wallet.gift(posting(1, '2026-01-31'), { unitId: pointsUnit, amount: 30 }, 'birthday');
    expect(wallet.openLots(pointsUnit)).toMatchObject([{ amount: 30, expiresDay: dayOf('2026-02-28') }]);
    expect(wallet.entries).toMatchObject([{ kind: 'gift', why: { kind: 'gift', occasion: 'birthday' } }]);
  });

  it('ends lots by the rules that earned them', () => {
    const wallet = aWallet();
    const later: ProgrammeRules = aProgramme();
    wallet.earnVisit(posting(1, '2026-01-10'), paid(800, '2026-01-10'));
    wallet.earnVisit({ ...posting(2, '2026-01-11'), versionId: 1, rules: later }, paid(300, '2026-01-11'));
    const rulesOf = (versionId: number) => (versionId === 0 ? rules : later);
    const on = (day: string) => wallet.expire({ ...posting(null, day), rules: later }, rulesOf, null);
    expect(on('2026-02-09').entries).toEqual([]);
    expect(on('2026-02-10').entries).toMatchObject([
      { unitId: pointsUnit, kind: 'expire', change: -8, why: { kind: 'expired', lots: 1 } },
    ]);
    expect(on('2027-01-01').entries).toEqual([]);
    expect(wallet.balanceOf(pointsUnit)).toBe(3);
  });

  it('owes what an undone earning has spent, and pays it with the next one', () => {
    const wallet = aWallet();
    wallet.earnVisit(posting(1), paid(800));
    wallet.redeem(posting(2), [{ rewardId: 1 }], anyone);
    wallet.undoVisit(posting(1), 1);
    expect([wallet.balanceOf(pointsUnit), wallet.owedIn(pointsUnit)]).toEqual([-5, 5]);
    const { draws } = wallet.earnVisit(posting(3, '2026-03-12'), paid(700, '2026-03-12'));
    expect(draws).toMatchObject([{ amount: 5 }]);
    expect([wallet.balanceOf(pointsUnit), wallet.owedIn(pointsUnit)]).toEqual([2, 0]);
    expect(wallet.openLots(pointsUnit)).toMatchObject([{ amount: 7, remaining: 2 }]);
  });

  it('returns stamps and gifts with the last of the money only', () => {
    const wallet = aWallet();
    wallet.earnVisit(posting(1), paid(800));
    wallet.gift(posting(1), { unitId: stampUnit, amount: 2 }, 'signUp');
    const refund = (refundedBefore: number, refunded: number) =>
      wallet.refund({ ...posting(1), visitId: 1 }, { paid: 800, refundedBefore, refunded }, false);
    refund(0, 799);
    expect([wallet.balanceOf(pointsUnit), wallet.balanceOf(stampUnit)]).toEqual([0, 3]);
    refund(799, 1);
    expect([wallet.balanceOf(pointsUnit), wallet.balanceOf(stampUnit)]).toEqual([0, 0]);
    expect(wallet.carryOf(pointsUnit)).toEqual({ num: 0, den: 1 });
  });
});
