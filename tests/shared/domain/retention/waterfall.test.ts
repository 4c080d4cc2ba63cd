import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retention, waterfall } from '#shared/domain/retention/index.ts';
import { rounds } from '#tests/support/rounds.ts';
import { cafeVisits } from './cafe-log.ts';

describe('waterfall', () => {
  it('leads from the start to the end of the café quarter', () => {
    const figures = retention(cafeVisits, {
      start: '2023-10-01',
      end: '2024-01-01',
      window: 'previous-period',
    });
    expect(waterfall(figures)).toEqual([
      { step: 'start', change: 267, from: 0, to: 267 },
      { step: 'new', change: 1, from: 267, to: 268 },
      { step: 'reactivated', change: 9, from: 268, to: 277 },
      { step: 'lapsed', change: -90, from: 277, to: 187 },
      { step: 'end', change: 187, from: 0, to: 187 },
    ]);
  });

  it('always lands on E', () => {
    const people = fc.tuple(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500));
    fc.assert(
      fc.property(people, ([kept, lapsed, N, R]) => {
        const steps = waterfall({ S: kept + lapsed, E: kept + N + R, N, R, lapsed });
        expect(steps[3]?.to).toBe(kept + N + R);
        for (const step of steps) expect(step.to - step.from).toBe(step.change);
      }),
      { numRuns: rounds(100) },
    );
  });
});
