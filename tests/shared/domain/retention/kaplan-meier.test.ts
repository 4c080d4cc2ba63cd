import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kaplanMeier,
  quantileOf,
  restrictedMean,
  returnRows,
  survivalAt,
} from '#shared/domain/retention/index.ts';
import { z95 } from '#shared/domain/statistics/index.ts';
import { metricsExpected, rowsOf } from '#tests/support/metrics-expected.ts';
import { rounds } from '#tests/support/rounds.ts';
import { cafeEnd, cafeVisits } from './cafe-log.ts';

describe('the toy curve', () => {
  const known = metricsExpected.km_toy;
  const curve = kaplanMeier(rowsOf(known));

  it('equals R survfit step by step', () => {
    expect(curve).toMatchObject({ n: 10, events: 6, lastT: 30 });
    expect(curve.steps).toHaveLength(known.table.length);
    for (const [index, step] of known.table.entries()) {
      const found = curve.steps[index];
      expect(found).toMatchObject({ t: step.t, atRisk: step.at_risk, events: step.events });
      expect(found?.S).toBeCloseTo(step.S, 8);
      expect(found?.se).toBeCloseTo(step.se, 8);
      expect(found?.lo).toBeCloseTo(step.lo, 8);
      expect(found?.hi).toBeCloseTo(step.hi, 8);
    }
  });

  it('has the same quantiles and restricted mean', () => {
    expect(curve.median).toBe(known.median);
    expect(curve.medianLimits).toEqual(known.median_ci95);
    expect(quantileOf(curve, 0.25).t).toBe(known.q25_time);
    expect(quantileOf(curve, 0.9).t).toBeNull();
    // R prints one decimal. By hand: 5 + 2 (.9) + 5 (.7) + 2 (7/12) + 6 (7/15) + 10 (14/45) = 17.3778.
    expect(restrictedMean(curve, 30)?.toFixed(1)).toBe(String(known.rmst30));
    expect(restrictedMean(curve, 30)).toBeCloseTo(5 + 1.8 + 3.5 + 7 / 6 + 2.8 + 28 / 9, 12);
    expect(restrictedMean(curve, 31)).toBeNull();
  });

  it('does not depend on the order of the rows nor on how they are bundled', () => {
    expect(kaplanMeier(rowsOf(known).reverse())).toEqual(curve);
    const bundled = [
      { days: 7, event: 1, count: 2 },
      ...rowsOf(known).filter((row) => row.days !== 7),
      { days: 3, event: 0, count: 0 },
    ] as const;
    expect(kaplanMeier(bundled)).toEqual(curve);
  });
});

describe('the café', () => {
  const known = metricsExpected.km_synthetic_cafe;
  const rows = returnRows(cafeVisits, { end: cafeEnd });
  const curve = kaplanMeier(rows.first);

  it('comes back as in the reference', () => {
    expect(curve).toMatchObject({ n: known.n, events: known.events, median: known.median_days });
    for (const [t, S] of Object.entries(known.S)) {
      expect(survivalAt(curve, Number(t))?.S).toBeCloseTo(S, 8);
    }
  });

  it('has the reference limits after 28 days, on both scales', () => {
    const found = survivalAt(curve, 28);
    expect(found?.lo).toBeCloseTo(known.ci_loglog_28[0], 8);
    expect(found?.hi).toBeCloseTo(known.ci_loglog_28[1], 8);
    const margin = z95 * (found?.se ?? Number.NaN);
    expect((found?.S ?? Number.NaN) - margin).toBeCloseTo(known.ci_plain_28[0], 7);
    expect((found?.S ?? Number.NaN) + margin).toBeCloseTo(known.ci_plain_28[1], 7);
  });

  it('has the median on a step that lies exactly on one half', () => {
    expect(survivalAt(curve, 18)?.S).toBeCloseTo(0.5, 12);
    expect(curve.median).toBe(18);
  });

  it('has the pooled gaps of the reference', () => {
    const pooled = kaplanMeier(rows.gaps);
    const { all_gaps } = known;
    expect(pooled).toMatchObject({ n: all_gaps.n, events: all_gaps.events, median: all_gaps.median_days });
    for (const [t, S] of Object.entries(all_gaps.S)) {
      expect(survivalAt(pooled, Number(t))?.S).toBeCloseTo(S, 8);
    }
    expect(survivalAt(pooled, 28)?.se).toBeCloseTo(all_gaps.se_28, 8);
  });
});

