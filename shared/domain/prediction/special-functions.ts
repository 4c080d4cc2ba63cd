const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * ln Γ(x) for x > 0, to about 1e-15: shifted up to 10 by the recurrence, there Stirling's series (Abramowitz and Stegun
 * 6.1.41) with terms up to 1/x¹³.
 */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  const inverse = 1 / shifted;
  const square = inverse * inverse;
  const series =
    inverse *
    (1 / 12 -
      square *
        (1 / 360 -
          square *
            (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360360 - square / 156))))));
  return (shifted - 0.5) * Math.log(shifted) - shifted + halfLogTwoPi + series - Math.log(product);
}

/** The derivative of ln Γ(x) for x > 0, to about 1e-15: shifted up to 10, there the series of 6.3.18. */
export function digamma(x: number): number {
  let shifted = x;
  let below = 0;
  while (shifted < 10) {
    below += 1 / shifted;
    shifted += 1;
  }
  const square = 1 / (shifted * shifted);
  const series =
    square *
    (1 / 12 -
      square *
        (1 / 120 -
          square *
            (1 / 252 - square * (1 / 240 - square * (1 / 132 - square * (691 / 32760 - square / 12))))));
  return Math.log(shifted) - 0.5 / shifted - series - below;
}

const tiny = 1e-300;

/**
 * The regularised incomplete beta function I_x(a, b) for a, b > 0 and 0 <= x <= 1, to about 1e-12: the continued fraction
 * 26.5.8 of Abramowitz and Stegun by Lentz's method, on the side where it converges fast.
 */
export function regularizedBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return x < (a + 1) / (a + b + 2) ? betaFraction(x, a, b) : 1 - betaFraction(1 - x, b, a);
}

function betaFraction(x: number, a: number, b: number): number {
  const logFront = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  let numerators = 1;
  let denominators = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let fraction = denominators;
  for (let m = 1; m < 1000; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    denominators = 1 / awayFromZero(1 + even * denominators);
    numerators = awayFromZero(1 + even / numerators);
    fraction *= denominators * numerators;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    denominators = 1 / awayFromZero(1 + odd * denominators);
    numerators = awayFromZero(1 + odd / numerators);
    const step = denominators * numerators;
    fraction *= step;
    if (Math.abs(step - 1) < Number.EPSILON) break;
  }
  return (Math.exp(logFront) / a) * fraction;
}

const awayFromZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
