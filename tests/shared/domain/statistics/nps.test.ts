import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nps, npsDifference, npsGroup } from '#shared/domain/statistics/index.ts';
import { metricsExpected } from '#tests/support/metrics-expected.ts';
import { rounds } from '#tests/support/rounds.ts';

describe('nps', () => {
  it.each(metricsExpected.nps)('equals the reference: $promoters, $passives, $detractors', (known) => {
    const found = nps(known.promoters, known.passives, known.detractors);
    expect(found.n).toBe(known.n);
    expect(found.score).toBeCloseTo(known.nps, 9);
    expect(found.formulaMargin).toBeCloseTo(known.moe95, 8);
    expect(found.formulaInterval?.low).toBeCloseTo(known.ci[0], 8);
    expect(found.formulaInterval?.high).toBeCloseTo(known.ci[1], 8);
    const honest = known.n >= 30 && known.moe95 > 0;
    expect(found.margin).toBe(honest ? found.formulaMargin : null);
    expect(found.interval).toEqual(honest ? found.formulaInterval : null);
  });

  it('shows no margin below 30 answers or when all are alike', () => {
    expect(nps(20, 5, 4).margin).toBeNull();
    expect(nps(20, 5, 5).margin).not.toBeNull();
    expect(nps(50, 0, 0)).toMatchObject({ score: 100, margin: null, formulaMargin: 0 });
    expect(nps(0, 31, 0)).toMatchObject({ score: 0, margin: null, formulaMargin: 0 });
    expect(nps(0, 0, 0)).toMatchObject({ n: 0, score: null, margin: null, formulaMargin: null });
  });

  // metrics.md §0: "An NPS from 50 answers is about +-22 points."
  it('is about 22 points wide with 50 answers', () => expect(nps(25, 15, 10).margin).toBeCloseTo(21.6485, 4));

  it('refuses what are no counts', () => {
    expect(() => nps(-1, 0, 0)).toThrow(RangeError);
    expect(() => nps(1, 0.5, 0)).toThrow(RangeError);
  });

  it('agrees with the spread of the answers themselves', () => {
    fc.assert(
      fc.property(fc.nat(80), fc.nat(80), fc.nat(80), (promoters, passives, detractors) => {
        fc.pre(promoters + passives + detractors > 0);
        const found = nps(promoters, passives, detractors);
        const answers = [
          ...Array.from({ length: promoters }, () => 1),
          ...Array.from({ length: passives }, () => 0),
          ...Array.from({ length: detractors }, () => -1),
        ];
        const mean = answers.reduce((sum, one) => sum + one, 0) / answers.length;
        const variance = answers.reduce((sum, one) => sum + (one - mean) ** 2, 0) / answers.length;
        expect(found.score).toBeCloseTo(100 * mean, 9);
        expect(found.formulaMargin).toBeCloseTo(195.9963984540054 * Math.sqrt(variance / answers.length), 9);
      }),
      { numRuns: rounds(200) },
    );
  });
});

describe('npsDifference', () => {
  it('equals the reference: 19 points more that could be chance', () => {
    const { a, b, diff, moe95, significant } = metricsExpected.nps_difference;
    const found = npsDifference(
      nps(a.promoters, a.passives, a.detractors),
      nps(b.promoters, b.passives, b.detractors),
    );
    expect(found?.difference).toBeCloseTo(diff, 9);
    expect(found?.margin).toBeCloseTo(moe95, 8);
    expect(found?.significant).toBe(significant);
  });

  it('tells a clear change and says nothing about too few answers', () => {
    expect(npsDifference(nps(600, 250, 150), nps(480, 300, 220))?.significant).toBe(true);
    expect(npsDifference(nps(7, 2, 1), nps(48, 30, 22))).toBeNull();
    expect(npsDifference(nps(0, 0, 0), nps(48, 30, 22))).toBeNull();
  });
});

describe('npsGroup', () => {
  it('sorts the eleven answers', () => {
    const groups = Array.from({ length: 11 }, (_, answer) => npsGroup(answer));
    expect(groups.filter((group) => group === 'detractor')).toHaveLength(7);
    expect(groups.slice(7)).toEqual(['passive', 'passive', 'promoter', 'promoter']);
    expect(() => npsGroup(11)).toThrow(RangeError);
    expect(() => npsGroup(-1)).toThrow(RangeError);
    expect(() => npsGroup(8.5)).toThrow(RangeError);
  });
});
