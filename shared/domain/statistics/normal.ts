/** 2/√π, the factor of the error function. */
const scale = 2 / Math.sqrt(Math.PI);

/**
 * The complementary error function, to about 1e-15 (relative in the right tail). Below 2 the series
 * erf x = 2/√π · e^(-x²) · Σ 2ⁿ x^(2n+1)/(2n+1)!! (Abramowitz and Stegun 7.1.6), whose terms are all positive; above, the
 * continued fraction (7.1.14) by Lentz's method.
 */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  return x < 2 ? 1 - erfSeries(x) : tailFraction(x);
}

function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * Number.EPSILON; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return scale * Math.exp(-x * x) * sum;
}

/** √π e^(x²) erfc x = 1/(x + (1/2)/(x + 1/(x + (3/2)/(x + 2/(x + ...))))). */
function tailFraction(x: number): number {
  let fraction = x;
  let numerators = x;
  let denominators = 0;
  for (let n = 1; n < 500; n += 1) {
    denominators = 1 / (x + (n / 2) * denominators);
    numerators = x + n / 2 / numerators;
    const step = numerators * denominators;
    fraction *= step;
    if (Math.abs(step - 1) < Number.EPSILON) break;
  }
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * fraction);
}

/** Two-sided p of a standard normal deviate: P(|Z| >= |z|). */
export function twoSidedP(z: number): number {
  return erfc(Math.abs(z) / Math.SQRT2);
}

/** P(X >= chi2) of the chi-square distribution on 1 degree of freedom. */
export function chiSquareP(chi2: number): number {
  return erfc(Math.sqrt(chi2 / 2));
}
