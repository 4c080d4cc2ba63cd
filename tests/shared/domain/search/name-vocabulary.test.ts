import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { damerauWithinOne } from '#shared/domain/search/edit-distance.ts';
import { NameVocabulary } from '#shared/domain/search/name-vocabulary.ts';
import { rounds } from '#tests/support/rounds.ts';

const aVocabulary = (words: Readonly<Record<string, number>>) =>
  new NameVocabulary(Object.entries(words), 100);

describe('NameVocabulary', () => {
  const words = aVocabulary({ virtanen: 5, virta: 2, maki: 7, makinen: 3, aino: 4, ai: 1 });

  it('counts the names that have a word with a beginning', () => {
    expect(words.countPrefix('virta')).toBe(7);
    expect(words.countPrefix('maki')).toBe(10);
    expect(words.countPrefix('a')).toBe(5);
    expect(words.countPrefix('z')).toBe(0);
    expect(words.countPrefix('virtanenn')).toBe(0);
  });

  it('finds words with letters inside, from three on', () => {
    expect(words.containing('irt')).toEqual({ words: ['virta', 'virtanen'], names: 7 });
    expect([...words.containing('nen').words].sort()).toEqual(['makinen', 'virtanen']);
    expect(words.containing('ai')).toEqual({ words: [], names: 0 });
    expect(words.containing('xyz')).toEqual({ words: [], names: 0 });
  });

  it('finds words a slip away, and beginnings of words a slip away from four letters on', () => {
    expect(words.similar('mkainen').words).toEqual(['makinen']);
    expect(words.similar('vitra').words).toEqual(['virta', 'virtanen']);
    expect(words.similar('mik').words).toEqual([]);
    expect(words.similar('ano').words).toEqual(['aino']);
    expect(words.similar('a').words).toEqual([]);
  });

  it('learns new names at once', () => {
    const learning = aVocabulary({ virtanen: 5 });
    expect(learning.countPrefix('ke')).toBe(0);
    learning.add('Kerttu Virtanen');
    expect(learning.countPrefix('ke')).toBe(1);
    expect(learning.countPrefix('virtanen')).toBe(6);
    expect(learning.containing('ertt').words).toEqual(['kerttu']);
    expect(learning.names).toBe(101);
    expect(learning.size).toBe(2);
  });

  it('puts groups together, the most frequent words first when there are too many', () => {
    const groups = [words.containing('nen'), words.containing('virta')];
    expect(new Set(words.together(groups, 10).words)).toEqual(new Set(['virtanen', 'makinen', 'virta']));
    expect(words.together(groups, 2)).toEqual({ words: ['virtanen', 'makinen'], names: 8 });
    expect(words.together([], 2)).toEqual({ words: [], names: 0 });
  });

  it('agrees with looking at every word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ö', 'σ'), minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(
        fc.dictionary(word, fc.integer({ min: 1, max: 9 })),
        word,
        word,
        (counts, query, learned) => {
          const vocabulary = aVocabulary(counts);
          vocabulary.add(learned);
          const all = new Map(Object.entries(counts));
          // What is learned is folded first.
          for (const each of [learned.normalize('NFD').replace(/\p{M}/gu, '')])
            all.set(each, (all.get(each) ?? 0) + 1);
          const having = (test: (each: string) => boolean) => [...all.keys()].filter(test).sort();
          const sum = (some: readonly string[]) =>
            some.reduce((total, each) => total + (all.get(each) ?? 0), 0);
          expect(vocabulary.countPrefix(query)).toBe(sum(having((each) => each.startsWith(query))));
          if (query.length >= 3) {
            const inside = having((each) => each.includes(query));
            expect([...vocabulary.containing(query).words].sort()).toEqual(inside);
            expect(vocabulary.containing(query).names).toBe(sum(inside));
          }
          if (query.length >= 4) {
            const near = having((each) =>
              Array.from({ length: each.length + 1 }, (_, end) => each.slice(0, end)).some((start) =>
                damerauWithinOne(start, query),
              ),
            );
            expect([...vocabulary.similar(query).words].sort()).toEqual(near);
          }
        },
      ),
      { numRuns: rounds(300) },
    );
  });
});
