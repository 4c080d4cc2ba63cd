import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginsWithinOneEdit, damerauWithinOne } from '#shared/domain/search/edit-distance.ts';
import { rounds } from '#tests/support/rounds.ts';

/** The textbook table of optimal string alignment, to compare with. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      rows[i]?.splice(j, 1, best);
    }
  }
  return at(a.length, b.length);
}

describe('damerauWithinOne', () => {
  it.each([
    ['matti', 'matti', true],
    ['matti', 'mati', true],
    ['mati', 'matti', true],
    ['matti', 'matto', true],
    ['matti', 'amtti', true],
    ['matti', 'matit', true],
    ['matti', 'mtati', true],
    ['matti', 'mat', false],
    ['matti', 'tamti', false],
    ['abcd', 'badc', false],
    ['', 'a', true],
    ['', 'ab', false],
    ['', '', true],
    ['ab', 'ba', true],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(damerauWithinOne(a, b)).toBe(expected);
    expect(damerauWithinOne(b, a)).toBe(expected);
  });

  it('agrees with the full distance table', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(damerauWithinOne(a, b)).toBe(distance(a, b) <= 1);
      }),
      { numRuns: rounds(3000) },
    );
  });
});

describe('beginsWithinOneEdit', () => {
  it.each([
    ['virtanen', 'virt', true],
    ['virtanen', 'vitr', true],
    ['virtanen', 'irta', true],
    ['virtanen', 'viirta', true],
    ['virtanen', 'vixta', true],
    ['virtanen', 'vtria', false],
    ['kalli', 'kallio', true],
    ['kall', 'kallio', false],
    ['', 'a', true],
    ['', 'ab', false],
    ['a', '', true],
  ])('%j begins like %j: %s', (word, typed, expected) => {
    expect(beginsWithinOneEdit(word, typed)).toBe(expected);
  });

  it('is whether any beginning of the word is within one edit', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 });
    fc.assert(
      fc.property(text, text, (word, typed) => {
        const beginnings = Array.from({ length: word.length + 1 }, (_, end) => word.slice(0, end));
        expect(beginsWithinOneEdit(word, typed)).toBe(
          beginnings.some((start) => damerauWithinOne(start, typed)),
        );
      }),
      { numRuns: rounds(2_000) },
    );
  });
});
