import {
  aLevel,
  aLine,
  aPointsRule,
  aProgramme,
  aReward,
  cake,
  coffee,
  freeCoffee,
  stampUnit,
} from './programmes.ts';
import { pays, type Scenario, uses } from './scenario.ts';

const pointsOnly = aProgramme({ stampCards: [], rewards: [aReward()] });
const cheap = aReward({ id: 1, price: 80, amountOff: 400 });

/** How points and stamps are used, given back and end. */
export const spendingScenarios: readonly Scenario[] = [
  {
    name: '100 old points, 80 spent, 50 new: 50 are left after the expiry',
    rules: {
      ...pointsOnly,
      rewards: [cheap],
      expiry: { points: { kind: 'months', months: 12, graceDays: 0 }, stamps: { kind: 'never' } },
    },
    rows: [
      { day: '2025-01-10', does: pays(10_000), sums: 'points 0 + 100 = 100' },
      // The reward of 4.00 pays the whole bill.
      { day: '2025-12-01', does: uses(1, 400), sums: 'points 100 - 80 = 20' },
      { day: '2025-12-20', does: pays(5000), sums: 'points 20 + 50 = 70' },
      { day: '2026-01-09', does: { kind: 'expire' }, sums: 'points 70 - 0 = 70' },
      // Of the hundred 20 are left; a naive sum takes 100 and says -30.
      { day: '2026-01-10', does: { kind: 'expire' }, sums: 'points 70 - 20 = 50' },
      { day: '2026-01-11', does: { kind: 'expire' }, sums: 'points 50 - 0 = 50' },
      { day: '2026-12-20', does: { kind: 'expire' }, sums: 'points 50 - 50 = 0' },
    ],
  },
  {
    name: 'an expiry never touches points earned later, not even when a reward is given back after it',
    rules: {
      ...pointsOnly,
      rewards: [cheap],
      expiry: {
        points: { kind: 'endOf', period: 'month', later: 0, graceDays: 0 },
        stamps: { kind: 'never' },
      },
    },
    rows: [
      { day: '2026-03-30', does: pays(9000), sums: 'points 0 + 90 = 90' },
      { day: '2026-03-31', does: uses(1, 400, { name: 'reward' }), sums: 'points 90 - 80 = 10' },
      { day: '2026-04-01', does: { kind: 'expire' }, sums: 'points 10 - 10 = 0' },
      { day: '2026-04-02', does: pays(3000), sums: 'points 0 + 30 = 30' },
      // The 80 come back to the lot of March, which has ended.
      { day: '2026-04-02', does: { kind: 'undo', name: 'reward' }, sums: 'points 30 + 80 = 110' },
      { day: '2026-04-03', does: { kind: 'expire' }, sums: 'points 110 - 80 = 30' },
      { day: '2026-04-30', does: { kind: 'expire' }, sums: 'points 30 - 0 = 30' },
      { day: '2026-05-01', does: { kind: 'expire' }, sums: 'points 30 - 30 = 0' },
    ],
  },
  {
    name: 'an earning that was spent is undone: the balance is overdrawn and settled by the next one',
    rules: { ...pointsOnly, rewards: [cheap] },
    rows: [
      { day: '2026-03-02', does: pays(10_000, { name: 'big' }), sums: 'points 0 + 100 = 100' },
      { day: '2026-03-02', does: uses(1, 400), sums: 'points 100 - 80 = 20' },
      { day: '2026-03-02', does: { kind: 'undo', name: 'big' }, sums: 'points 20 - 100 = -80' },
      { day: '2026-03-03', does: uses(1, 400), sums: '', refused: 'insufficient' },
      { day: '2026-03-03', does: pays(5000), sums: 'points -80 + 50 = -30' },
      { day: '2026-03-04', does: pays(4000), sums: 'points -30 + 40 = 10' },
    ],
  },
  {
    name: 'money is returned in part and then wholly: points by part, stamps at the end',
    rules: aProgramme(),
    rows: [
      { day: '2026-03-02', does: pays(850, { name: 'lunch' }), sums: 'points 0 + 8 = 8; stamps 0 + 1 = 1' },
      { day: '2026-03-02', does: { kind: 'refund', name: 'lunch', amount: 300 }, sums: 'points 8 - 3 = 5' },
      // 0.50 were carried: the next 0.50 take no point.
      { day: '2026-03-02', does: { kind: 'refund', name: 'lunch', amount: 50 }, sums: 'points 5 - 0 = 5' },
      {
        day: '2026-03-02',
        does: { kind: 'refund', name: 'lunch', amount: 500 },
        sums: 'points 5 - 5 = 0; stamps 1 - 1 = 0',
      },
      { day: '2026-03-03', does: pays(100), sums: 'points 0 + 1 = 1; stamps 0 + 1 = 1' },
    ],
  },
  {
    name: 'a reward used with a refunded visit comes back when it is returned too',
    rules: aProgramme({ stampCards: [], rewards: [cheap] }),
    rows: [
      { day: '2026-03-02', does: pays(8000), sums: 'points 0 + 80 = 80' },
      // 14.00 less 4.00 earn 10.
      { day: '2026-03-03', does: uses(1, 1400, { name: 'lunch' }), sums: 'points 80 - 80 + 10 = 10' },
      {
        day: '2026-03-03',
        does: { kind: 'refund', name: 'lunch', amount: 1000, returnRewards: true },
        sums: 'points 10 - 10 + 80 = 80',
      },
    ],
  },
  {
    name: 'a refund above a daily cap takes back only what was earned',
    rules: { ...pointsOnly, points: aPointsRule({ dailyCap: 10 }) },
    rows: [
      { day: '2026-03-02', does: pays(2500, { name: 'feast' }), sums: 'points 0 + 10 = 10' },
      { day: '2026-03-02', does: pays(500), sums: 'points 10 + 0 = 10' },
      // 25 less 15 cut off: the first 15.00 cost nothing.
      {
        day: '2026-03-03',
        does: { kind: 'refund', name: 'feast', amount: 1500 },
        sums: 'points 10 - 0 = 10',
      },
      { day: '2026-03-03', does: { kind: 'refund', name: 'feast', amount: 400 }, sums: 'points 10 - 4 = 6' },
      { day: '2026-03-03', does: { kind: 'refund', name: 'feast', amount: 600 }, sums: 'points 6 - 6 = 0' },
      { day: '2026-03-04', does: pays(300), sums: 'points 0 + 3 = 3' },
    ],
  },
  {
    name: 'a part of a reward is taken for a part of its price',
    rules: { ...pointsOnly, rewards: [aReward({ partial: true })] },
    rows: [
      { day: '2026-03-02', does: pays(9000), sums: 'points 0 + 90 = 90' },
      // 64 points are worth 3.20: the coffee is free.
      { day: '2026-03-03', does: uses(1, 320, { spend: 64 }), sums: 'points 90 - 64 + 0 = 26' },
      // 20 points are worth 1.00 of 9.00: 8.00 earn 8.
      { day: '2026-03-04', does: uses(1, 900, { spend: 20 }), sums: 'points 26 - 20 + 8 = 14' },
      { day: '2026-03-05', does: uses(1, 900, { spend: 15 }), sums: '', refused: 'insufficient' },
    ],
  },
  {
    name: 'per cent off are rounded down, and what is left earns',
    rules: {
      ...pointsOnly,
      rewards: [aReward({ kind: 'percentOff', percent: 15, amountOff: null, price: 10 })],
    },
    rows: [
      { day: '2026-03-02', does: pays(1000), sums: 'points 0 + 10 = 10' },
      // 15 % of 7.45 are 1.1175, so 1.11; 6.34 earn 6 and 0.34 is carried.
      { day: '2026-03-03', does: uses(1, 745), sums: 'points 10 - 10 + 6 = 6' },
      { day: '2026-03-04', does: pays(66), sums: 'points 6 + 1 = 7' },
    ],
  },
  {
    name: 'the same visit’s points cannot pay for it',
    rules: { ...pointsOnly, rewards: [cheap] },
    rows: [
      { day: '2026-03-02', does: pays(7900), sums: 'points 0 + 79 = 79' },
      { day: '2026-03-03', does: uses(1, 9900), sums: '', refused: 'insufficient' },
      { day: '2026-03-03', does: pays(100), sums: 'points 79 + 1 = 80' },
      { day: '2026-03-04', does: uses(1, 1400), sums: 'points 80 - 80 + 10 = 10' },
    ],
  },
  {
    name: 'a stock is sold out for everybody, and an undo puts one back',
    people: { Aino: {}, Olli: {} },
    rules: { ...pointsOnly, rewards: [aReward({ price: 10, stock: 2 })] },
    rows: [
      { day: '2026-03-02', does: pays(3000), sums: 'points 0 + 30 = 30' },
      { day: '2026-03-02', who: 'Olli', does: pays(3000), sums: 'points 0 + 30 = 30' },
      { day: '2026-03-03', does: uses(1, 500), sums: 'points 30 - 10 = 20' },
      { day: '2026-03-03', who: 'Olli', does: uses(1, 500, { name: 'mine' }), sums: 'points 30 - 10 = 20' },
      { day: '2026-03-03', does: uses(1, 500), sums: '', refused: 'soldOut' },
      { day: '2026-03-03', who: 'Olli', does: { kind: 'undo', name: 'mine' }, sums: 'points 20 + 10 = 30' },
      { day: '2026-03-04', does: uses(1, 500), sums: 'points 20 - 10 = 10' },
    ],
  },
  {
    name: 'a reward for a tier is for that tier',
    rules: {
      ...pointsOnly,
      rewards: [aReward({ id: 4, kind: 'experience', price: 10, tierId: 2 })],
      tiers: {
        basis: 'visits',
        window: { kind: 'rolling', days: 90 },
        graceDays: 30,
        levels: [aLevel(), aLevel({ id: 2, name: 'Regular', from: 2 })],
      },
    },
    rows: [
      { day: '2026-03-02', does: pays(1000, { name: 'first' }), sums: 'points 0 + 10 = 10' },
      { day: '2026-03-03', does: uses(4, 500), sums: '', refused: 'tier' },
      { day: '2026-03-03', does: pays(1000), sums: 'points 10 + 10 = 20' },
      { day: '2026-03-04', does: uses(4, 500), sums: 'points 20 - 10 + 5 = 15' },
      // Ninety days and thirty of grace after the second visit it was over; the third one counts alone.
      { day: '2026-07-20', does: uses(4, 500), sums: '', refused: 'tier' },
    ],
  },
  {
    name: 'something new is only for who never bought it',
    rules: {
      ...pointsOnly,
      rewards: [aReward({ id: 4, kind: 'freeItem', itemId: cake.itemId, price: 5, onlyNew: true })],
    },
    rows: [
      {
        day: '2026-03-02',
        does: pays(1060, { lines: [aLine(coffee, 2), aLine(cake)], name: 'both' }),
        sums: 'points 0 + 10 = 10',
      },
      { day: '2026-03-03', does: uses(4, 420, { lines: [aLine(cake)] }), sums: '', refused: 'notNew' },
      { day: '2026-03-03', does: pays(320, { lines: [aLine(coffee)] }), sums: 'points 10 + 3 = 13' },
      { day: '2026-03-03', does: { kind: 'undo', name: 'both' }, sums: 'points 13 - 10 = 3' },
      { day: '2026-03-04', does: pays(200), sums: 'points 3 + 2 = 5' },
      // 7.40 less the cake of 4.20: 3.20 earn 3.
      {
        day: '2026-03-05',
        does: uses(4, 740, { lines: [aLine(coffee), aLine(cake)] }),
        sums: 'points 5 - 5 + 3 = 3',
      },
    ],
  },
  {
    name: 'points of a silent customer end after six months; a visit keeps them',
    rules: {
      ...pointsOnly,
      expiry: { points: { kind: 'inactivity', months: 6, graceDays: 0 }, stamps: { kind: 'never' } },
    },
    rows: [
      { day: '2026-01-10', does: pays(1000), sums: 'points 0 + 10 = 10' },
      { day: '2026-07-09', does: { kind: 'expire' }, sums: 'points 10 - 0 = 10' },
      { day: '2026-07-09', does: pays(500), sums: 'points 10 + 5 = 15' },
      { day: '2026-07-10', does: { kind: 'expire' }, sums: 'points 15 - 0 = 15' },
      { day: '2027-01-08', does: { kind: 'expire' }, sums: 'points 15 - 0 = 15' },
      { day: '2027-01-09', does: { kind: 'expire' }, sums: 'points 15 - 15 = 0' },
    ],
  },
  {
    name: 'stamps end with the quarter, two weeks of grace',
    rules: aProgramme({
      points: null,
      rewards: [{ ...freeCoffee, price: 2 }],
      expiry: {
        points: { kind: 'never' },
        stamps: { kind: 'endOf', period: 'quarter', later: 0, graceDays: 14 },
      },
    }),
    rows: [
      { day: '2026-02-02', does: pays(320), sums: 'stamps 0 + 1 = 1' },
      { day: '2026-03-31', does: pays(320), sums: 'stamps 1 + 1 = 2' },
      { day: '2026-04-01', does: pays(320), sums: 'stamps 2 + 1 = 3' },
      { day: '2026-04-14', does: { kind: 'expire' }, sums: 'stamps 3 - 0 = 3' },
      // In the grace the oldest are used first.
      { day: '2026-04-14', does: uses(freeCoffee.id, null), sums: 'stamps 3 - 2 + 1 = 2' },
      { day: '2026-04-15', does: { kind: 'expire' }, sums: 'stamps 2 - 0 = 2' },
      { day: '2026-07-15', does: { kind: 'expire' }, sums: 'stamps 2 - 2 = 0' },
    ],
  },
  {
    name: 'a correction by hand is a lot of its own and never takes more than there is',
    rules: aProgramme({
      points: null,
      rewards: [{ ...freeCoffee, price: 5 }],
    }),
    rows: [
      { day: '2026-03-02', does: { kind: 'adjust', unitId: stampUnit, change: 6 }, sums: 'stamps 0 + 6 = 6' },
      { day: '2026-03-02', does: uses(freeCoffee.id, null), sums: 'stamps 6 - 5 + 1 = 2' },
      {
        day: '2026-03-03',
        does: { kind: 'adjust', unitId: stampUnit, change: -2 },
        sums: 'stamps 2 - 2 = 0',
      },
    ],
  },
];
