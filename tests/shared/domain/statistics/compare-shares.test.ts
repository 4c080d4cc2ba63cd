import { describe, expect, it } from 'vitest';
import { compareShares, newcombe, oddsRatio, pooledZ, wilson } from '#shared/domain/statistics/index.ts';
import { metricsExpected } from '#tests/support/metrics-expected.ts';

const share = (successes: number, n: number) => ({ successes, n });

describe('two shares', () => {
  it.each(metricsExpected.ab_tests)('equal the reference: $x1 of $n1 against $x2 of $n2', (known) => {
    const a = share(known.x1, known.n1);
    const b = share(known.x2, known.n2);
    const limits = [wilson(a.successes, a.n), wilson(b.successes, b.n)];
    for (const [index, expected] of [known.wilson1, known.wilson2].entries()) {
      expect(limits[index]?.low).toBeCloseTo(expected[0], 8);
      expect(limits[index]?.high).toBeCloseTo(expected[1], 8);
    }
    const effect = newcombe(a, b);
    expect(effect?.difference).toBeCloseTo(known.diff, 8);
    expect(effect?.interval.low).toBeCloseTo(known.newcombe95[0], 8);
    expect(effect?.interval.high).toBeCloseTo(known.newcombe95[1], 8);
    const z = pooledZ(a, b);
    if (known.z_pooled === null || known.p_z === null) expect(z).toBeNull();
    else {
      expect(z?.z).toBeCloseTo(known.z_pooled, 8);
      expect(z?.p).toBeCloseTo(known.p_z, 8);
    }
    const odds = oddsRatio(a, b);
    if (known.odds_ratio === null) expect(odds).toBeNull();
    else expect(odds).toBeCloseTo(known.odds_ratio, 8);
  });

  it.each([
    ['different', 27, 115, 15, 120],
    ['different', 240, 1000, 200, 1000],
    ['unclear', 3, 25, 10, 27],
    ['notShown', 3, 20, 0, 20],
    ['notShown', 12, 12, 12, 12],
    ['noData', 0, 0, 3, 4],
  ] as const)('are %s: %i of %i against %i of %i', (verdict, x1, n1, x2, n2) => {
    expect(compareShares(share(x1, n1), share(x2, n2)).verdict).toBe(verdict);
  });

  it('show the effect with the verdict', () => {
    expect(compareShares(share(9, 10), share(3, 10))).toMatchObject({
      verdict: 'different',
      difference: expect.closeTo(0.6, 12),
      p: expect.closeTo(0.019766611, 8),
    });
  });
});
