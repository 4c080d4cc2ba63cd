/** Largest amount the till takes, in minor units; far above any shop, far below unsafe sums. */
export const largestAmount = 10_000_000_000;
