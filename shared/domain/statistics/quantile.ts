/**
 * The value below which a share q of the values lies, between neighbours in a straight line (Hyndman and Fan 1996,
 * type 7, the default of R and numpy); null for none. Throws a RangeError unless 0 <= q <= 1.
 */
export function quantile(values: readonly number[], q: number): number | null {
  return quantiles(values, [q])?.[0] ?? null;
}

/** Several quantiles of the same values, in the order asked for; null without values. */
export function quantiles(values: readonly number[], qs: readonly number[]): readonly number[] | null {
  for (const q of qs) if (!(q >= 0 && q <= 1)) throw new RangeError(`Not a share: ${q}`);
  if (values.length === 0) return null;
  // A typed array sorts numbers several times faster than an array with a comparison.
  const sorted = Float64Array.from(values).sort();
  return qs.map((q) => {
    const position = q * (sorted.length - 1);
    const below = sorted[Math.floor(position)] ?? Number.NaN;
    const above = sorted[Math.ceil(position)] ?? Number.NaN;
    return below + (above - below) * (position - Math.floor(position));
  });
}
