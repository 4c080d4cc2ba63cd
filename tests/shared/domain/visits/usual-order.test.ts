import { describe, expect, it } from 'vitest';
import { usualOrder } from '#shared/domain/visits/usual-order.ts';

const coffee = { itemId: 1, quantity: 1 };
const cake = { itemId: 2, quantity: 1 };
const twoCoffees = { itemId: 1, quantity: 2 };

describe('the usual', () => {
  it('is what was ordered most often', () => {
    expect(usualOrder([[cake], [coffee], [coffee, cake], [coffee]])).toEqual([coffee]);
  });

  it('is nothing before an order was repeated', () => {
    expect(usualOrder([])).toBeNull();
    expect(usualOrder([[coffee], [cake], [coffee, cake]])).toBeNull();
  });

  it('is the newer of two that are equally frequent', () => {
    expect(usualOrder([[cake], [coffee], [coffee], [cake]])).toEqual([cake]);
    expect(usualOrder([[coffee], [cake], [cake], [coffee]])).toEqual([coffee]);
  });

  it('knows an order in any order of its lines, and two coffees from one', () => {
    expect(
      usualOrder([
        [coffee, cake],
        [cake, coffee],
      ]),
    ).toEqual([coffee, cake]);
    expect(usualOrder([[twoCoffees], [coffee]])).toBeNull();
  });

  it('does not count visits without items', () => {
    expect(usualOrder([[], [], [], [coffee], [coffee]])).toEqual([coffee]);
  });
});
