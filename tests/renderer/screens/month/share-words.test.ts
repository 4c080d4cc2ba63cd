import { describe, expect, it } from 'vitest';
import { shareWords, textbookWords } from '#renderer/src/screens/month/share-words.ts';

describe('what is said about a share', () => {
  it('is nothing without a denominator', () => {
    expect(shareWords(0, 0)).toEqual({ kind: 'noData' });
    expect(textbookWords(3, 3, 0)).toEqual({ kind: 'noData' });
  });

  it('is a count below 20 people', () => {
    expect(shareWords(12, 18)).toEqual({ kind: 'counts', part: 12, whole: 18 });
    expect(shareWords(0, 19)).toEqual({ kind: 'counts', part: 0, whole: 19 });
    expect(textbookWords(15, 3, 18)).toEqual({ kind: 'counts', part: 12, whole: 18 });
  });

  it.each([
    [130, 150, 0.803, 0.912],
    [31, 44, 0.558, 0.818],
    [19, 20, 0.764, 0.991],
  ])('is a percentage with its interval from 20 people on: %i of %i', (part, whole, low, high) => {
    const words = shareWords(part, whole);
    if (words.kind !== 'percent') throw new Error('a percentage');
    expect(words.share).toBe(part / whole);
    expect(words.interval.low).toBeCloseTo(low, 3);
    expect(words.interval.high).toBeCloseTo(high, 3);
  });

  it('lets the textbook figure exceed 100 %', () => {
    expect(textbookWords(130, 20, 100)).toEqual({ kind: 'percent', share: 1.1 });
  });

  it('computes the published examples correctly', () => {
    const share = (E: number, N: number, S: number) => {
      const words = textbookWords(E, N, S);
      return words.kind === 'percent' ? words.share : null;
    };
    expect(share(170, 40, 150)).toBeCloseTo(0.8667, 4);
    expect(share(40_000, 1_000, 50_000)).toBeCloseTo(0.78, 10);
    expect(share(24, 5, 20)).toBeCloseTo(0.95, 10);
    expect(share(43, 12, 44)).toBeCloseTo(0.7045, 4);
  });
});
