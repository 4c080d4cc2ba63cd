import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowAfterKey } from '#renderer/src/components/row-keys.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('walking through a list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['PageDown', 3, 12],
    ['PageUp', 30, 21],
    ['Home', 30, 0],
    ['End', 3, 99],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['PageDown', 95, 99],
    ['PageUp', 5, 0],
    ['ArrowDown', -1, 0],
    ['PageDown', -1, 9],
  ])('%s from row %i leads to row %i', (key, from, to) => {
    expect(rowAfterKey(key, from, 100, 9)).toBe(to);
  });

  it('ignores other keys and empty lists', () => {
    expect(rowAfterKey('a', 3, 100, 9)).toBeNull();
    expect(rowAfterKey('Enter', 3, 100, 9)).toBeNull();
    expect(rowAfterKey('End', 0, 0, 9)).toBeNull();
  });

  it('never leaves the list', () => {
    const key = fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End');
    fc.assert(
      fc.property(
        key,
        fc.integer({ min: -1, max: 60_000 }),
        fc.integer({ min: 1, max: 50_000 }),
        (pressed, row, total) => {
          const next = rowAfterKey(pressed, Math.min(row, total - 1), total, 9);
          expect(next).toBeGreaterThanOrEqual(0);
          expect(next).toBeLessThan(total);
        },
      ),
      { numRuns: rounds(200) },
    );
  });
});
