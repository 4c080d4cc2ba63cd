/** A ledger entry as the reconciliation sees it. */
export interface ReconciledEntry {
  readonly unitId: number;
  readonly kind: 'earn' | 'gift' | 'redeem' | 'reverse' | 'adjust' | 'expire' | 'transfer';
  readonly change: number;
  /** Kind of the entry that a `reverse` reverses. */
  readonly reversedKind: 'earn' | 'gift' | 'redeem' | 'adjust' | 'expire' | 'transfer' | null;
}

/** Opening + earned + adjusted - redeemed - expired = closing, in points or stamps of one unit. */
export interface RollForward {
  readonly unitId: number;
  readonly opening: number;
  readonly earned: number;
  readonly adjusted: number;
  readonly redeemed: number;
  readonly expired: number;
  readonly closing: number;
}

export type RollForwardColumn = 'earned' | 'adjusted' | 'redeemed' | 'expired';

/** An undo or a refund counts against the column of what it takes back, so that a slip of the till leaves every column as it was. */
export function columnOf(entry: ReconciledEntry): RollForwardColumn {
  const kind = entry.kind === 'reverse' ? (entry.reversedKind ?? 'adjust') : entry.kind;
  switch (kind) {
    case 'earn':
    case 'gift':
      return 'earned';
    case 'redeem':
      return 'redeemed';
    case 'expire':
      return 'expired';
    default:
      return 'adjusted';
  }
}

/**
 * The roll-forward of one unit over an interval.
 * @param opening sum of all entries before the interval
 * @param entries those inside it
 */
export function rollForward(
  unitId: number,
  opening: number,
  entries: Iterable<ReconciledEntry>,
): RollForward {
  const sums = { earned: 0, adjusted: 0, redeemed: 0, expired: 0 };
  for (const entry of entries) {
    if (entry.unitId !== unitId) continue;
    const column = columnOf(entry);
    // Redeemed and expired are told as positive numbers that are taken off.
    sums[column] += column === 'redeemed' || column === 'expired' ? 0 - entry.change : entry.change;
  }
  const closing = opening + sums.earned + sums.adjusted - sums.redeemed - sums.expired;
  return { unitId, opening, ...sums, closing };
}

/**
 * What a balance can cost the shop at most, minor units, rounded half up: each point at the highest cost per point among
 * the rewards priced in its unit; 0 where there are none, and for a balance below zero.
 */
export function owed(
  balance: number,
  rewards: readonly { readonly price: number; readonly cost: number }[],
): number {
  const dearest = dearestPerUnit(rewards);
  if (!dearest || balance <= 0) return 0;
  const price = BigInt(dearest.price);
  return Number((2n * BigInt(balance) * BigInt(dearest.cost) + price) / (2n * price));
}

/** The reward that costs the shop most for each point or stamp; null when none costs anything. */
export function dearestPerUnit<R extends { readonly price: number; readonly cost: number }>(
  rewards: readonly R[],
): R | null {
  return rewards.reduce<R | null>((best, reward) => {
    if (reward.price <= 0 || reward.cost <= 0) return best;
    return best && best.cost * reward.price >= reward.cost * best.price ? best : reward;
  }, null);
}

/** Joins the roll-forwards of two intervals that touch; their columns add up. */
export function joinRollForwards(earlier: RollForward, later: RollForward): RollForward {
  return {
    unitId: earlier.unitId,
    opening: earlier.opening,
    earned: earlier.earned + later.earned,
    adjusted: earlier.adjusted + later.adjusted,
    redeemed: earlier.redeemed + later.redeemed,
    expired: earlier.expired + later.expired,
    closing: later.closing,
  };
}

/** A roll-forward in money, minor units: opening + earned + adjusted - redeemed - expired = closing holds here too. */
export type RollForwardCost = Omit<RollForward, 'unitId'>;

/**
 * A roll-forward at reward cost: each point at the highest cost per point among the rewards of its unit. The columns are
 * differences of rounded running sums, so they add up to the minor unit and each is right to within one of it.
 */
export function rollForwardCost(
  { opening, earned, adjusted, redeemed, expired }: RollForward,
  rewards: readonly { readonly price: number; readonly cost: number }[],
): RollForwardCost {
  const worth = (sum: number): number => (sum < 0 ? 0 - owed(0 - sum, rewards) : owed(sum, rewards));
  const start = worth(opening);
  const afterEarned = worth(opening + earned);
  const afterAdjusted = worth(opening + earned + adjusted);
  const afterRedeemed = worth(opening + earned + adjusted - redeemed);
  const end = worth(opening + earned + adjusted - redeemed - expired);
  return {
    opening: start,
    earned: afterEarned - start,
    adjusted: afterAdjusted - afterEarned,
    redeemed: afterAdjusted - afterRedeemed,
    expired: afterRedeemed - end,
    closing: end,
  };
}
