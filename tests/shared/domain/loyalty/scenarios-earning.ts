import {
  aBonus,
  aLevel,
  aLine,
  aPointsRule,
  aProgramme,
  aReward,
  aStampCard,
  cake,
  coffee,
  freeCoffee,
  giftCard,
  pointsUnit,
  stampUnit,
} from './programmes.ts';
import { pays, type Scenario, uses } from './scenario.ts';
import { itemUnit } from './wallet-steps.ts';

const pointsOnly = aProgramme({ stampCards: [], rewards: [aReward()] });
const stampsOnly = aProgramme({ points: null, rewards: [freeCoffee] });
const noGifts = { signUp: null, referral: null, birthday: null, milestones: [] };

/** How points and stamps come. */
export const earningScenarios: readonly Scenario[] = [
  {
    name: 'small sums add up: 12 x 0.35 are 4.20, four points and 0.20 carried',
    rules: pointsOnly,
    rows: [
      { day: '2026-03-02', does: pays(35), sums: 'points 0 + 0 = 0' }, // 0.35
      { day: '2026-03-03', does: pays(35), sums: 'points 0 + 0 = 0' }, // 0.70
      { day: '2026-03-04', does: pays(35), sums: 'points 0 + 1 = 1' }, // 1.05
      { day: '2026-03-05', does: pays(35), sums: 'points 1 + 0 = 1' }, // 1.40
      { day: '2026-03-06', does: pays(35), sums: 'points 1 + 0 = 1' }, // 1.75
      { day: '2026-03-09', does: pays(35), sums: 'points 1 + 1 = 2' }, // 2.10
      { day: '2026-03-10', does: pays(35), sums: 'points 2 + 0 = 2' }, // 2.45
      { day: '2026-03-11', does: pays(35), sums: 'points 2 + 0 = 2' }, // 2.80
      { day: '2026-03-12', does: pays(35), sums: 'points 2 + 1 = 3' }, // 3.15
      { day: '2026-03-13', does: pays(35), sums: 'points 3 + 0 = 3' }, // 3.50
      { day: '2026-03-16', does: pays(35), sums: 'points 3 + 0 = 3' }, // 3.85
      { day: '2026-03-17', does: pays(35), sums: 'points 3 + 1 = 4' }, // 4.20
      { day: '2026-03-18', does: pays(80), sums: 'points 4 + 1 = 5' }, // 5.00
    ],
  },
  {
    name: 'a doubled retry earns once',
    rules: aProgramme(),
    rows: [
      { day: '2026-03-02', does: pays(850, { name: 'lunch' }), sums: 'points 0 + 8 = 8; stamps 0 + 1 = 1' },
      {
        day: '2026-03-02',
        does: { kind: 'again', name: 'lunch' },
        sums: 'points 8 + 0 = 8; stamps 1 + 0 = 1',
      },
      {
        day: '2026-03-03',
        does: { kind: 'again', name: 'lunch' },
        sums: 'points 8 + 0 = 8; stamps 1 + 0 = 1',
      },
      // The remainder was carried once, too: 0.50 + 0.50.
      { day: '2026-03-03', does: pays(50), sums: 'points 8 + 1 = 9; stamps 1 + 1 = 2' },
    ],
  },
  {
    name: 'Tuesday double with a gold tier of one and a half',
    rules: aProgramme({
      stampCards: [],
      rewards: [aReward()],
      bonuses: [aBonus()],
      tiers: {
        basis: 'visits',
        window: { kind: 'rolling', days: 90 },
        graceDays: 30,
        levels: [aLevel(), aLevel({ id: 2, name: 'Gold', from: 2, factor: { num: 3, den: 2 } })],
      },
    }),
    rows: [
      { day: '2026-03-02', does: pays(800), sums: 'points 0 + 8 = 8' },
      // Tuesday, not gold yet: 8.00 x 2.
      { day: '2026-03-03', does: pays(800), sums: 'points 8 + 16 = 24' },
      // Wednesday, gold since two visits: 8.00 x 3/2.
      { day: '2026-03-04', does: pays(800), sums: 'points 24 + 12 = 36' },
      // Tuesday, gold: 8.50 x 2 x 3/2 = 25.5.
      { day: '2026-03-10', does: pays(850), sums: 'points 36 + 25 = 61' },
      // Wednesday, gold: 0.40 x 3/2 + 0.5 = 1.1.
      { day: '2026-03-11', does: pays(40), sums: 'points 61 + 1 = 62' },
    ],
  },
  {
    name: 'a rule change between visits leaves what was earned',
    rules: pointsOnly,
    rows: [
      { day: '2026-03-02', does: pays(850), sums: 'points 0 + 8 = 8' },
      {
        day: '2026-03-03',
        does: { kind: 'rules', rules: { ...pointsOnly, points: aPointsRule({ points: 3, per: 200 }) } },
        sums: 'points 8 + 0 = 8',
      },
      // 8.00 x 3/2.00 = 12, and the half point of before is carried on.
      { day: '2026-03-04', does: pays(800), sums: 'points 8 + 12 = 20' },
      // 1.00 x 3/2.00 + 0.5 = 2.
      { day: '2026-03-05', does: pays(100), sums: 'points 20 + 2 = 22' },
    ],
  },
  {
    name: 'stamps are capped at two a day',
    rules: aProgramme({ points: null, stampCards: [aStampCard({ perDay: 2 })], rewards: [freeCoffee] }),
    rows: [
      { day: '2026-03-02', does: pays(320), sums: 'stamps 0 + 1 = 1' },
      { day: '2026-03-02', does: pays(320, { name: 'second' }), sums: 'stamps 1 + 1 = 2' },
      { day: '2026-03-02', does: pays(320), sums: 'stamps 2 + 0 = 2' },
      // One of the two is undone: there is room again.
      { day: '2026-03-02', does: { kind: 'undo', name: 'second' }, sums: 'stamps 2 - 1 = 1' },
      { day: '2026-03-02', does: pays(320), sums: 'stamps 1 + 1 = 2' },
      { day: '2026-03-03', does: pays(320), sums: 'stamps 2 + 1 = 3' },
    ],
  },
  {
    name: 'a head start comes with the first visit, and only with that',
    rules: { ...stampsOnly, gifts: { ...noGifts, signUp: { unitId: stampUnit, amount: 2 } } },
    rows: [
      { day: '2026-03-02', does: pays(320, { name: 'first' }), sums: 'stamps 0 + 1 + 2 = 3' },
      { day: '2026-03-03', does: pays(320), sums: 'stamps 3 + 1 = 4' },
      // The first is undone: so is its head start; today's remaining visit is the first one now, but was paid none.
      { day: '2026-03-03', does: { kind: 'undo', name: 'first' }, sums: 'stamps 4 - 1 - 2 = 1' },
      { day: '2026-03-04', does: pays(320), sums: 'stamps 1 + 1 = 2' },
    ],
  },
  {
    name: 'a referral pays both sides at the friend’s second visit, and an undo takes both back',
    people: { Aino: {}, Olli: { referredBy: 'Aino' } },
    rules: aProgramme({
      points: aPointsRule(),
      stampCards: [],
      rewards: [aReward()],
      gifts: {
        ...noGifts,
        referral: {
          referrer: { unitId: pointsUnit, amount: 50 },
          friend: { unitId: pointsUnit, amount: 20 },
        },
      },
    }),
    rows: [
      { day: '2026-03-02', who: 'Olli', does: pays(800), sums: 'points 0 + 8 = 8' },
      {
        day: '2026-03-03',
        who: 'Olli',
        does: pays(800, { name: 'second' }),
        sums: 'points 8 + 8 + 20 = 36; Aino points 0 + 50 = 50',
      },
      {
        day: '2026-03-03',
        who: 'Olli',
        does: { kind: 'undo', name: 'second' },
        sums: 'points 36 - 8 - 20 = 8; Aino points 50 - 50 = 0',
      },
      {
        day: '2026-03-04',
        who: 'Olli',
        does: pays(800),
        sums: 'points 8 + 8 + 20 = 36; Aino points 0 + 50 = 50',
      },
      { day: '2026-03-05', who: 'Olli', does: pays(800), sums: 'points 36 + 8 = 44' },
    ],
  },
  {
    name: 'a birthday on 29 February is on 1 March in common years, once a year',
    people: { Aino: { birthday: { day: 29, month: 2 } } },
    rules: {
      ...pointsOnly,
      gifts: { ...noGifts, birthday: { gift: { unitId: pointsUnit, amount: 30 }, daysAround: 2 } },
    },
    rows: [
      { day: '2027-02-26', does: pays(500), sums: 'points 0 + 5 = 5' },
      { day: '2027-02-27', does: pays(500), sums: 'points 5 + 5 + 30 = 40' },
      { day: '2027-03-01', does: pays(500), sums: 'points 40 + 5 = 45' },
      // A leap year: the 29th itself, so 2 March is its last day.
      { day: '2028-03-02', does: pays(500), sums: 'points 45 + 5 + 30 = 80' },
      { day: '2029-03-04', does: pays(500), sums: 'points 80 + 5 = 85' },
    ],
  },
  {
    name: 'a milestone is given once, also when an undo makes its number come again',
    rules: {
      ...pointsOnly,
      gifts: { ...noGifts, milestones: [{ visits: 3, gift: { unitId: pointsUnit, amount: 100 } }] },
    },
    rows: [
      { day: '2026-03-02', does: pays(500, { name: 'first' }), sums: 'points 0 + 5 = 5' },
      { day: '2026-03-03', does: pays(500), sums: 'points 5 + 5 = 10' },
      { day: '2026-03-03', does: pays(500), sums: 'points 10 + 5 = 15' },
      { day: '2026-03-04', does: pays(500), sums: 'points 15 + 5 + 100 = 120' },
      { day: '2026-03-05', does: { kind: 'undo', name: 'first' }, sums: 'points 120 - 5 = 115' },
      // The third visit by number, the second time.
      { day: '2026-03-05', does: pays(500), sums: 'points 115 + 5 = 120' },
    ],
  },
  {
    name: 'a gift card earns nothing, the coffee beside it does',
    rules: aProgramme({
      stampCards: [],
      rewards: [aReward()],
      points: aPointsRule({ excluded: [{ kind: 'category', category: giftCard.category }] }),
    }),
    rows: [
      { day: '2026-03-02', does: pays(2000, { lines: [aLine(giftCard)] }), sums: 'points 0 + 0 = 0' },
      {
        day: '2026-03-02',
        // 20.00 + 3.20 + 4.20 - 20.00 = 7.40.
        does: pays(2740, { lines: [aLine(giftCard), aLine(coffee), aLine(cake)] }),
        sums: 'points 0 + 7 = 7',
      },
      { day: '2026-03-03', does: pays(60), sums: 'points 7 + 1 = 8' }, // 0.40 + 0.60
    ],
  },
  {
    name: 'below the minimum amount nothing is earned and nothing carried',
    rules: aProgramme({
      points: aPointsRule({ minAmount: 500 }),
      stampCards: [aStampCard({ on: { kind: 'visit', minAmount: 300 } })],
    }),
    rows: [
      { day: '2026-03-02', does: pays(299), sums: 'points 0 + 0 = 0; stamps 0 + 0 = 0' },
      { day: '2026-03-03', does: pays(499), sums: 'points 0 + 0 = 0; stamps 0 + 1 = 1' },
      { day: '2026-03-04', does: pays(500), sums: 'points 0 + 5 = 5; stamps 1 + 1 = 2' },
      { day: '2026-03-05', does: pays(501), sums: 'points 5 + 5 = 10; stamps 2 + 1 = 3' },
    ],
  },
  {
    name: 'several stamp cards and item points at once',
    rules: aProgramme({
      points: aPointsRule({ perItem: [{ scope: { kind: 'item', itemId: cake.itemId }, points: 5 }] }),
      stampCards: [
        aStampCard({ on: { kind: 'items', scopes: [{ kind: 'category', category: 'coffee' }] } }),
        aStampCard({
          unitId: itemUnit,
          name: 'Cakes',
          stamps: 2,
          on: { kind: 'items', scopes: [{ kind: 'item', itemId: cake.itemId }] },
        }),
      ],
      rewards: [aReward(), freeCoffee, aReward({ id: 3, unitId: itemUnit, price: 8, kind: 'thanks' })],
    }),
    rows: [
      {
        day: '2026-03-02',
        // 2 x 3.20 + 4.20 = 10.60 and a cake.
        does: pays(1060, { lines: [aLine(coffee, 2), aLine(cake)] }),
        sums: 'points 0 + 10 + 5 = 15; stamps 0 + 2 = 2; cakes 0 + 2 = 2',
      },
      {
        day: '2026-03-03',
        does: pays(420, { lines: [aLine(cake)] }),
        // 4.20 and 0.60 carried.
        sums: 'points 15 + 4 + 5 = 24; stamps 2 + 0 = 2; cakes 2 + 2 = 4',
      },
    ],
  },
  {
    name: 'a reward earns nothing by itself',
    rules: aProgramme({
      stampCards: [
        aStampCard({ size: 2, on: { kind: 'items', scopes: [{ kind: 'category', category: 'coffee' }] } }),
      ],
      rewards: [{ ...freeCoffee, price: 2 }],
    }),
    rows: [
      {
        day: '2026-03-02',
        does: pays(640, { lines: [aLine(coffee, 2)] }),
        sums: 'points 0 + 6 = 6; stamps 0 + 2 = 2',
      },
      // The free coffee alone: no money, no stamp.
      {
        day: '2026-03-03',
        does: uses(freeCoffee.id, 320, { lines: [aLine(coffee)], name: 'free' }),
        sums: 'points 6 + 0 = 6; stamps 2 - 2 = 0',
      },
      { day: '2026-03-03', does: { kind: 'undo', name: 'free' }, sums: 'points 6 + 0 = 6; stamps 0 + 2 = 2' },
      // Two coffees, one of them free, and a cake: 3.20 + 4.20 = 7.40 and one stamp; 0.40 + 0.40 carried.
      {
        day: '2026-03-04',
        does: uses(freeCoffee.id, 1060, { lines: [aLine(coffee, 2), aLine(cake)] }),
        sums: 'points 6 + 7 = 13; stamps 2 - 2 + 1 = 1',
      },
    ],
  },
];
