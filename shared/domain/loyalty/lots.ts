/** Points or stamps earned together: they expire together and are spent oldest expiry first. */
export interface Lot {
  /** Id of the entry that earned it. */
  readonly lotId: number;
  readonly amount: number;
  readonly remaining: number;
  /** Business day on which it expires; null = never. */
  readonly expiresDay: number | null;
}

/** A part of a lot used by an entry; negative where a reversed redemption gives back. */
export interface Draw {
  readonly lotId: number;
  readonly amount: number;
}

/** Order of spending: the lot that expires first, then the older one. */
export function compareLots(a: Lot, b: Lot): number {
  const byExpiry = (a.expiresDay ?? Number.POSITIVE_INFINITY) - (b.expiresDay ?? Number.POSITIVE_INFINITY);
  return Number.isNaN(byExpiry) || byExpiry === 0 ? a.lotId - b.lotId : byExpiry;
}

/**
 * Takes `amount` out of open lots in the order of spending.
 * @returns the draws and what could not be drawn (0 when the lots hold enough)
 */
export function drawFrom(
  lots: readonly Lot[],
  amount: number,
): { readonly draws: readonly Draw[]; readonly undrawn: number } {
  const draws: Draw[] = [];
  let left = amount;
  for (const lot of [...lots].sort(compareLots)) {
    if (left === 0) break;
    const part = Math.min(left, lot.remaining);
    if (part > 0) draws.push({ lotId: lot.lotId, amount: part });
    left -= part;
  }
  return { draws, undrawn: left };
}

/** The lots after draws were taken (or given back). */
export function afterDraws(lots: readonly Lot[], draws: readonly Draw[]): readonly Lot[] {
  if (draws.length === 0) return lots;
  const drawn = new Map<number, number>();
  for (const { lotId, amount } of draws) drawn.set(lotId, (drawn.get(lotId) ?? 0) + amount);
  return lots.map((lot) => {
    const amount = drawn.get(lot.lotId) ?? 0;
    return amount === 0 ? lot : { ...lot, remaining: lot.remaining - amount };
  });
}
