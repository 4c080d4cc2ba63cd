import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCarry, type Carry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { endOfLot } from '#shared/domain/loyalty/expiry.ts';
import { compareLots } from '#shared/domain/loyalty/lots.ts';
import { joinRollForwards, rollForward } from '#shared/domain/loyalty/reconcile.ts';
import type { WalletEntry, WalletLot, Written } from '#shared/domain/loyalty/wallet-ledger.ts';
import type { WalletModel } from '#shared/domain/loyalty/wallet-model.ts';
import { rounds } from '#tests/support/rounds.ts';
import { type Step, someRules, someSteps, units } from './wallet-steps.ts';
import { WalletWorld, type Watcher } from './wallet-worlds.ts';

const versions = fc.array(someRules, { minLength: 1, maxLength: 3 });

function play(world: WalletWorld, steps: readonly Step[]): WalletWorld {
  for (const step of steps) world.step(step);
  return world;
}

const sumOf = <T>(list: readonly T[], of: (one: T) => number): number =>
  list.reduce((sum, one) => sum + of(one), 0);

/** Everything that must hold of a wallet at any moment. */
function expectSound(wallet: WalletModel): void {
  for (const unitId of units) {
    const entries = wallet.entries.filter((entry) => entry.unitId === unitId);
    const balance = wallet.balanceOf(unitId);
    const lots = wallet.lotsOf(unitId);
    expect(sumOf(entries, (entry) => entry.change)).toBe(balance);
    expect(sumOf(lots, (lot) => lot.remaining) - wallet.owedIn(unitId)).toBe(balance);
    expect(entries.reduce<Carry>((sum, entry) => addCarry(sum, entry.carry), noCarry)).toEqual(
      wallet.carryOf(unitId),
    );
    for (const lot of lots) {
      const drawn = wallet.draws.filter((draw) => draw.lotId === lot.lotId);
      expect(lot.remaining).toBe(lot.amount - sumOf(drawn, (draw) => draw.amount));
    }
    // Something is owed exactly when nothing is left: so only what was taken back makes a balance negative.
    if (wallet.owedIn(unitId) > 0) expect(wallet.openLots(unitId)).toEqual([]);
    else expect(balance).toBeGreaterThanOrEqual(0);
  }
  for (const draw of wallet.draws) {
    const entry = wallet.entry(draw.entryId);
    expect(wallet.lotsOf(entry.unitId).map((lot) => lot.lotId)).toContain(draw.lotId);
    expect(wallet.entry(draw.lotId).walletId).toBe(entry.walletId);
  }
}

interface Before {
  readonly balances: ReadonlyMap<number, number>;
  readonly lots: ReadonlyMap<number, WalletLot>;
  readonly open: readonly WalletLot[];
}

const stateOf = (wallet: WalletModel): Before => {
  const lots = units.flatMap((unitId) => wallet.lotsOf(unitId));
  return {
    balances: new Map(units.map((unitId) => [unitId, wallet.balanceOf(unitId)])),
    lots: new Map(lots.map((lot) => [lot.lotId, lot])),
    open: lots.filter((lot) => lot.remaining > 0),
  };
};

const isSpending = ({ kind, change }: WalletEntry): boolean =>
  kind === 'redeem' || (kind === 'adjust' && change < 0);

/** Spendings of one operation never exceed what there was, and empty the lots in the order of their ends. */
function expectSpentInOrder(before: Before, written: Written): void {
  for (const unitId of units) {
    const spendings = written.entries.filter((entry) => entry.unitId === unitId && isSpending(entry));
    const spent = sumOf(spendings, (entry) => -entry.change);
    if (spent === 0) continue;
    expect(spent).toBeLessThanOrEqual(before.balances.get(unitId) ?? 0);
    const ids = new Set(spendings.map((entry) => entry.entryId));
    const drawn = new Map<number, number>();
    for (const draw of written.draws.filter(({ entryId }) => ids.has(entryId))) {
      drawn.set(draw.lotId, (drawn.get(draw.lotId) ?? 0) + draw.amount);
    }
    const expected = new Map<number, number>();
    let left = spent;
    for (const lot of before.open.filter((one) => one.unitId === unitId).sort(compareLots)) {
      if (left > 0) expected.set(lot.lotId, Math.min(left, lot.remaining));
      left -= Math.min(left, lot.remaining);
    }
    expect(drawn).toEqual(expected);
  }
}

