import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DurationRow, logRank } from '#shared/domain/statistics/index.ts';
import { metricsExpected, rowsOf } from '#tests/support/metrics-expected.ts';
import { rounds } from '#tests/support/rounds.ts';

const { A, B, ...known } = metricsExpected.logrank_toy;

describe('logRank', () => {
  it('equals R survdiff on the toy groups', () => {
    const found = logRank(rowsOf(A), rowsOf(B));
    expect(found.observed).toEqual(known.observed);
    expect(found.expected[0]).toBeCloseTo(known.expected[0], 6);
    expect(found.expected[1]).toBeCloseTo(known.expected[1], 6);
    expect(found.chi2).toBeCloseTo(known.chi2, 7);
    expect(found.p).toBeCloseTo(known.p, 6);
  });

  it('compares nothing without events or with one empty side', () => {
    expect(logRank([{ days: 4, event: 0 }], [{ days: 5, event: 0 }])).toMatchObject({ chi2: null, p: null });
    expect(logRank([], rowsOf(B))).toMatchObject({ observed: [0, 4], expected: [0, 4], chi2: null });
    expect(logRank([], [])).toEqual({ observed: [0, 0], expected: [0, 0], chi2: null, p: null });
  });

  it('sees groups that clearly differ', () => {
    const quick = Array.from({ length: 30 }, (_, index) => ({ days: 1 + (index % 5), event: 1 as const }));
    const slow = Array.from({ length: 30 }, (_, index) => ({ days: 30 + (index % 5), event: 1 as const }));
    expect(logRank(quick, slow).p).toBeLessThan(1e-6);
  });

  const rows = fc.array(fc.record({ days: fc.nat(20), event: fc.constantFrom<0 | 1>(0, 1) }), {
    minLength: 1,
    maxLength: 30,
  });

  it('turns round with its sides, adds up, and equals a plain reading of the definition', () => {
    fc.assert(
      fc.property(rows, rows, (a, b) => {
        const there = logRank(a, b);
        const back = logRank(b, a);
        expect(there.expected[0] + there.expected[1]).toBeCloseTo(there.observed[0] + there.observed[1], 9);
        expect(back.observed).toEqual([there.observed[1], there.observed[0]]);
        const plain = plainLogRank(a, b);
        expect(there.expected[0]).toBeCloseTo(plain.expected, 9);
        if (there.chi2 === null) expect(plain.variance).toBe(0);
        else {
          expect(there.chi2).toBeCloseTo((there.observed[0] - plain.expected) ** 2 / plain.variance, 6);
          expect(back.chi2).toBeCloseTo(there.chi2, 6);
        }
      }),
      { numRuns: rounds(300) },
    );
  });
});

function plainLogRank(a: readonly DurationRow[], b: readonly DurationRow[]) {
  let expected = 0;
  let variance = 0;
  for (let t = 0; t <= 20; t += 1) {
    const atRisk = (rows: readonly DurationRow[]) => rows.filter((row) => row.days >= t).length;
    const events = [...a, ...b].filter((row) => row.days === t && row.event === 1).length;
    const n = atRisk(a) + atRisk(b);
    if (n === 0) continue;
    const share = atRisk(a) / n;
    expected += events * share;
    if (n > 1) variance += (events * share * (1 - share) * (n - events)) / (n - 1);
  }
  return { expected, variance };
}
