import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { midRankScores, rfmCustomers, rfmGrid, rfmParts, rfmScores } from '#shared/domain/retention/index.ts';
import { metricsExpected } from '#tests/support/metrics-expected.ts';
import { rounds } from '#tests/support/rounds.ts';
import { cafeEnd, cafeVisits } from './cafe-log.ts';

const known = metricsExpected.transactions.rfm;

describe('the RFM scores of the café', () => {
  const scores = rfmScores(rfmCustomers(cafeVisits, { end: cafeEnd }));

  it.each(['R', 'F', 'M'] as const)('are spread over the five scores of %s as in the reference', (letter) => {
    const counts = [1, 2, 3, 4, 5].map((score) => scores.filter((one) => one[letter] === score).length);
    expect(counts).toEqual(known.count_by_score[letter]);
  });

  it('are those of the first twelve customers', () => {
    expect(known.first12).toHaveLength(12);
    for (const { id, recency_days, visits, spend, R, F, M } of known.first12) {
      expect(scores.find((one) => one.customerId === id)).toMatchObject({
        recencyDays: recency_days,
        visits,
        spend: expect.closeTo(spend, 6),
        R,
        F,
        M,
      });
    }
  });

  it('name 35 champions', () => {
    expect(scores.filter((one) => one.cell === '555')).toHaveLength(known.champions_555);
  });

  it('fit no grid of fewer parts', () => expect(() => rfmGrid(scores, 3)).toThrow(RangeError));

  it('fill the grid with everybody once', () => {
    const grid = rfmGrid(scores);
    expect(grid).toHaveLength(25);
    expect(grid[0]).toMatchObject({ R: 5, F: 5 });
    const inField = scores.filter((score) => score.R === 4 && score.F === 2);
    expect(grid.find((field) => field.R === 4 && field.F === 2)?.customers).toBe(inField.length);
    expect(grid.reduce((sum, field) => sum + field.customers, 0)).toBe(400);
    expect(grid.reduce((sum, field) => sum + field.spend, 0)).toBeCloseTo(
      metricsExpected.transactions.revenue,
      6,
    );
  });
});

describe('midRankScores', () => {
  it('scores the toy values as metrics.md does', () => {
    expect(midRankScores([1, 1, 1, 1, 2, 3, 5, 8, 13, 40], 5)).toEqual([2, 2, 2, 2, 3, 3, 4, 4, 5, 5]);
  });

  it('puts all equal values in the middle', () => {
    expect(midRankScores([7, 7, 7], 5)).toEqual([3, 3, 3]);
    expect(midRankScores([7, 7, 7], 3)).toEqual([2, 2, 2]);
    expect(midRankScores([], 5)).toEqual([]);
  });

  it('does not depend on the order, rises with the values and is fair to equals', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 1, maxLength: 60 }), (values) => {
        const scores = midRankScores(values, 5);
        expect(midRankScores([...values].reverse(), 5)).toEqual([...scores].reverse());
        for (const [i, a] of values.entries()) {
          expect(scores[i]).toBeGreaterThanOrEqual(1);
          expect(scores[i]).toBeLessThanOrEqual(5);
          const less = values.filter((value) => value < a).length;
          const equal = values.filter((value) => value === a).length;
          const p = (less + equal / 2) / values.length;
          expect(scores[i]).toBe(Math.min(5, 1 + Math.floor(5 * p + 1e-12)));
          for (const [j, b] of values.entries()) {
            if (a < b) expect(scores[i]).toBeLessThanOrEqual(scores[j] ?? 0);
          }
        }
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('rfmScores', () => {
  it('gives the best score to the most recent, frequent and generous', () => {
    const customers = Array.from({ length: 25 }, (_, index) => ({
      customerId: index,
      recencyDays: index,
      visits: 25 - index,
      spend: 100 * (25 - index),
    }));
    const scores = rfmScores(customers);
    expect(scores[0]?.cell).toBe('555');
    expect(scores.at(-1)?.cell).toBe('111');
    expect(rfmScores(customers, 3)[0]?.cell).toBe('333');
  });

  it('is not asked for more parts than there are people for', () => {
    expect([8, 9, 24, 25].map(rfmParts)).toEqual([null, 3, 3, 5]);
  });
});
