import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCarry, noCarry } from '#shared/domain/loyalty/carry.ts';
import { earn, previewEarning } from '#shared/domain/loyalty/earn.ts';
import { rounds } from '#tests/support/rounds.ts';
import {
  aBonus,
  aLevel,
  aLine,
  aPointsRule,
  aProgramme,
  aStampCard,
  aVisit,
  cake,
  coffee,
  dayOf,
  giftCard,
  pointsUnit,
  stampUnit,
} from './programmes.ts';

const rules = aProgramme();
const pointsOnly = aProgramme({ stampCards: [] });
const stampsOnly = aProgramme({ points: null });
const tuesday = dayOf('2026-03-10');
const changes = (...given: Parameters<typeof earn>) => earn(...given).map(({ change }) => change);

describe('points for what was paid', () => {
  it('are one for each whole euro; fifty cents are carried on', () => {
    // 8.50 at one point per euro: 8 points and half a point.
    expect(earn(rules, aVisit({ amount: 850 }))).toEqual([
      {
        unitId: stampUnit,
        kind: 'stamps',
        change: 1,
        carry: { num: 0, den: 1 },
        why: { kind: 'stampForVisit', stamps: 1, bonus: null },
      },
      {
        unitId: pointsUnit,
        kind: 'points',
        change: 8,
        carry: { num: 1, den: 2 },
        why: {
          kind: 'pointsForAmount',
          base: 850,
          points: 1,
          per: 100,
          carried: 50,
          bonus: null,
          tier: null,
          itemPoints: 0,
          capped: false,
        },
      },
    ]);
  });

  it('0.50 carried and 0.60 paid make one point, and 0.10 is carried on', () => {
    expect(earn(pointsOnly, aVisit({ amount: 60, carry: { num: 1, den: 2 } }))).toMatchObject([
      // From 0.50 to 0.10.
      { change: 1, carry: { num: -2, den: 5 }, why: { carried: 10 } },
    ]);
  });

  it('too little for a point is kept, not lost', () => {
    // 3 points for 7.00: 1.00 is 3/7 of a point.
    const slow = aProgramme({ stampCards: [], points: aPointsRule({ points: 3, per: 700 }) });
    expect(earn(slow, aVisit({ amount: 100 }))).toMatchObject([
      { change: 0, carry: { num: 3, den: 7 }, why: { carried: 100 } },
    ]);
  });

  it.each([
    ['an unknown amount', null],
    ['nothing paid', 0],
  ])('%s earns the stamp of the visit alone', (_what, amount) => {
    const earned = earn(rules, aVisit({ amount, carry: { num: 1, den: 2 } }));
    expect(earned.map(({ kind, change }) => [kind, change])).toEqual([['stamps', 1]]);
  });

  it('are nothing in a programme that gives nothing', () => {
    expect(earn(aProgramme({ points: null, stampCards: [] }), aVisit())).toEqual([]);
  });

  it('fill up what an undo left below nothing first', () => {
    // -0.40 and 1.00 make 0.60.
    expect(earn(pointsOnly, aVisit({ amount: 100, carry: { num: -2, den: 5 } }))).toMatchObject([
      { change: 0, carry: { num: 1, den: 1 }, why: { carried: 60 } },
    ]);
  });

  it('begin at the minimum amount', () => {
    const from5 = aProgramme({ stampCards: [], points: aPointsRule({ minAmount: 500 }) });
    expect(changes(from5, aVisit({ amount: 499 }))).toEqual([]);
    expect(changes(from5, aVisit({ amount: 500 }))).toEqual([5]);
  });

  it('leave out what is excluded, and say nothing when that is everything', () => {
    const excluding = aProgramme({
      stampCards: [],
      points: aPointsRule({ excluded: [{ kind: 'category', category: 'giftCards' }] }),
    });
    const lines = [aLine(giftCard), aLine(coffee)];
    // 23.20 with a gift card of 20.00: 3.20 earn.
    expect(earn(excluding, aVisit({ amount: 2320, lines }))).toMatchObject([
      { change: 3, why: { base: 320 } },
    ]);
    expect(earn(excluding, aVisit({ amount: 2000, lines: [aLine(giftCard)] }))).toEqual([]);
    // Rewards took more off than the rest was worth.
    expect(earn(excluding, aVisit({ amount: 1900, lines: [aLine(giftCard)] }))).toEqual([]);
  });

  it('come on top for single items, by the piece', () => {
    const extra = aProgramme({
      stampCards: [],
      points: aPointsRule({ perItem: [{ scope: { kind: 'item', itemId: cake.itemId }, points: 5 }] }),
    });
    // 2 x 4.20 + 3.20 = 11.60: 11 points and 2 x 5.
    const lines = [aLine(cake, 2), aLine(coffee)];
    expect(earn(extra, aVisit({ amount: 1160, lines }))).toMatchObject([
      { change: 21, why: { itemPoints: 10, carried: 60 } },
    ]);
  });

  it('end at the cap of the day; the remainder goes on', () => {
    const capped = aProgramme({ stampCards: [], points: aPointsRule({ dailyCap: 10 }) });
    const today = { earnedToday: (unitId: number) => (unitId === pointsUnit ? 7 : 99) };
    expect(earn(capped, aVisit({ amount: 850, ...today }))).toMatchObject([
      { change: 3, carry: { num: 1, den: 2 }, why: { capped: true } },
    ]);
    expect(earn(capped, aVisit({ amount: 300, ...today }))).toMatchObject([
      { change: 3, why: { capped: false } },
    ]);
    expect(earn(capped, aVisit({ amount: 850, earnedToday: () => 12 }))).toMatchObject([{ change: 0 }]);
  });

  it('are multiplied by bonus and tier together, exactly, and name both', () => {
    const double = aProgramme({ stampCards: [], bonuses: [aBonus()] });
    const gold = aLevel({ id: 3, name: 'Gold', factor: { num: 3, den: 2 } });
    // 8.50 x 2 x 3/2 = 25.5.
    expect(earn(double, aVisit({ amount: 850, day: tuesday, tier: gold }))).toMatchObject([
      {
        change: 25,
        carry: { num: 1, den: 2 },
        why: { bonus: { name: 'Tuesday double', num: 2, den: 1 }, tier: { name: 'Gold', num: 3, den: 2 } },
      },
    ]);
    // A tier that multiplies by one is not named.
    expect(earn(double, aVisit({ tier: aLevel() }))).toMatchObject([{ why: { bonus: null, tier: null } }]);
  });

  it('in parts are what they are at once: the carried remainder is exact', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 2000 }), { minLength: 1, maxLength: 30 });
    const rates = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(amounts, rates, (parts, [points, per]) => {
        const programme = aProgramme({ stampCards: [], points: aPointsRule({ points, per }) });
        let carry = noCarry;
        let earned = 0;
        for (const amount of parts) {
          for (const earning of earn(programme, aVisit({ amount, carry }))) {
            earned += earning.change;
            carry = addCarry(carry, earning.carry);
          }
        }
        const sum = parts.reduce((total, amount) => total + amount, 0);
        expect(earned).toBe(Math.floor((sum * points) / per));
        // Off the grid the remainder is a little more than exact, never less.
        const exact = ((sum * points) % per) / per;
        expect(carry.num / carry.den).toBeGreaterThanOrEqual(exact - Number.EPSILON);
        expect(carry.num / carry.den).toBeLessThan(exact + 1e-8);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('stamps', () => {
  it('for a visit may ask for a minimum, which an unknown sum does not reach', () => {
    const from5 = aProgramme({
      points: null,
      stampCards: [aStampCard({ on: { kind: 'visit', minAmount: 500 } })],
    });
    expect(changes(from5, aVisit({ amount: 500 }))).toEqual([1]);
    expect(changes(from5, aVisit({ amount: 499 }))).toEqual([]);
    expect(changes(from5, aVisit({ amount: 0 }))).toEqual([]);
    expect(changes(from5, aVisit({ amount: null }))).toEqual([]);
  });

  it('for items are counted by the piece, on several cards at once', () => {
    const cards = aProgramme({
      points: null,
      stampCards: [
        aStampCard({ on: { kind: 'items', scopes: [{ kind: 'category', category: 'coffee' }] } }),
        aStampCard({ unitId: 3, stamps: 2, on: { kind: 'items', scopes: [{ kind: 'item', itemId: 12 }] } }),
      ],
    });
    expect(earn(cards, aVisit({ lines: [aLine(coffee, 3), aLine(cake)] }))).toMatchObject([
      { unitId: stampUnit, change: 3, why: { kind: 'stampForItems', pieces: 3, stamps: 3 } },
      { unitId: 3, change: 2, why: { pieces: 1, stamps: 2 } },
    ]);
    expect(earn(cards, aVisit({ lines: [] }))).toEqual([]);
  });

  it('end at the cap of the day', () => {
    const capped = aProgramme({ points: null, stampCards: [aStampCard({ perDay: 2 })] });
    expect(changes(capped, aVisit({ earnedToday: () => 1 }))).toEqual([1]);
    expect(changes(capped, aVisit({ earnedToday: () => 2 }))).toEqual([]);
  });

  it('are multiplied and rounded down; a bonus that rounds away is not named', () => {
    const double = { ...stampsOnly, bonuses: [aBonus({ applies: 'stamps' })] };
    expect(earn(double, aVisit({ day: tuesday }))).toMatchObject([
      { change: 2, why: { bonus: { name: 'Tuesday double' } } },
    ]);
    const half = { ...stampsOnly, bonuses: [aBonus({ applies: 'both', factor: { num: 3, den: 2 } })] };
    expect(earn(half, aVisit({ day: tuesday }))).toMatchObject([{ change: 1, why: { bonus: null } }]);
    const three = { ...half, stampCards: [aStampCard({ stamps: 3 })] };
    // 3 x 3/2 = 4.5.
    expect(earn(three, aVisit({ day: tuesday }))).toMatchObject([
      { change: 4, why: { bonus: { num: 3, den: 2 } } },
    ]);
  });
});

describe('the preview', () => {
  it('is the sum per unit', () => {
    expect(previewEarning(rules, aVisit({ amount: 850, carry: { num: 1, den: 2 } }))).toEqual(
      new Map([
        [stampUnit, 1],
        [pointsUnit, 9],
      ]),
    );
    expect(previewEarning(pointsOnly, aVisit({ amount: null }))).toEqual(new Map());
  });
});
