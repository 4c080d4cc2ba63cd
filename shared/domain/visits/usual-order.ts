/** One line of an order. */
export interface OrderLine {
  readonly itemId: number;
  readonly quantity: number;
}

/** Orders that must agree before we call them usual. */
const fewestTimes = 2;

const keyOf = (lines: readonly OrderLine[]): string =>
  [...lines]
    .sort((a, b) => a.itemId - b.itemId)
    .map((line) => `${line.itemId}x${line.quantity}`)
    .join('+');

/**
 * The order a customer has most often; of two equally frequent the newer one.
 * @param orders newest first; empty orders do not count
 * @returns null when no order was repeated
 */
export function usualOrder<L extends OrderLine>(orders: readonly (readonly L[])[]): readonly L[] | null {
  const seen = new Map<string, { times: number; lines: readonly L[] }>();
  for (const lines of orders) {
    if (lines.length === 0) continue;
    const key = keyOf(lines);
    const known = seen.get(key);
    if (known) known.times += 1;
    else seen.set(key, { times: 1, lines });
  }
  let best: { times: number; lines: readonly L[] } | null = null;
  for (const candidate of seen.values())
    if (candidate.times > (best?.times ?? fewestTimes - 1)) best = candidate;
  return best?.lines ?? null;
}
