import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { historyScale, onScale } from '#renderer/src/screens/month/history-scale.ts';
import { rounds } from '#tests/support/rounds.ts';

const range = fc
  .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));

describe('the axis of the history', () => {
  it('starts and ends at steps of 5 per cent around the ranges', () => {
    expect(historyScale([{ low: 0.861, high: 0.951 }])).toEqual({
      low: 0.85,
      high: 1,
      lines: [0.85, 0.9, 0.95, 1],
    });
  });

  it('is the whole axis when there is nothing to show', () => {
    expect(historyScale([])).toEqual({ low: 0, high: 1, lines: [0, 0.5, 1] });
  });

  it('holds every range and has two to six lines', () => {
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 6 }), (ranges) => {
        const scale = historyScale(ranges);
        expect(scale.low).toBeGreaterThanOrEqual(0);
        expect(scale.high).toBeLessThanOrEqual(1);
        expect(scale.high - scale.low).toBeGreaterThanOrEqual(0.1 - 1e-9);
        expect(scale.lines.length).toBeGreaterThanOrEqual(2);
        expect(scale.lines.length).toBeLessThanOrEqual(6);
        for (const { low, high } of ranges) {
          expect(low).toBeGreaterThanOrEqual(scale.low - 1e-9);
          expect(high).toBeLessThanOrEqual(scale.high + 1e-9);
        }
      }),
      { numRuns: rounds(300) },
    );
  });

  it('places a share between bottom and top', () => {
    const scale = { low: 0.8, high: 1, lines: [] };
    expect(onScale(0.8, scale)).toBe(0);
    expect(onScale(0.9, scale)).toBeCloseTo(0.5, 10);
    expect(onScale(1, scale)).toBe(1);
    expect(onScale(0.5, scale)).toBe(0);
  });
});
