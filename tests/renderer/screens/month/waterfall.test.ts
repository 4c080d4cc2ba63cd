import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Movement, waterfall } from '#renderer/src/screens/month/waterfall.ts';
import { rounds } from '#tests/support/rounds.ts';

const movement = (kept: number, lapsed: number, N: number, R: number): Movement => ({
  S: kept + lapsed,
  N,
  R,
  lapsed,
  E: kept + R + N,
});

const anyMovement = fc
  .tuple(fc.nat(5000), fc.nat(5000), fc.nat(3000), fc.nat(3000))
  .map(([kept, lapsed, N, R]) => movement(kept, lapsed, N, R));

describe('the waterfall', () => {
  it('draws the reference month with its axis cut', () => {
    const { columns, cut } = waterfall({ S: 228, N: 1, R: 7, lapsed: 35, E: 201 });
    expect(columns.map(({ key, count }) => [key, count])).toEqual([
      ['S', 228],
      ['N', 1],
      ['R', 7],
      ['lapsed', 35],
      ['E', 201],
    ]);
    expect(cut).toBeGreaterThan(0);
    expect(cut).toBeLessThan(201);
  });

  it('starts at nought when nothing is gained by cutting', () => {
    expect(waterfall(movement(10, 40, 30, 5)).cut).toBe(0);
    expect(waterfall(movement(0, 0, 0, 0)).cut).toBe(0);
  });

  it('refuses counts that do not meet', () => {
    expect(() => waterfall({ S: 10, N: 1, R: 1, lapsed: 1, E: 10 })).toThrow(RangeError);
  });

  it('meets: every column begins where the one before it led, and stays inside the chart', () => {
    fc.assert(
      fc.property(anyMovement, (each) => {
        const { columns, cut } = waterfall(each);
        const [start, fresh, back, lost, end] = columns;
        if (!start || !fresh || !back || !lost || !end) throw new Error('five columns');
        expect(start.bottom).toBe(0);
        expect(end.bottom).toBe(0);
        expect(fresh.bottom).toBeCloseTo(start.top, 9);
        expect(back.bottom).toBeCloseTo(fresh.top, 9);
        expect(lost.top).toBeCloseTo(back.top, 9);
        expect(end.top).toBeCloseTo(lost.bottom, 9);
        expect(start.joins).toBeCloseTo(start.top, 9);
        expect(lost.joins).toBeCloseTo(end.top, 9);
        for (const { bottom, top } of columns) {
          expect(bottom).toBeGreaterThanOrEqual(0);
          expect(top).toBeLessThanOrEqual(1 + 1e-9);
          expect(top).toBeGreaterThanOrEqual(bottom - 1e-9);
        }
        expect(cut).toBeLessThanOrEqual(Math.min(each.S, each.E));
        expect(Number.isInteger(cut)).toBe(true);
      }),
      { numRuns: rounds(300) },
    );
  });

  it('keeps heights in proportion to people', () => {
    fc.assert(
      fc.property(anyMovement, (each) => {
        const { columns, cut } = waterfall(each);
        const highest = each.S + each.N + each.R;
        if (highest === 0) return;
        const perPerson = 1 / (highest - cut);
        for (const { key, count, bottom, top } of columns) {
          const people = key === 'S' || key === 'E' ? count - cut : count;
          expect(top - bottom).toBeCloseTo(people * perPerson, 9);
        }
      }),
      { numRuns: rounds(300) },
    );
  });
});
