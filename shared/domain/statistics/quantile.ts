/**
 * The value below which a share q of the values lies, between neighbours in a straight line (Hyndman and Fan 1996,
 * type 7, the default of R and numpy); null for none. Throws a RangeError unless 0 <= q <= 1.
 */
export function quantile(values: readonly number[], q: number): number | null {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`Not a share: ${q}`);
  const sorted = [...values].sort((a, b) => a - b);
  const position = q * (sorted.length - 1);
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  if (below === undefined || above === undefined) return null;
  return below + (above - below) * (position - Math.floor(position));
}
