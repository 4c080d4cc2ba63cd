/**
 * 2F1(a, b; c; z) for 0 <= z < 1 by its series, for the published closed form of the models with k = 1 that the tests
 * hold the exact series against.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (z > 0.9) return (1 - z) ** (c - a - b) * hypergeometricSeries(c - a, c - b, c, z);
  return hypergeometricSeries(a, b, c, z);
}

function hypergeometricSeries(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 0; n < 100_000; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
    if (Math.abs(term) < Math.abs(sum) * 1e-17) break;
  }
  return sum;
}
