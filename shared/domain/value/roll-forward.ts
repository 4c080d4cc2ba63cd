/** Points (or stamps) of a period; redeemed and expired are counted as positive numbers. */
export type PointsFlow = {
  readonly opening: number;
  readonly earned: number;
  /** Corrections by hand, up or down. */
  readonly adjusted: number;
  readonly redeemed: number;
  readonly expired: number;
  /** The balance found at the end, counted on its own. */
  readonly closing: number;
};

export type RollForward = PointsFlow & {
  /** opening + earned + adjusted - redeemed - expired. */
  readonly expected: number;
  /** closing - expected; 0 when the books close. */
  readonly difference: number;
};

/** Points owed: opening + earned + adjusted - redeemed - expired = closing (metrics.md §0). */
export function rollForward(flow: PointsFlow): RollForward {
  const expected = flow.opening + flow.earned + flow.adjusted - flow.redeemed - flow.expired;
  return { ...flow, expected, difference: flow.closing - expected };
}
