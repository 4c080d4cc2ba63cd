import { describe, expect, it } from 'vitest';
import { inScope, nextReward, unitsOf } from '#shared/domain/loyalty/programme.ts';
import {
  aProgramme,
  aReward,
  aStampCard,
  cake,
  coffee,
  freeCoffee,
  pointsUnit,
  stampUnit,
} from './programmes.ts';

const rules = aProgramme({
  rewards: [
    aReward({ id: 1, price: 300 }),
    aReward({ id: 2, price: 100 }),
    freeCoffee,
    aReward({ id: 4, price: 50, active: false }),
  ],
});

describe('the units of a programme', () => {
  it('are stamp cards first, then points: the order of the till', () => {
    const cards = [aStampCard(), aStampCard({ unitId: 3, name: 'Cakes' })];
    expect(unitsOf({ ...rules, stampCards: cards })).toEqual([
      { unitId: stampUnit, kind: 'stamps', name: 'Coffee card' },
      { unitId: 3, kind: 'stamps', name: 'Cakes' },
      { unitId: pointsUnit, kind: 'points', name: '' },
    ]);
  });

  it('are only those it gives', () => {
    expect(unitsOf({ ...rules, stampCards: [] }).map(({ kind }) => kind)).toEqual(['points']);
    expect(unitsOf({ ...rules, points: null }).map(({ kind }) => kind)).toEqual(['stamps']);
    expect(unitsOf({ ...rules, points: null, stampCards: [] })).toEqual([]);
  });
});

describe('the reward a customer collects for', () => {
  it.each([
    [0, 2],
    [99, 2],
    // Reached is reached: now for the next.
    [100, 1],
    [299, 1],
    // All reached: the dearest.
    [300, 1],
    [-5, 2],
  ])('with %i points is number %i', (balance, id) => {
    expect(nextReward(rules, pointsUnit, balance)?.id).toBe(id);
  });

  it('is none where nothing is priced in the unit', () => {
    expect(nextReward(rules, 77, 10)).toBeNull();
    expect(nextReward({ rewards: [aReward({ active: false })] }, pointsUnit, 10)).toBeNull();
  });
});

describe('a scope', () => {
  it('is an item or a whole category', () => {
    const scopes = [
      { kind: 'item', itemId: coffee.itemId },
      { kind: 'category', category: 'tea' },
    ] as const;
    expect(inScope(coffee, scopes)).toBe(true);
    expect(inScope(cake, scopes)).toBe(false);
    expect(inScope({ itemId: 99, category: 'tea' }, scopes)).toBe(true);
    expect(inScope(coffee, [])).toBe(false);
  });
});
