import { describe, expect, test } from 'vitest';
import { digamma, logGamma, regularizedBeta } from '#shared/domain/prediction/special-functions.ts';
import { erfc } from '#shared/domain/statistics/index.ts';
import { readReference } from '#tests/support/reference.ts';
import { hypergeometric } from './hypergeometric.ts';

interface Value {
  readonly fn: string;
  readonly x: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly y: number;
}

const { values } = JSON.parse(readReference('special_functions.json')) as { values: readonly Value[] };

const functions: Readonly<Record<string, { of: (value: Value) => number; tolerance: number }>> = {
  lgamma: { of: ({ x }) => logGamma(x), tolerance: 1e-12 },
  digamma: { of: ({ x }) => digamma(x), tolerance: 1e-12 },
  betainc_regularized: { of: ({ x, a, b }) => regularizedBeta(x, a, b), tolerance: 1e-11 },
  hyp2f1: { of: ({ a, b, c, x }) => hypergeometric(a, b, c, x), tolerance: 1e-11 },
  normal_cdf: { of: ({ x }) => erfc(-x / Math.SQRT2) / 2, tolerance: 1e-12 },
};

describe('special functions against 40-digit values', () => {
  for (const value of values) {
    const { fn, x, y } = value;
    test(`${fn} at ${x}`, () => {
      const known = functions[fn];
      const found = known?.of(value) ?? Number.NaN;
      // At the zeros of ln Γ only the absolute error says something.
      const allowed = y === 0 ? 1e-13 : Math.abs(y) * (known?.tolerance ?? 0);
      expect(Math.abs(found - y)).toBeLessThanOrEqual(allowed);
    });
  }

  test('the incomplete beta function at its ends', () => {
    expect(regularizedBeta(0, 2, 3)).toBe(0);
    expect(regularizedBeta(1, 2, 3)).toBe(1);
  });
});
