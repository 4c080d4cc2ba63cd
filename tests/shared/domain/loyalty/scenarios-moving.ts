import { aPointsRule, aProgramme, aReward, freeCoffee } from './programmes.ts';
import { pays, type Scenario, uses } from './scenario.ts';

const pointsOnly = aProgramme({ stampCards: [], rewards: [aReward({ price: 80, amountOff: 400 })] });
const two = { Aino: {}, Olli: {} };

/** How balances move between people. */
export const movingScenarios: readonly Scenario[] = [
  {
    name: 'a visit is moved to who really came, with its reward',
    people: two,
    rules: pointsOnly,
    rows: [
      { day: '2026-03-02', does: pays(9000), sums: 'points 0 + 90 = 90' },
      { day: '2026-03-02', who: 'Olli', does: pays(8000), sums: 'points 0 + 80 = 80' },
      { day: '2026-03-03', does: uses(1, 1400, { name: 'lunch' }), sums: 'points 90 - 80 + 10 = 20' },
      {
        day: '2026-03-03',
        does: { kind: 'move', name: 'lunch', to: 'Olli' },
        sums: 'points 20 + 80 - 10 = 90; Olli points 80 - 80 + 10 = 10',
      },
    ],
  },
  {
    name: 'a wallet that owes is merged: the debt goes along, and the unmerge takes it back',
    people: two,
    rules: pointsOnly,
    rows: [
      { day: '2026-03-02', who: 'Olli', does: pays(8550, { name: 'big' }), sums: 'points 0 + 85 = 85' },
      { day: '2026-03-02', who: 'Olli', does: uses(1, 400), sums: 'points 85 - 80 = 5' },
      { day: '2026-03-02', who: 'Olli', does: { kind: 'undo', name: 'big' }, sums: 'points 5 - 85 = -80' },
      { day: '2026-03-02', does: pays(10_000), sums: 'points 0 + 100 = 100' },
      // 100 of Aino's and 80 that Olli owes.
      {
        day: '2026-03-03',
        who: 'Olli',
        does: { kind: 'join', with: 'Aino', because: 'merge' },
        sums: 'Aino points 100 - 80 = 20; Olli points 100 - 80 = 20',
      },
      {
        day: '2026-03-04',
        who: 'Olli',
        does: pays(1000),
        sums: 'Aino points 20 + 10 = 30; Olli points 20 + 10 = 30',
      },
      {
        day: '2026-03-05',
        who: 'Olli',
        does: { kind: 'separate', from: 'Aino' },
        // What was earned together since stays with who was kept.
        sums: 'Aino points 30 + 80 = 110; Olli points 0 - 80 = -80',
      },
    ],
  },
  {
    name: 'merged lots keep their ends, and what was spent since stays spent where it was',
    people: two,
    rules: {
      ...pointsOnly,
      expiry: { points: { kind: 'months', months: 12, graceDays: 0 }, stamps: { kind: 'never' } },
    },
    rows: [
      { day: '2026-01-10', who: 'Olli', does: pays(5000), sums: 'points 0 + 50 = 50' },
      { day: '2026-03-02', does: pays(6000), sums: 'points 0 + 60 = 60' },
      {
        day: '2026-03-03',
        who: 'Olli',
        does: { kind: 'join', with: 'Aino', because: 'merge' },
        sums: 'Aino points 60 + 50 = 110; Olli points 60 + 50 = 110',
      },
      // The oldest first: Olli's 50 and 30 of Aino's.
      { day: '2026-03-04', does: uses(1, 400), sums: 'points 110 - 80 = 30; Olli points 110 - 80 = 30' },
      {
        day: '2026-03-05',
        who: 'Olli',
        does: { kind: 'separate', from: 'Aino' },
        sums: 'Aino points 30 - 50 = -20; Olli points 0 + 50 = 50',
      },
      {
        day: '2027-01-10',
        does: { kind: 'expire' },
        sums: 'Aino points -20 - 0 = -20; Olli points 50 - 50 = 0',
      },
    ],
  },
  {
    name: 'a household collects in one wallet; a daily cap is each person’s own',
    people: two,
    rules: aProgramme({
      points: aPointsRule({ dailyCap: 10 }),
      rewards: [aReward(), { ...freeCoffee, price: 4 }],
    }),
    rows: [
      { day: '2026-03-02', does: pays(650), sums: 'points 0 + 6 = 6; stamps 0 + 1 = 1' },
      {
        day: '2026-03-02',
        who: 'Olli',
        does: pays(350),
        sums: 'points 0 + 3 = 3; stamps 0 + 1 = 1',
      },
      // The halves of a point meet, too: they are a whole one with the next visit.
      {
        day: '2026-03-02',
        who: 'Olli',
        does: { kind: 'join', with: 'Aino', because: 'household' },
        sums: 'Aino points 6 + 3 = 9; Aino stamps 1 + 1 = 2; Olli points 6 + 3 = 9; Olli stamps 1 + 1 = 2',
      },
      {
        day: '2026-03-03',
        who: 'Olli',
        does: pays(700),
        // 7.00 and the two halves.
        sums: 'Aino points 9 + 8 = 17; Aino stamps 2 + 1 = 3; Olli points 9 + 8 = 17; Olli stamps 2 + 1 = 3',
      },
      {
        day: '2026-03-03',
        does: pays(2500),
        sums: 'Aino points 17 + 10 = 27; Aino stamps 3 + 1 = 4; Olli points 17 + 10 = 27; Olli stamps 3 + 1 = 4',
      },
      {
        day: '2026-03-04',
        who: 'Olli',
        does: uses(freeCoffee.id, null),
        sums: 'Aino stamps 4 - 4 + 1 = 1; Olli stamps 4 - 4 + 1 = 1',
      },
    ],
  },
];
