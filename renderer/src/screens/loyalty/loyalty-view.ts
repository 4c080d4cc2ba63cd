/** The parts of the loyalty screen, in the order of its tabs. */
export const loyaltyViews = [
  'programme',
  'tiers',
  'expiring',
  'vouchers',
  'prices',
  'reconciliation',
] as const;

export type LoyaltyView = (typeof loyaltyViews)[number];

/** What the address of the loyalty screen may name. */
export interface LoyaltySearch {
  readonly view?: LoyaltyView;
}

/** Reads the address; an unknown part is ignored, and the first one needs no name. */
export const readLoyaltyView = (search: Record<string, unknown>): LoyaltySearch => {
  const view = loyaltyViews.find((each) => each === search.view);
  return view === undefined || view === 'programme' ? {} : { view };
};
