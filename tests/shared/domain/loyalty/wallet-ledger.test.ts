import { describe, expect, it } from 'vitest';
import { noCarry } from '#shared/domain/loyalty/carry.ts';
import { WalletModel } from '#shared/domain/loyalty/wallet-model.ts';
import { aProgramme, aReward, dayOf, freeCoffee, pointsUnit } from './programmes.ts';

const rules = aProgramme({ rewards: [aReward({ price: 30 }), freeCoffee] });
const posting = (visitId: number | null = null, day = '2026-03-11') => ({
  customerId: 7,
  visitId,
  day: dayOf(day),
  versionId: 3,
  rules,
});
const time = { day: dayOf('2026-03-11'), weekday: 3, minute: 600 };
const paid = (amount: number) => ({ amount, lines: [], time, tier: null });
const anyone = { tier: null, givenOf: () => 0, hasBought: () => false };

function aWallet(): WalletModel {
  let id = 0;
  return new WalletModel(101, () => {
    id += 1;
    return id;
  });
}

describe('the ledger of a wallet', () => {
  it('names on every entry whose, when, by which rules and why', () => {
    const wallet = aWallet();
    wallet.earnVisit(posting(1), paid(850));
    expect(wallet.entries.find(({ unitId }) => unitId === pointsUnit)).toMatchObject({
      walletId: 101,
      customerId: 7,
      visitId: 1,
      day: dayOf('2026-03-11'),
      versionId: 3,
      kind: 'earn',
      change: 8,
      why: { kind: 'pointsForAmount', base: 850, carried: 50 },
    });
  });

  it('tells what an operation has written', () => {
    const wallet = aWallet();
    wallet.earnVisit(posting(1), paid(4000));
    const { written } = wallet.redeem(posting(2), [{ rewardId: 1 }], anyone);
    const [entry] = written.entries;
    expect(written.entries).toHaveLength(1);
    expect(entry).toMatchObject({ kind: 'redeem', change: -30 });
    expect(written.draws).toEqual([{ entryId: entry?.entryId, lotId: 2, amount: 30 }]);
    expect(wallet.openLots(pointsUnit)).toMatchObject([{ lotId: 2, amount: 40, remaining: 10 }]);
  });

  it('knows what stands of a visit', () => {
    const wallet = aWallet();
    wallet.earnVisit(posting(1), paid(800));
    wallet.refund({ ...posting(), visitId: 1 }, { paid: 800, refundedBefore: 0, refunded: 200 }, false);
    expect(wallet.standing(1).map(({ kind, change }) => [kind, change])).toEqual([
      ['earn', 1],
      ['earn', 8],
      ['reverse', -2],
    ]);
    wallet.undoVisit(posting(1), 1);
    expect(wallet.standing(1)).toEqual([]);
    expect(wallet.balanceOf(pointsUnit)).toBe(0);
    expect(wallet.carryOf(pointsUnit)).toEqual(noCarry);
  });

  it('counts an undo and a refund where they belong', () => {
    const wallet = aWallet();
    wallet.earnVisit(posting(1), paid(800));
    wallet.refund({ ...posting(), visitId: 1 }, { paid: 800, refundedBefore: 0, refunded: 200 }, false);
    wallet.adjust(posting(), pointsUnit, 5, 'counted again');
    const last = wallet.entries.at(-1)?.entryId ?? 0;
    wallet.reverse(posting(), last, { kind: 'undo', reason: null });
    wallet.undoVisit(posting(1), 1);
    expect(
      wallet
        .reconciled()
        .filter(({ unitId }) => unitId === pointsUnit)
        .map(({ kind, change, reversedKind }) => [kind, change, reversedKind]),
    ).toEqual([
      ['earn', 8, null],
      ['reverse', -2, 'earn'],
      ['adjust', 5, null],
      ['reverse', -5, 'adjust'],
      ['reverse', 2, 'earn'],
      ['reverse', -8, 'earn'],
    ]);
  });

  it('refuses what cannot be', () => {
    const wallet = aWallet();
    expect(() => wallet.entry(5)).toThrow(RangeError);
    expect(() => wallet.adjust(posting(), pointsUnit, -1, 'too much')).toThrow(RangeError);
    wallet.adjust(posting(), pointsUnit, 4, 'some');
    wallet.reverse(posting(), 1, { kind: 'undo', reason: null });
    expect(() => wallet.reverse(posting(), 1, { kind: 'undo', reason: null })).toThrow(RangeError);
  });
});