/** Only lots that have ended are touched by an expiry, and they are emptied. */
function expectOnlyEndedExpired(world: WalletWorld, wallet: WalletModel, before: Before, written: Written) {
  const ids = new Set(written.entries.filter(({ kind }) => kind === 'expire').map((one) => one.entryId));
  for (const { entryId, lotId, amount } of written.draws) {
    if (!ids.has(entryId)) continue;
    const lot = before.lots.get(lotId);
    if (!lot) throw new Error('an expiry drew on a lot that was not there');
    expect(amount).toBe(lot.remaining);
    const rules = world.rulesOf(lot.versionId);
    const own = endOfLot(rules, { ...lot, walletId: wallet.walletId, lastDay: null });
    expect(own).not.toBeNull();
    expect(own ?? world.day + 1).toBeLessThanOrEqual(world.day);
  }
}

/** A world that checks itself after every step. */
function watched(rules: Parameters<typeof play>[0]['versions']): WalletWorld {
  const states = new Map<WalletModel, Before>();
  const watcher: Watcher = {
    before: (wallet) => states.set(wallet, stateOf(wallet)),
    after: (wallet, written) => {
      const before = states.get(wallet) ?? stateOf(wallet);
      expectSound(wallet);
      expectSpentInOrder(before, written);
      expectOnlyEndedExpired(world, wallet, before, written);
    },
    preview: (_wallet, expected, written) => {
      const sums = new Map<number, number>();
      for (const { unitId, change } of written.entries) sums.set(unitId, (sums.get(unitId) ?? 0) + change);
      expect(sums).toEqual(expected);
    },
  };
  const world = new WalletWorld(rules, watcher);
  return world;
}

const snapshot = (world: WalletWorld) =>
  world.wallets.map((wallet) => ({
    entries: wallet.entries,
    draws: wallet.draws,
    lots: units.map((unitId) => wallet.lotsOf(unitId)),
    balances: units.map((unitId) => [
      wallet.balanceOf(unitId),
      wallet.carryOf(unitId),
      wallet.owedIn(unitId),
    ]),
  }));

