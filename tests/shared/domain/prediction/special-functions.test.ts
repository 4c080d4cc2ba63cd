import { describe, expect, test } from 'vitest';
import { digamma, logGamma } from '#shared/domain/prediction/special-functions.ts';
import { stageMass } from '#shared/domain/prediction/stage-mass.ts';
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

/** I_z(m, n) for whole m: at least m successes before the n-th failure, the tail of the stages completed. */
function atLeast(m: number, n: number, z: number): number {
  const { first, mass } = stageMass(n, 0, z, 1);
  return mass.reduce((sum, chance, i) => (first + i >= m ? sum + chance : sum), 0);
}

const functions: Readonly<Record<string, { of: (value: Value) => number; tolerance: number }>> = {
  lgamma: { of: ({ x }) => logGamma(x), tolerance: 1e-12 },
  digamma: { of: ({ x }) => digamma(x), tolerance: 1e-12 },
  betainc_regularized: { of: ({ x, a, b }) => atLeast(a, b, x), tolerance: 1e-11 },
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
});
