import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearIdenticalNames } from '#shared/domain/search/near-identical-names.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('nearIdenticalNames', () => {
  it.each([
    ['Ayşe Yıldırım', 'AYSE YILDIRIM'],
    ['Virtanen Matti', 'Matti Virtanen'],
    ['Anna-Liisa Korhonen', 'Annaliisa Korhonen'],
    ['Matti Virtanen', 'Matti Virtannen'],
    ['Matti Virtanen', 'Virtanne Matti'],
    ['Catherine Moore', 'Katherine Moore'],
    ["O'Neill", 'ONeill'],
  ])('%j is like %j', (a, b) => {
    expect(nearIdenticalNames(a, b)).toBe(true);
  });

  it.each([
    ['Matti Virtanen', 'Pekka Virtanen'],
    ['Kai Laine', 'Kaj Laine'],
    ['Ada Ek', 'Ida Ek'],
    ['Matti Virtanen', 'Matti'],
    ['Matti Virtanen', 'Mati Virtannen'],
    ['', ''],
    ['-', 'Matti'],
    ['Anna Anna', 'Anna'],
  ])('%j is not like %j', (a, b) => {
    expect(nearIdenticalNames(a, b)).toBe(false);
  });

  it('is symmetric, and everybody with a letter is like themselves', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcä'), maxLength: 6 });
    const name = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(nearIdenticalNames(a, b)).toBe(nearIdenticalNames(b, a));
        expect(nearIdenticalNames(a, a)).toBe(a.trim() !== '');
      }),
      { numRuns: rounds(1000) },
    );
  });
});
