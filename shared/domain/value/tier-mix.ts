/** Customers of a tier and what they spent, minor units; null: in no tier. */
export type TierTotals = {
  readonly tierId: number | null;
  readonly customers: number;
  readonly spend: number;
};

export type TierShare = TierTotals & {
  /** Out of all customers; null without any. */
  readonly customerShare: number | null;
  /** Out of all members' money; null without any. */
  readonly spendShare: number | null;
};

/** Tiers with their shares of people and money, in the order given. */
export function tierMix(tiers: readonly TierTotals[]): readonly TierShare[] {
  const customers = tiers.reduce((sum, tier) => sum + tier.customers, 0);
  const spend = tiers.reduce((sum, tier) => sum + tier.spend, 0);
  return tiers.map((tier) => ({
    ...tier,
    customerShare: customers === 0 ? null : tier.customers / customers,
    spendShare: spend === 0 ? null : tier.spend / spend,
  }));
}
