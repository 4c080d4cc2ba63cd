import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rhythmWords } from '#renderer/src/screens/till/rhythm-words.ts';
import { reachedReward, spokenLine } from '#renderer/src/screens/till/spoken-line.ts';
import { stampRow } from '#renderer/src/screens/till/stamp-row.ts';
import type { BalanceChange, Receipt } from '#shared/contract/till.ts';
import type { Reward } from '#shared/domain/loyalty/programme.ts';
import { rounds } from '#tests/support/rounds.ts';
import { aReward } from './till-builders.ts';

describe('rhythmWords', () => {
  it.each([
    [1, { kind: 'daily' }],
    [2, { kind: 'everyOtherDay' }],
    [3.5, { kind: 'twiceAWeek' }],
    [7, { kind: 'weekly' }],
    [14, { kind: 'weeks', count: 2 }],
    [30, { kind: 'monthly' }],
    [42, { kind: 'weeks', count: 6 }],
    [91, { kind: 'months', count: 3 }],
  ])('%d days', (days, words) => {
    expect(rhythmWords(days)).toEqual(words);
  });
});

describe('stampRow', () => {
  it('shows stamps, today, what is open and the reward at the end', () => {
    const row = stampRow(7, 10, 1);
    expect(row.cells.map(({ cell }) => cell)).toEqual([
      ...Array(7).fill('stamped'),
      'today',
      'open',
      'reward',
    ]);
    expect(row).toMatchObject({ on: 7, fullCards: 0, leftAfterToday: 2 });
  });

  it('fills the card with today', () => {
    expect(stampRow(9, 10, 1)).toMatchObject({ on: 9, leftAfterToday: 0 });
    expect(stampRow(9, 10, 1).cells.at(-1)).toEqual({ place: 10, cell: 'today' });
  });

  it('shows a full card full, and the next one when more was collected', () => {
    expect(stampRow(10, 10, 1)).toMatchObject({ on: 10, fullCards: 0, leftAfterToday: 9 });
    expect(stampRow(23, 10, 1)).toMatchObject({ on: 3, fullCards: 2, leftAfterToday: 6 });
    expect(stampRow(0, 10, 0)).toMatchObject({ on: 0, fullCards: 0, leftAfterToday: 10 });
  });

  it('always has one place per stamp of the card', () => {
    const counts = fc.tuple(
      fc.integer({ min: -5, max: 200 }),
      fc.integer({ min: 2, max: 50 }),
      fc.integer({ min: 0, max: 5 }),
    );
    fc.assert(
      fc.property(counts, ([balance, size, today]) => {
        const row = stampRow(balance, size, today);
        expect(row.cells).toHaveLength(size);
        expect(row.on + row.fullCards * size).toBe(Math.max(0, balance));
        expect(row.leftAfterToday).toBeGreaterThanOrEqual(0);
        expect(row.leftAfterToday).toBeLessThanOrEqual(size);
      }),
      { numRuns: rounds(200) },
    );
  });
});

const change = (fields: Partial<BalanceChange>): BalanceChange => ({
  unitId: 5,
  kind: 'stamps',
  name: 'Coffee card',
  before: 7,
  earned: 1,
  spent: 0,
  gifts: 0,
  after: 8,
  target: 10,
  rewardName: 'Filter coffee',
  ...fields,
});

const reward = (fields: Partial<Reward>): Reward => aReward({ id: 1, name: 'Filter coffee', ...fields });

const receipt = (fields: Partial<Receipt>): Receipt => ({
  visitId: 1,
  at: 0,
  day: '2026-11-03',
  customerId: 3,
  customerName: 'Aino Mäkelä',
  amount: 900,
  lines: [],
  rewards: [],
  vouchers: [],
  changes: [],
  visits: 7,
  staffName: 'Mira',
  replayed: false,
  ...fields,
});

describe('spokenLine', () => {
  const offered = [reward({})];

  it('says what matters most', () => {
    const near = change({});
    const reached = change({ before: 9, after: 10 });
    expect(spokenLine(receipt({ changes: [near] }), false, offered)).toEqual({
      kind: 'stampsLeft',
      count: 2,
      reward: 'Filter coffee',
    });
    expect(spokenLine(receipt({ changes: [reached] }), false, offered)).toEqual({
      kind: 'rewardReady',
      reward: 'Filter coffee',
    });
    expect(
      spokenLine(
        receipt({ rewards: [{ rewardId: 1, name: 'Filter coffee' }], changes: [reached] }),
        false,
        offered,
      ),
    ).toEqual({
      kind: 'rewardUsed',
      reward: 'Filter coffee',
    });
    expect(spokenLine(receipt({ visits: 1, changes: [near] }), true, offered)).toEqual({ kind: 'welcome' });
    // Known from an imported list: a first visit on record is no reason to greet a regular as somebody new.
    expect(spokenLine(receipt({ visits: 1, changes: [] }), false, offered)).toEqual({ kind: 'thanks' });
    expect(spokenLine(receipt({ visits: 50, changes: [near] }), false, offered)).toEqual({
      kind: 'milestone',
      count: 50,
    });
    expect(spokenLine(receipt({ changes: [change({ before: 1, after: 2 })] }), false, offered)).toEqual({
      kind: 'thanks',
    });
  });

  it('has nothing to say to nobody', () => {
    expect(spokenLine(receipt({ customerId: null, visits: null }), false, offered)).toBeNull();
  });

  it('mentions points only near the reward', () => {
    const points = (after: number) =>
      change({ kind: 'points', before: after - 9, after, target: 500, rewardName: 'Bag of beans' });
    expect(spokenLine(receipt({ changes: [points(421)] }), false, [])).toEqual({
      kind: 'pointsLeft',
      count: 79,
      reward: 'Bag of beans',
    });
    expect(spokenLine(receipt({ changes: [points(300)] }), false, [])).toEqual({ kind: 'thanks' });
  });
});

describe('reachedReward', () => {
  it('is the dearest of what this visit brought within reach', () => {
    const rewards = [
      reward({ id: 1, price: 10 }),
      reward({ id: 2, price: 20 }),
      reward({ id: 3, price: 21 }),
    ];
    expect(reachedReward([change({ before: 9, after: 20 })], rewards)?.id).toBe(2);
    expect(reachedReward([change({ before: 20, after: 20 })], rewards)).toBeNull();
    expect(reachedReward([change({ before: 9, after: 10 })], [reward({ active: false })])).toBeNull();
  });
});
