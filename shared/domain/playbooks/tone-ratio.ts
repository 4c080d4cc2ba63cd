/** How many contacts of the last 90 days were of use to people, and how many sold something. */
export interface ToneCounts {
  readonly useful: number;
  readonly promotional: number;
}

/** Eight of ten contacts should be of use to the person (product.md §4). */
export const usefulShareWanted = 0.8;
/** Fewer contacts than this say nothing about a habit. */
const enoughContacts = 10;

/** What the ratio says: too few to tell, as wanted, or too much selling. */
export type ToneVerdict = 'tooFew' | 'balanced' | 'selling';

export function toneVerdict({ useful, promotional }: ToneCounts): ToneVerdict {
  const all = useful + promotional;
  if (all < enoughContacts) return 'tooFew';
  return useful >= usefulShareWanted * all ? 'balanced' : 'selling';
}