describe('random histories of two wallets', () => {
  it('keep balance, lots and debts in step, spend the oldest first, expire only what has ended, and write what was previewed', () => {
    fc.assert(
      fc.property(versions, someSteps(), (rules, steps) => {
        const world = play(watched(rules), steps);
        for (const wallet of world.wallets) expectSound(wallet);
      }),
      { numRuns: rounds(600) },
    );
  });

  it('are not changed by any request that comes again', () => {
    fc.assert(
      fc.property(versions, someSteps(), (rules, steps) => {
        const world = play(new WalletWorld(rules), steps);
        const before = structuredClone(snapshot(world));
        world.retryAll();
        expect(snapshot(world)).toEqual(before);
        expect(snapshot(play(new WalletWorld(rules), steps))).toEqual(before);
      }),
      { numRuns: rounds(150) },
    );
  });

  it('restore the start exactly when everything is undone, in any order', () => {
    fc.assert(
      fc.property(
        versions,
        someSteps(['expire']),
        fc.array(fc.nat({ max: 9 }), { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }),
        (rules, steps, shuffle, opening) => {
          const world = new WalletWorld(rules);
          const start = new Set<number>();
          for (const [place, amount] of opening.entries()) {
            const wallet = world.walletOf(place % 2);
            const posting = world.posting(place % 2);
            for (const unitId of units) {
              const { entries } = wallet.adjust(posting, unitId, amount, 'opening balance');
              for (const { entryId } of entries) start.add(entryId);
            }
          }
          const before = world.wallets.map((wallet) =>
            units.map((unitId) => wallet.lotsOf(unitId).map(({ remaining }) => remaining)),
          );
          play(world, steps).undoEverything(shuffle, start);
          for (const [place, wallet] of world.wallets.entries()) {
            expectSound(wallet);
            const lots = units.map((unitId) => wallet.lotsOf(unitId));
            expect(
              lots.map((own) => own.filter(({ lotId }) => start.has(lotId)).map((lot) => lot.remaining)),
            ).toEqual(before[place]);
            expect(lots.flat().filter(({ lotId, remaining }) => !start.has(lotId) && remaining > 0)).toEqual(
              [],
            );
            for (const unitId of units) {
              expect(wallet.carryOf(unitId)).toEqual(noCarry);
              expect(wallet.owedIn(unitId)).toBe(0);
            }
          }
        },
      ),
      { numRuns: rounds(500) },
    );
  });

  it('lose by an undo of everything only what had expired of the start', () => {
    fc.assert(
      fc.property(
        versions,
        someSteps(['merge']),
        fc.array(fc.nat({ max: 9 }), { maxLength: 40 }),
        (rules, steps, shuffle) => {
          const world = new WalletWorld(rules);
          const start = new Set<number>();
          for (const wallet of world.wallets) {
            for (const unitId of units) {
              const { entries } = wallet.adjust(world.posting(0), unitId, 20, 'opening balance');
              for (const { entryId } of entries) start.add(entryId);
            }
          }
          play(world, steps).undoEverything(shuffle, start);
          for (const wallet of world.wallets) {
            expectSound(wallet);
            for (const lotId of [...start].filter((id) => wallet.entries.some((one) => one.entryId === id))) {
              const { unitId } = wallet.entry(lotId);
              expect(wallet.balanceOf(unitId)).toBe(20 - wallet.expiredOf(lotId));
              expect(wallet.carryOf(unitId)).toEqual(noCarry);
            }
          }
        },
      ),
      { numRuns: rounds(300) },
    );
  });

  it('take back the same for money returned in parts as for all of it at once', () => {
    fc.assert(
      fc.property(
        versions,
        someSteps(['merge']),
        fc.nat({ max: 40 }),
        fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 6 }),
        (rules, steps, place, parts) => {
          const [whole, divided] = [new WalletWorld(rules), new WalletWorld(rules)];
          const results = [whole, divided].map((world) => {
            play(world, steps);
            const visit = world.visits[place % Math.max(1, world.visits.length)];
            if (!visit) return null;
            const all = sumOf(parts, (part) => part);
            for (const part of world === whole ? [all] : parts) world.refund(visit, part, false);
            return [
              visit.refunded,
              ...units.map((unitId) => [visit.wallet.balanceOf(unitId), visit.wallet.carryOf(unitId)]),
            ];
          });
          expect(results[1]).toEqual(results[0]);
        },
      ),
      { numRuns: rounds(400) },
    );
  });

  it('reconcile over every interval, and intervals that touch add up', () => {
    fc.assert(
      fc.property(
        versions,
        someSteps(),
        fc.tuple(fc.nat({ max: 400 }), fc.nat({ max: 400 }), fc.nat({ max: 400 })),
        (rules, steps, cuts) => {
          const world = play(new WalletWorld(rules), steps);
          const entries = world.wallets.flatMap((wallet) => {
            const kinds = wallet.reconciled();
            return wallet.entries.map((entry, place) => ({ ...entry, ...kinds[place] }));
          });
          const first = world.versions.length > 0 ? 20_458 : 0;
          const [a, b, c] = cuts.map((cut) => first + cut).sort((x, y) => x - y) as [number, number, number];
          const within = (from: number, to: number) =>
            entries.filter(({ day }) => day >= from && day < to) as Parameters<typeof rollForward>[2];
          for (const unitId of units) {
            const balanceAt = (day: number) =>
              sumOf(
                entries.filter((entry) => entry.unitId === unitId && entry.day < day),
                (entry) => entry.change ?? 0,
              );
            const left = rollForward(unitId, balanceAt(a), within(a, b));
            const right = rollForward(unitId, left.closing, within(b, c));
            expect(left.closing).toBe(balanceAt(b));
            expect(right.closing).toBe(balanceAt(c));
            expect(joinRollForwards(left, right)).toEqual(rollForward(unitId, balanceAt(a), within(a, c)));
          }
        },
      ),
      { numRuns: rounds(200) },
    );
  });
});
