import { describe, expect, it } from 'vitest';
import { returnCurve } from '#renderer/src/screens/month/return-curve.ts';
import type { FirstReturnFigures } from '#shared/contract/reports.ts';

const step = (t: number, S: number) => ({ t, S, se: 0.1, lo: S - 0.1, hi: S + 0.1, atRisk: 20, events: 1 });

const figures = (change: Partial<FirstReturnFigures> = {}): FirstReturnFigures => ({
  n: 40,
  events: 3,
  steps: [step(5, 0.75), step(20, 0.5), step(60, 0.25)],
  lastT: 80,
  solidUntil: 30,
  median: 20,
  medianLimits: [5, null],
  horizons: [30, 60, 90],
  within: [],
  months: [],
  ...change,
});

describe('the first-visit return curve', () => {
  it('rises from nobody, turns grey where few are left, and ends with the last day known', () => {
    const shown = returnCurve(figures());
    expect(shown.map(({ t, back, tail }) => [t, back, tail])).toEqual([
      [0, 0, null],
      [5, 0.25, null],
      [20, 0.5, null],
      [30, 0.5, 0.5],
      [60, null, 0.75],
      [80, null, 0.75],
    ]);
    expect(shown[1]?.range?.map((limit) => Number(limit.toFixed(6)))).toEqual([0.15, 0.35]);
    expect(shown[4]?.range).toBeNull();
  });

  it('shows at most 120 days and nothing without steps', () => {
    const long = returnCurve(
      figures({ steps: [step(5, 0.75), step(200, 0.1)], lastT: 300, solidUntil: 400 }),
    );
    expect(long.at(-1)).toMatchObject({ t: 120, back: 0.25 });
    expect(returnCurve(figures({ steps: [], lastT: null, solidUntil: 0 }))).toHaveLength(1);
  });
});