describe('kaplanMeier', () => {
  it('knows nothing without rows, and keeps everybody waiting without events', () => {
    const empty = kaplanMeier([]);
    expect(empty).toEqual({
      n: 0,
      events: 0,
      steps: [],
      lastT: null,
      solidUntil: 0,
      median: null,
      medianLimits: [null, null],
    });
    expect(survivalAt(empty, 0)).toBeNull();
    const waiting = kaplanMeier([{ days: 9, event: 0 }]);
    expect(survivalAt(waiting, 9)).toEqual({ t: 9, S: 1, se: 0, lo: null, hi: null });
    expect(survivalAt(waiting, 10)).toBeNull();
    expect(restrictedMean(waiting, 9)).toBe(9);
  });

  it('has no limits where everybody is back, and stays there', () => {
    const all = kaplanMeier([
      { days: 2, event: true },
      { days: 4, event: true },
    ]);
    expect(all.steps.at(-1)).toEqual({ t: 4, S: 0, se: null, lo: null, hi: null, atRisk: 1, events: 1 });
    expect(survivalAt(all, 100)?.S).toBe(0);
    expect(restrictedMean(all, 100)).toBe(3);
  });

  it('counts a censored day as at risk on that day', () => {
    const [step] = kaplanMeier([
      { days: 5, event: 1 },
      { days: 5, event: 0 },
    ]).steps;
    expect(step).toMatchObject({ atRisk: 2, S: 0.5 });
  });

  it('is solid as long as ten people are at risk', () => {
    const rows = Array.from({ length: 12 }, (_, index) => ({ days: index + 1, event: 1 as const }));
    expect(kaplanMeier(rows).solidUntil).toBe(3);
    expect(kaplanMeier(rows.slice(0, 9)).solidUntil).toBe(0);
  });

  it('refuses what are no durations', () => {
    expect(() => kaplanMeier([{ days: -1, event: 1 }])).toThrow(RangeError);
    expect(() => kaplanMeier([{ days: Number.NaN, event: 1 }])).toThrow(RangeError);
    expect(() => kaplanMeier([{ days: 1, event: 1, count: 0.5 }])).toThrow(RangeError);
  });

  const rows = fc.array(fc.record({ days: fc.nat(25), event: fc.constantFrom<0 | 1>(0, 1) }), {
    minLength: 1,
    maxLength: 40,
  });

  it('equals the product read off day by day', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const curve = kaplanMeier(list);
        let S = 1;
        let area = 0;
        for (let t = 0; t <= (curve.lastT ?? -1); t += 1) {
          const atRisk = list.filter((row) => row.days >= t).length;
          const events = list.filter((row) => row.days === t && row.event === 1).length;
          S *= (atRisk - events) / atRisk;
          const found = survivalAt(curve, t);
          expect(found?.S).toBeCloseTo(S, 10);
          if (found !== null && found.lo !== null && found.hi !== null) {
            expect(found.lo).toBeLessThanOrEqual(found.S);
            expect(found.hi).toBeGreaterThanOrEqual(found.S);
            expect(found.lo).toBeGreaterThanOrEqual(0);
            expect(found.hi).toBeLessThanOrEqual(1);
          }
          expect(restrictedMean(curve, t)).toBeCloseTo(area, 9);
          area += S;
        }
      }),
      { numRuns: rounds(200) },
    );
  });

  it('is the share still waiting when nobody was censored', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(25), { minLength: 1, maxLength: 40 }), fc.nat(25), (days, t) => {
        const curve = kaplanMeier(days.map((one) => ({ days: one, event: 1 as const })));
        expect(survivalAt(curve, t)?.S).toBeCloseTo(days.filter((one) => one > t).length / days.length, 10);
      }),
      { numRuns: rounds(200) },
    );
  });
});
