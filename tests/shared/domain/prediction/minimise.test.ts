import { describe, expect, test } from 'vitest';
import { minimise } from '#shared/domain/prediction/minimise.ts';

/** A narrow valley along x = y with its lowest point at (`far`, `far`). */
const valley = (far: number) => (at: Float64Array, gradient: Float64Array) => {
  const [x = 0, y = 0] = at;
  gradient[0] = 2000 * (x - y) + 2 * (x - far);
  gradient[1] = -2000 * (x - y);
  return 1000 * (x - y) ** 2 + (x - far) ** 2;
};
const start = Float64Array.of(-3, -2);
const options = { box: 7, tolerance: 1e-9, maxEvaluations: 500 };

describe('the search for a minimum', () => {
  test('finds it inside the box, whether or not walls end it', () => {
    for (const endAtWall of [0, 0.1]) {
      const { at, atBox, gradient } = minimise(valley(2), start, { ...options, endAtWall });
      expect([...at].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([2, 2]);
      expect(atBox).toBe(false);
      expect(gradient).toBeLessThan(1e-9);
    }
  });

  test('ends at the wall beyond which the lowest point lies', () => {
    const found = minimise(valley(9), start, { ...options, endAtWall: 0.1 });
    expect(found.atBox).toBe(true);
    expect(found.evaluations).toBeLessThan(100);
  });

  test('gives up where rounding hides the way', () => {
    const rough = valley(2);
    let sign = 1;
    const noisy = (at: Float64Array, gradient: Float64Array) => {
      const value = rough(at, gradient);
      sign = -sign;
      // A slope that never ends, in a value that is flat to its last digits.
      gradient[0] = (gradient[0] ?? 0) + 1e-5 * sign;
      return 1 + value * 1e-13;
    };
    const { evaluations } = minimise(noisy, Float64Array.of(2, 2), { ...options, maxEvaluations: 5000 });
    expect(evaluations).toBeLessThan(500);
  });
});
