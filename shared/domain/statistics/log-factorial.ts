const tableSize = 256;
const table: readonly number[] = makeTable();

function makeTable(): readonly number[] {
  const logs = [0];
  for (let n = 1; n < tableSize; n += 1) logs.push((logs[n - 1] ?? 0) + Math.log(n));
  return logs;
}

/**
 * ln n!: a table for small n, above it Stirling's series with the terms 1/12n - 1/360n³ + 1/1260n⁵ (Abramowitz and
 * Stegun 6.1.41), exact to the last digits of a double. Throws a RangeError unless n is a whole number >= 0.
 */
export function logFactorial(n: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`No factorial of ${n}`);
  const known = table[n];
  if (known !== undefined) return known;
  const inverse = 1 / n;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square / 1260));
  return (n + 0.5) * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI) + series;
}

/** ln of the binomial coefficient n over k. */
export function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
