import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trendAxis, trendDot } from '#renderer/src/screens/month/trend-points.ts';
import type { TrendPoint } from '#shared/contract/reports.ts';
import { rounds } from '#tests/support/rounds.ts';

const aPoint = (change: Partial<TrendPoint> = {}): TrendPoint => ({
  from: '2023-10-01',
  to: '2023-11-01',
  unfinished: false,
  recordTooShort: false,
  retention: {
    successes: 193,
    n: 228,
    share: 193 / 228,
    interval: { low: 0.79, high: 0.89 },
    say: 'percent',
  },
  textbook: 200 / 228,
  E: 201,
  N: 1,
  R: 7,
  lapsed: 35,
  customers: 143,
  frequency: { n: 143, mean: 2.9, interval: { low: 2.5, high: 3.3 } },
  checkIns: 500,
  amount: 1_000_000,
  averageSpend: 2000,
  amountCheckIns: 500,
  ...change,
});

describe('a dot of the trend', () => {
  it('is the figure with the range it likely lies in', () => {
    expect(trendDot(aPoint(), 'retention')).toEqual({ value: 193 / 228, range: [0.79, 0.89] });
    expect(trendDot(aPoint(), 'active')).toEqual({ value: 201, range: null });
    expect(trendDot(aPoint(), 'frequency')).toEqual({ value: 2.9, range: [2.5, 3.3] });
    expect(trendDot(aPoint(), 'spend')).toEqual({ value: 2000, range: null });
  });

  it('is left out where nothing honest can be drawn', () => {
    const none = { value: null, range: null };
    expect(trendDot(aPoint({ unfinished: true }), 'active')).toEqual(none);
    expect(trendDot(aPoint({ recordTooShort: true }), 'retention')).toEqual(none);
    const few = {
      successes: 12,
      n: 18,
      share: 12 / 18,
      interval: { low: 0.4, high: 0.8 },
      say: 'counts',
    } as const;
    expect(trendDot(aPoint({ retention: few }), 'retention')).toEqual(none);
    expect(trendDot(aPoint({ customers: 0 }), 'active')).toEqual(none);
  });
});

describe('the axis of the trend', () => {
  it('has round lines around all dots and ranges', () => {
    expect(trendAxis([{ value: 0.85, range: [0.79, 0.89] }]).lines).toEqual([0.75, 0.8, 0.85, 0.9]);
    expect(trendAxis([]).lines).toEqual([0, 1]);
  });

  it('holds every dot with few lines', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const axis = trendAxis(values.map((value) => ({ value, range: null })));
        expect(axis.low).toBeLessThanOrEqual(Math.min(...values) + 1e-6);
        expect(axis.high).toBeGreaterThanOrEqual(Math.max(...values) - 1e-6);
        expect(axis.lines.length).toBeLessThanOrEqual(7);
      }),
      { numRuns: rounds(200) },
    );
  });
});
